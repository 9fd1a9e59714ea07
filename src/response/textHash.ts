// A hash of a text, to find equal texts without holding them. Knows text only.

/**
 * 53 bits from two multiplicative lanes (after the finaliser of MurmurHash3). Different texts can share one: where it
 * matters, equal hashes are verified on the texts.
 */
function hashText(text: string, seed = 0): number {
  let high = 0xdeadbeef ^ seed;
  let low = 0x41c6ce57 ^ seed;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 0x9e3779b1);
    low = Math.imul(low ^ unit, 0x5f356495);
  }
  high = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35);
  low = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35);
  return (high & 0x1fffff) * 0x100000000 + (low >>> 0);
}

/** A short key of a text, for groups whose texts are not kept: two hashes and the length, more than 100 bits. */
export function textKey(text: string): string {
  return `${hashText(text).toString(36)}.${hashText(text, 0x51ab3d).toString(36)}.${text.length.toString(36)}`;
}
