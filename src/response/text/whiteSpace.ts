// White space in bytes: as UTF-8, and as JSON writes it. Knows characters only.

import { isPythonSpace } from '../pythonStrip.ts';

/** White_Space of the Unicode Character Database below U+0080. */
export const asciiSpace = new Uint8Array(128);
for (const space of [0x20, 0x09, 0x0a, 0x0b, 0x0c, 0x0d]) asciiSpace[space] = 1;

/** White_Space from U+0080 on, which is Python's as well. */
export function isWideSpace(point: number): boolean {
  return point <= 0x3000 && isPythonSpace(point);
}

/** Bytes of the white space at `at` (0: there is none). */
export function spaceLengthAt(bytes: Uint8Array, at: number, to: number): number {
  const byte = bytes[at] as number;
  if (byte < 0x80) return isPythonSpace(byte) ? 1 : 0;
  if (byte < 0xc2 || byte > 0xe3 || at + 1 >= to) return 0;
  const second = (bytes[at + 1] as number) & 0x3f;
  if (byte < 0xe0) return isPythonSpace(((byte & 0x1f) << 6) | second) ? 2 : 0;
  if (at + 2 >= to) return 0;
  return isPythonSpace(((byte & 0x0f) << 12) | (second << 6) | ((bytes[at + 2] as number) & 0x3f)) ? 3 : 0;
}

/** Bytes of the white space that ends at `end`. */
export function spaceLengthBefore(bytes: Uint8Array, end: number, from: number): number {
  let at = end - 1;
  while (at > from && ((bytes[at] as number) & 0xc0) === 0x80) at--;
  const length = spaceLengthAt(bytes, at, end);
  return at + length === end ? length : 0;
}

/** What the letter of an escape stands for, where that is white space; 0 where it is not. */
export function simpleSpace(letter: number): number {
  if (letter === 0x6e) return 0x0a;
  if (letter === 0x74) return 0x09;
  if (letter === 0x72) return 0x0d;
  return letter === 0x66 ? 0x0c : 0;
}

/** Bytes of the white space that is written at `at`, plainly or as a short escape; 0 where there is none. */
export function writtenSpace(bytes: Uint8Array, at: number): 0 | 1 | 2 {
  if (bytes[at] === 0x20) return 1;
  return bytes[at] === 0x5c && simpleSpace(bytes[at + 1] as number) !== 0 ? 2 : 0;
}

/** The same of what is written right before `end`. A backslash behind another one escapes nothing. */
export function writtenSpaceBefore(bytes: Uint8Array, end: number, from: number): 0 | 1 | 2 {
  if (bytes[end - 1] === 0x20) return 1;
  if (end - 2 < from || bytes[end - 2] !== 0x5c || simpleSpace(bytes[end - 1] as number) === 0) return 0;
  let slashes = 0;
  while (end - 2 - slashes >= from && bytes[end - 2 - slashes] === 0x5c) slashes++;
  return slashes % 2 === 1 ? 2 : 0;
}
