// Whether two places are written alike. Knows bytes only.

import type { ByteRange } from './cursor.ts';

/** The last bytes first: that is where numbered values differ. */
export function isWrittenAlike(one: ByteRange, other: ByteRange): boolean {
  const length = one.to - one.from;
  if (other.to - other.from !== length) return false;
  for (let at = length - 1; at >= 0; at--) {
    if (one.bytes[one.from + at] !== other.bytes[other.from + at]) return false;
  }
  return true;
}
