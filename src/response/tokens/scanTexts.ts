// Whether two strings of a document have the same text, told from their bytes. Knows JSON strings only.

import { readString } from '../../json/text.ts';
import { sequenceLength } from '../../json/utf8.ts';

/** Whether strings (ranges with quotes) are surely of different texts; false where they are the same or that cannot be told at a glance. */
export function differ(bytes: Uint8Array, a: number, aTo: number, b: number, bTo: number): boolean {
  const length = Math.min(aTo - a, bTo - b) - 1;
  let at = 1;
  for (; at < length; at++) {
    const one = bytes[a + at] as number;
    if (one !== bytes[b + at]) break;
    if (one === 0x5c) return readsOtherwise(bytes, a, aTo, b, bTo);
  }
  if (at === length && aTo - a === bTo - b) return false;
  const one = bytes[a + at] as number;
  const other = bytes[b + at] as number;
  if (one < 0x80 && other < 0x80 && one !== 0x5c && other !== 0x5c) return true;
  if (isPlain(bytes, a + 1, aTo - 1) && isPlain(bytes, b + 1, bTo - 1)) return true;
  return readsOtherwise(bytes, a, aTo, b, bTo);
}

/** Whether strings are surely the same text, and one that stands for nothing else; false where that cannot be told at a glance. */
export function areEqual(bytes: Uint8Array, a: number, aTo: number, b: number, bTo: number): boolean {
  if (aTo - a !== bTo - b) return false;
  for (let at = aTo - a - 2; at > 0; at--) {
    const byte = bytes[a + at] as number;
    // The replacement character (EF BF BD) may stand for other bytes in each, written or escaped.
    if (byte !== bytes[b + at] || byte === 0xef || (byte === 0x75 && bytes[a + at - 1] === 0x5c)) return false;
  }
  return true;
}

function readsOtherwise(bytes: Uint8Array, a: number, aTo: number, b: number, bTo: number): boolean {
  return readString(bytes, a, aTo) !== readString(bytes, b, bTo);
}

/** Whether the bytes are whole characters, written as themselves: then other bytes are another text. */
export function isPlain(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; ) {
    const byte = bytes[at] as number;
    if (byte === 0x5c) return false;
    if (byte < 0x80) at++;
    else {
      const length = sequenceLength(bytes, at, to);
      if (length < 0) return false;
      at += length;
    }
  }
  return true;
}
