// A document part by part and value by value, for who reads all of its texts: without an index, by quotes and words alone, so that it goes through
// broken text too. Decodes nothing.

import { closingQuote, tokenEnd } from '../skim.ts';

const quote = 0x22;

/**
 * Where a part ends that begins at `from`, outside of strings and words, and has `leastBytes` or more: there as well, at the end of the bytes at the
 * latest.
 */
export function partEnd(bytes: Uint8Array, from: number, leastBytes: number): number {
  const least = Math.min(bytes.length, from + leastBytes);
  const within = bytes.subarray(0, least);
  let at = from;
  while (at < least) {
    const opening = within.indexOf(quote, at);
    if (opening < 0) return tokenEnd(bytes, least);
    const closing = closingQuote(bytes, opening + 1);
    if (closing < 0) return bytes.length;
    at = closing + 1;
  }
  return at;
}

/**
 * Calls `visit` with every string, keys too, and every number or word of a part in order: `[from, to)` in bytes, of a string with its quotes. One
 * that the bytes break off in has no closing quote.
 */
export function eachText(
  part: Uint8Array,
  visit: (from: number, to: number, isString: boolean, isWhole: boolean) => void,
): void {
  let at = 0;
  while (at < part.length) {
    if (part[at] === quote) {
      const closing = closingQuote(part, at + 1);
      const to = closing < 0 ? part.length : closing + 1;
      visit(at, to, true, closing >= 0);
      at = to;
      continue;
    }
    const to = tokenEnd(part, at);
    if (to > at) visit(at, to, false, true);
    at = Math.max(to, at + 1);
  }
}
