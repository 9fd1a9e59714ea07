// What stands at a byte, as a person would name it. Reads a few bytes only; must not know the grammar.

import { decodeUtf8, sequenceLength } from './utf8.ts';

const names: Readonly<Record<string, string>> = {
  ',': 'a comma',
  ':': 'a colon',
  ';': 'a semicolon',
  '"': 'a double quote',
  "'": 'a single quote',
  '`': 'a backtick',
  '{': 'an opening {',
  '}': 'a closing }',
  '[': 'an opening [',
  ']': 'a closing ]',
  '=': 'an equals sign',
  '+': 'a plus sign',
  '.': 'a point',
  '\n': 'the end of the line',
  '\r': 'the end of the line',
  '\t': 'a tab',
};

const longestWord = 40;

/** The word (letters, digits, _ and $) that begins at a byte, at most 40 characters; '' when no letter stands there. */
export function wordAt(bytes: Uint8Array, byte: number): string {
  const text = decodeUtf8(bytes, byte, Math.min(byte + 4 * longestWord, bytes.length));
  return /^[\p{L}_$][\p{L}\p{N}_$]*/u.exec(text)?.[0].slice(0, longestWord) ?? '';
}

/** What stands at a byte, such as `a comma`, `the word "True"`, `the end of the text`. */
export function describeFound(bytes: Uint8Array, byte: number): string {
  if (byte >= bytes.length) return 'the end of the text';
  const length = sequenceLength(bytes, byte, bytes.length);
  if (length < 0) return `a byte that is not UTF-8 (0x${hex(bytes[byte] as number, 2)})`;
  const character = decodeUtf8(bytes, byte, byte + length);
  const name = names[character];
  if (name !== undefined) return name;
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20 || code === 0x7f) return `the control character U+${hex(code, 4)}`;
  if (code === 0x5c) {
    const next = byte + 1 < bytes.length ? decodeUtf8(bytes, byte + 1, byte + 2) : '';
    return /[!-~]/.test(next) ? `\\${next}` : 'a backslash';
  }
  // Separators, format and unassigned characters show nothing or worse: their number says more.
  if (/[\p{Z}\p{C}]/u.test(character)) return `an invisible character (U+${hex(code, 4)})`;
  const word = wordAt(bytes, byte);
  if (word !== '') return `the word "${word}"`;
  return code >= 0x30 && code <= 0x39 ? `the digit ${character}` : `the character ${character}`;
}

function hex(code: number, digits: number): string {
  return code.toString(16).toUpperCase().padStart(digits, '0');
}
