// Looks around a place in a text that goes wrong there: what stands before and behind it, where strings and words end. Knows the signs of JSON and no
// state.

import { isWhite, skipWhite } from '../formText.ts';

export const quote = 0x22;
export const comma = 0x2c;
export const colon = 0x3a;
export const newline = 0x0a;

/** The byte behind the last one before `at` that is no white space. */
export function endBefore(bytes: Uint8Array, at: number): number {
  let end = at;
  while (end > 0 && isWhite(bytes[end - 1])) end--;
  return end;
}

/** Ends a value or a key: comma, colon, closing bracket, or the end of the text. */
function isStructural(byte: number | undefined): boolean {
  return byte === undefined || byte === comma || byte === colon || byte === 0x7d || byte === 0x5d;
}

export function isClosing(byte: number | undefined): boolean {
  return byte === 0x7d || byte === 0x5d;
}

/** Whether what follows at `at`, after white space, ends a value or a key. */
export function endsHere(bytes: Uint8Array, at: number): boolean {
  return isStructural(bytes[skipWhite(bytes, at)]);
}

/** The opening quote of the string whose closing quote stands right before `end`; -1 where there is none. */
export function stringStart(bytes: Uint8Array, end: number): number {
  for (let at = end - 2; at >= 0 && end - at < 1_000_000; at--) {
    if (bytes[at] !== quote) continue;
    let slashes = 0;
    while (bytes[at - 1 - slashes] === 0x5c) slashes++;
    if (slashes % 2 === 0) return at;
  }
  return -1;
}

/** The byte behind a word that begins at `at`. */
export function wordEnd(bytes: Uint8Array, at: number): number {
  let end = at;
  while (isWordByte(bytes[end])) end++;
  return end;
}

function isWordByte(byte: number | undefined): boolean {
  if (byte === undefined) return false;
  return (
    byte === 0x5f ||
    byte === 0x24 ||
    byte === 0x2d ||
    byte === 0x2e ||
    byte === 0x2b ||
    (byte >= 0x30 && byte <= 0x39) ||
    (byte >= 0x41 && byte <= 0x5a) ||
    (byte >= 0x61 && byte <= 0x7a) ||
    byte >= 0x80
  );
}

export function isNameStart(byte: number | undefined): boolean {
  return (
    byte !== undefined &&
    (byte === 0x5f || byte === 0x24 || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a))
  );
}

export function lineEnd(bytes: Uint8Array, at: number): number {
  const end = bytes.indexOf(newline, at);
  return end < 0 ? bytes.length : end;
}

/** Double, single and angle quotes of typography in UTF-8, as what they stand for; undefined for anything else. */
export function smartQuote(
  bytes: Uint8Array,
  at: number,
): { readonly length: number; readonly stands: '"' | "'" } | undefined {
  if (bytes[at] === 0xc2 && (bytes[at + 1] === 0xab || bytes[at + 1] === 0xbb)) return { length: 2, stands: '"' };
  if (bytes[at] !== 0xe2 || bytes[at + 1] !== 0x80) return undefined;
  const last = bytes[at + 2] as number;
  if (last >= 0x9c && last <= 0x9f) return { length: 3, stands: '"' };
  return last >= 0x98 && last <= 0x9b ? { length: 3, stands: "'" } : undefined;
}
