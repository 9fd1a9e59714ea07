// A hash of bytes in two lanes of 32 bits. Knows bytes only.

/** The lanes of what was hashed last: returned side by side they would be an object for each text. */
export let laneA = 0;
export let laneB = 0;

/** Hashes bytes, four at a time, into the two lanes: multiplicative, with the finaliser of MurmurHash3. */
export function hashRange(bytes: Uint8Array, from: number, to: number): void {
  let a = 0x2f0b4c47;
  let b = 0x51ab3d;
  let at = from;
  for (const end = to - 3; at < end; at += 4) {
    const word =
      (bytes[at] as number) |
      ((bytes[at + 1] as number) << 8) |
      ((bytes[at + 2] as number) << 16) |
      ((bytes[at + 3] as number) << 24);
    a = Math.imul(a ^ word, 0x9e3779b1);
    a ^= a >>> 15;
    b = Math.imul((b << 13) | (b >>> 19), 0x5f356495) + word;
  }
  let rest = 0;
  for (let shift = 0; at < to; at++, shift += 8) rest |= (bytes[at] as number) << shift;
  a = Math.imul(a ^ rest, 0x9e3779b1) ^ (to - from);
  b = Math.imul((b << 13) | (b >>> 19), 0x5f356495) + rest;
  b ^= to - from;
  a = Math.imul(a ^ (a >>> 16), 0x85ebca6b);
  b = Math.imul(b ^ (b >>> 16), 0xcc9e2d51);
  a = Math.imul(a ^ (a >>> 13), 0xc2b2ae35);
  b = Math.imul(b ^ (b >>> 13), 0x1b873593);
  laneA = a ^ (a >>> 16);
  laneB = b ^ (b >>> 16);
}
