// One character of a document as a person reads it, from bytes in either direction: a code point, an escape, a pair of escapes. Knows JSON's
// escapes only, not where strings begin: a backslash stands nowhere else in JSON. Finds nothing.

import { escapedUnit } from '../text.ts';
import { isContinuation, sequenceLength } from '../utf8.ts';

/**
 * A character and the bytes it takes, in one number: `code * 16 + length`. The code is a code point, a lone surrogate where an escape names one, or
 * U+FFFD for bytes that are no UTF-8; the length is 1 to 4, 2 or 6 for an escape, 12 for two that make one code point.
 */
export type Unit = number;

export const codeOfUnit = (unit: Unit): number => unit >>> 4;
export const lengthOfUnit = (unit: Unit): number => unit & 15;

const backslash = 0x5c;
const letterU = 0x75;
const replacement = 0xfffd;

/** By the letter behind the backslash; 0 where JSON knows no such escape. */
const simpleEscapes = new Uint8Array(256);
for (const [letter, code] of Object.entries({
  '"': 0x22,
  '\\': backslash,
  '/': 0x2f,
  b: 0x08,
  f: 0x0c,
  n: 0x0a,
  r: 0x0d,
  t: 0x09,
})) {
  simpleEscapes[letter.charCodeAt(0)] = code;
}

const isHigh = (code: number): boolean => code >= 0xd800 && code <= 0xdbff;
const isLow = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;

/** The character that begins at `at`, which must be a boundary. */
export function unitAt(bytes: Uint8Array, at: number): Unit {
  return bytes[at] === backslash ? escapeAt(bytes, at) : writtenAt(bytes, at);
}

/** The code point at `at` as it is written: a backslash is one like others. */
export function writtenAt(bytes: Uint8Array, at: number): Unit {
  const lead = bytes[at] as number;
  if (lead < 0x80) return lead * 16 + 1;
  const length = sequenceLength(bytes, at, bytes.length);
  if (length < 0) return replacement * 16 - length;
  let code = lead & (0x7f >> length);
  for (let i = 1; i < length; i++) code = (code << 6) | ((bytes[at + i] as number) & 0x3f);
  return code * 16 + length;
}

/** An escape, or the backslash alone where it begins none: then it stays as written, as `readString` has it. */
function escapeAt(bytes: Uint8Array, at: number): Unit {
  const letter = bytes[at + 1] as number;
  if (letter !== letterU) {
    const code = simpleEscapes[letter] ?? 0;
    return code === 0 ? backslash * 16 + 1 : code * 16 + 2;
  }
  const code = escapedUnit(bytes, at);
  if (code < 0) return backslash * 16 + 1;
  if (isHigh(code) && bytes[at + 6] === backslash) {
    const low = escapedUnit(bytes, at + 6);
    if (isLow(low)) return (0x10000 + (code - 0xd800) * 0x400 + (low - 0xdc00)) * 16 + 12;
  }
  return code * 16 + 6;
}

/** The character that ends before `at`, which must be a boundary beyond 0. */
export function unitBefore(bytes: Uint8Array, at: number): Unit {
  // From the longest: the end of a long escape looks like a short one or a letter.
  for (const length of [12, 6, 2]) {
    if (!isEscapeStart(bytes, at - length)) continue;
    const unit = escapeAt(bytes, at - length);
    if (lengthOfUnit(unit) === length) return unit;
  }
  return writtenBefore(bytes, at);
}

/** The code point that ends before `at` as it is written. */
export function writtenBefore(bytes: Uint8Array, at: number): Unit {
  for (let length = 1; length <= 4 && length <= at; length++) {
    if (isContinuation(bytes[at - length] as number)) continue;
    const unit = writtenAt(bytes, at - length);
    if (lengthOfUnit(unit) === length) return unit;
    break;
  }
  return replacement * 16 + 1;
}

/** Whether no character has begun before `at` and goes on there. */
export function isBoundary(bytes: Uint8Array, at: number): boolean {
  if (at <= 0 || at >= bytes.length) return true;
  for (let back = 1; back <= 6 && back <= at; back++) {
    const from = at - back;
    if (isEscapeStart(bytes, from) && lengthOfUnit(escapeAt(bytes, from)) > back) return false;
    // Between 7 and 11 bytes back only a pair could begin, and then `at` lies in its second escape.
  }
  for (let back = 1; back <= 3 && back <= at && isContinuation(bytes[at - back + 1] as number); back++) {
    if (lengthOfUnit(writtenAt(bytes, at - back)) > back) return false;
  }
  return true;
}

/** The last run of backslashes that was looked at, so that a long one is not counted again for each of its bytes. */
let run: { readonly of: Uint8Array; readonly from: number; readonly to: number } | undefined;

/** Whether a backslash stands there that no backslash before it escapes. */
function isEscapeStart(bytes: Uint8Array, at: number): boolean {
  if (at < 0 || bytes[at] !== backslash) return false;
  if (bytes[at - 1] !== backslash) return true;
  const known = run?.of === bytes ? run : undefined;
  let from = at;
  while (from > 0 && bytes[from - 1] === backslash) {
    from--;
    if (known && from < known.to && from >= known.from) from = known.from;
  }
  if (!known || from !== known.from || at >= known.to) run = { of: bytes, from, to: at + 1 };
  return ((at - from) & 1) === 0;
}
