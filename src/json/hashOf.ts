// Values told apart by the bytes that they are written with. Knows JSON only.

import type { JsonCursor } from './cursor.ts';

/** Length and 64 bits of the bytes. */
export function hashOf(value: JsonCursor): string {
  const range = value.range();
  if (range === undefined) return value.lexeme();
  const { bytes, from, to } = range;
  let a = 0x2f0b4c47;
  let b = 0x51ab3d;
  for (let at = from; at < to; at++) {
    a = Math.imul(a ^ (bytes[at] as number), 0x9e3779b1);
    a ^= a >>> 15;
    b = Math.imul(b ^ (bytes[at] as number), 0x5f356495);
    b ^= b >>> 13;
  }
  return `${to - from}.${a >>> 0}.${b >>> 0}`;
}
