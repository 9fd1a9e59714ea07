// The contents of a JSON string as a text of its own, with the way back. Knows JSON's escapes and no form.

import { escapedUnit } from '../json/text.ts';
import { type MadeBytes, MadeText } from './madeText.ts';

const backslash = 0x5c;
/** What `\b` stands for, and so on (RFC 8259, section 7). */
const simple: Readonly<Record<number, number>> = {
  34: 0x22,
  92: backslash,
  47: 0x2f,
  98: 0x08,
  102: 0x0c,
  110: 0x0a,
  114: 0x0d,
  116: 0x09,
};

/**
 * The string at `[from, to)` of `bytes`, its quotes included, without its escapes. Half of a surrogate pair alone takes three bytes (WTF-8); an escape that
 * JSON does not know stays as written.
 */
export function unescaped(bytes: Uint8Array, from: number, to: number): MadeBytes {
  const end = Math.max(from + 1, to - 1);
  const made = new MadeText(bytes, end - from);
  // A view that ends with the string keeps the native search from running on.
  const view = bytes.subarray(0, end);
  for (let at = from + 1; at < end; ) {
    const found = view.indexOf(backslash, at);
    const stop = found < 0 ? end : found;
    made.copy(at, stop);
    at = stop === end ? end : unescapeOne(view, stop, made);
  }
  return made.finish();
}

/** The escape at `at`; gives where to go on. */
function unescapeOne(bytes: Uint8Array, at: number, made: MadeText): number {
  const byte = simple[bytes[at + 1] ?? 0];
  if (byte !== undefined) {
    made.byte(byte, at, at + 2);
    return at + 2;
  }
  const unit = escapedUnit(bytes, at);
  if (unit < 0) {
    const next = Math.min(at + 2, bytes.length);
    made.copy(at, next);
    return next;
  }
  const isHigh = unit >= 0xd800 && unit <= 0xdbff;
  const low = isHigh && bytes[at + 6] === backslash ? escapedUnit(bytes, at + 6) : -1;
  const isPair = low >= 0xdc00 && low <= 0xdfff;
  const next = at + (isPair ? 12 : 6);
  if (unit < 0xd800 || unit > 0xdfff || isPair)
    made.write(String.fromCharCode(unit, ...(isPair ? [low] : [])), at, next);
  else made.write(Uint8Array.of(0xe0 | (unit >> 12), 0x80 | ((unit >> 6) & 0x3f), 0x80 | (unit & 0x3f)), at, next);
  return next;
}
