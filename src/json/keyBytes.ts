// Keys as they are written. Knows JSON only.

import { readString } from './text.ts';

/** Whether the key in a range (quotes included) decodes to this text. */
export function isKey(bytes: Uint8Array, from: number, to: number, key: string): boolean {
  if (to === 0) return key === '';
  const { length } = key;
  // A text takes as many bytes as it has code units, or more.
  if (to - from - 2 < length) return false;
  let at = 0;
  for (; at < length; at++) {
    const byte = bytes[from + 1 + at] as number;
    if (byte === 0x5c || byte >= 0x80) return readString(bytes, from, to) === key;
    if (byte !== key.charCodeAt(at)) return false;
  }
  return to - from - 2 === length;
}
