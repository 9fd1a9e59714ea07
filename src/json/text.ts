// Strings and numbers of a document as text: escapes decoded, invalid bytes as U+FFFD.
// Takes byte ranges that a pass has found; must not look for them.

import { decodeUtf8, sequenceLength } from './utf8.ts';

/** The bytes `[from, to)` as they are written. */
export function lexeme(bytes: Uint8Array, from: number, to: number): string {
  return decodeUtf8(bytes, from, to);
}

/** The text of a string node; the range includes its quotes. An escape that JSON does not know stays as written. */
export function readString(bytes: Uint8Array, from: number, to: number): string {
  return decodeContents(bytes, from + 1, Math.max(from + 1, to - 1));
}

/**
 * The first `maxCodePoints` code points of a string node (range with quotes), or all of it. Costs nothing for the
 * rest of a long string.
 */
export function previewString(
  bytes: Uint8Array,
  from: number,
  to: number,
  maxCodePoints: number,
): { text: string; isWhole: boolean } {
  const end = Math.max(from + 1, to - 1);
  let at = from + 1;
  for (let left = maxCodePoints; left > 0 && at < end; left--) at += unitLength(bytes, at, end);
  at = Math.min(at, end);
  return { text: decodeContents(bytes, from + 1, at), isWhole: at === end };
}

/** Bytes of the next code point, escapes included (the two escapes of a surrogate pair are one code point). */
function unitLength(bytes: Uint8Array, at: number, to: number): number {
  if (bytes[at] !== 0x5c) return Math.abs(sequenceLength(bytes, at, to));
  const unit = escapedUnit(bytes, at);
  if (unit < 0) return 2;
  if (unit >= 0xd800 && unit <= 0xdbff) {
    const low = bytes[at + 6] === 0x5c ? escapedUnit(bytes, at + 6) : -1;
    if (low >= 0xdc00 && low <= 0xdfff) return 12;
  }
  return 6;
}

/** The UTF-16 unit of the `\uXXXX` escape whose backslash is at `at`; -1 when it is none. */
export function escapedUnit(bytes: Uint8Array, at: number): number {
  if (bytes[at + 1] !== 0x75) return -1;
  let unit = 0;
  for (let i = at + 2; i < at + 6; i++) {
    const digit = hexDigit(bytes[i]);
    if (digit < 0) return -1;
    unit = unit * 16 + digit;
  }
  return unit;
}

function hexDigit(byte: number | undefined): number {
  if (byte === undefined) return -1;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}

const simpleEscapes: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

function decodeContents(bytes: Uint8Array, from: number, to: number): string {
  const text = decodeUtf8(bytes, from, to);
  if (!text.includes('\\')) return text;
  return text.replace(/\\(?:u([0-9a-fA-F]{4})|(["\\/bfnrt]))/g, (_, unit: string | undefined, letter: string) =>
    unit === undefined ? (simpleEscapes[letter] ?? '') : String.fromCharCode(Number.parseInt(unit, 16)),
  );
}
