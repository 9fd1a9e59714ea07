// Counts a text in strings of a document without undoing their escapes where that is not needed: decoding and searching are the engine's own, which
// is ten times faster than looking at each byte or at each escape. Knows escapes; must not know what the strings are.

import { readString } from './text.ts';
import { decodeUtf8 } from './utf8.ts';

/** How often the text stands in the string with the range `[from, to)`, quotes included: none within another, at most `most`. */
export type CountText = (bytes: Uint8Array, from: number, to: number, most: number) => number;

const shortEscapes: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};
/** A character that may be written in more than one way, or stands there unescaped although it must not. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: a damaged text holds them
const manySpellings = /\\(?:[^"\\bfnrt]|$)|[\u0000-\u001f]/;

/** Counts `wanted`, which is not empty, in any case (of `toLowerCase`) unless case matters. */
export function textCounter(wanted: string, isCaseMatched: boolean): CountText {
  const sought = isCaseMatched ? wanted : wanted.toLowerCase();
  const written = Array.from(sought, (character) => shortEscapes[character] ?? character).join('');
  const inCase = (text: string): string => (isCaseMatched ? text : text.toLowerCase());
  return (bytes, from, to, most) => {
    const raw = decodeUtf8(bytes, from + 1, Math.max(from + 1, to - 1));
    if (!raw.includes('\\')) return countOf(inCase(raw), sought, most);
    // The letter of an escape is none beside which a capital sigma becomes another small one.
    const isDecoded = manySpellings.test(raw) || (!isCaseMatched && raw.includes('Σ'));
    if (isDecoded) return countOf(inCase(readString(bytes, from, to)), sought, most);
    return countWritten(inCase(raw), written, most);
  };
}

function countOf(text: string, sought: string, most: number): number {
  let count = 0;
  for (let at = text.indexOf(sought); at >= 0 && count < most; at = text.indexOf(sought, at + sought.length)) count++;
  return count;
}

/** What begins in the middle of an escape is none: the n of `\n` is no letter. */
function countWritten(text: string, sought: string, most: number): number {
  let count = 0;
  for (let at = text.indexOf(sought); at >= 0 && count < most; ) {
    const isWhole = !isInEscape(text, at);
    if (isWhole) count++;
    at = text.indexOf(sought, at + (isWhole ? sought.length : 1));
  }
  return count;
}

/** Whether the character before is a backslash that is not escaped itself. */
function isInEscape(text: string, at: number): boolean {
  let from = at;
  while (from > 0 && text[from - 1] === '\\') from--;
  return (at - from) % 2 === 1;
}
