// Where tokens stand in the bytes of their text, and how two lists of tokens compare. Pure; knows no fork and no way.

import { type TokenIndex, tokenKind } from '../../response/tokens/tokenIndex.ts';

/** Tokens before a fork that show whether two samples are cut alike. */
const tokensBefore = 8;

/** Whether the tokens that both have before a fork are the same; not where there are none. */
export function areCutAlike(one: TokenIndex, oneFork: number, other: TokenIndex, otherFork: number): boolean {
  let a = tokenOver(one, oneFork - 1);
  let b = tokenOver(other, otherFork - 1);
  // Both reach as far over the fork, or they are cut otherwise.
  if (a !== undefined && b !== undefined && (one.to[a] as number) - oneFork !== (other.to[b] as number) - otherFork)
    return false;
  for (let seen = 0; seen < tokensBefore; seen++) {
    if (a === undefined || b === undefined) return seen > 0 && a === b;
    const own = one.text.subarray(one.from[a], one.to[a]);
    const its = other.text.subarray(other.from[b], other.to[b]);
    const shared = Math.min(own.length, its.length);
    // Other words, in another history: what was seen so far counts.
    if (!isEqual(own.subarray(own.length - shared), its.subarray(its.length - shared))) return seen > 0;
    if (own.length !== its.length) return false;
    a = tokenOver(one, (one.from[a] as number) - 1);
    b = tokenOver(other, (other.from[b] as number) - 1);
  }
  return true;
}

export function isEqual(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}

/** Whether no word goes on at a byte; letters beyond ASCII count as words. */
export function endsWord(bytes: Uint8Array, at: number): boolean {
  const byte = bytes[at] as number;
  return !(byte >= 0x80 || (byte >= 0x30 && byte <= 0x39) || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a));
}

/** 1 for the likeliest; the token's own value counts where it is not listed. */
export function rankOf(index: TokenIndex, at: number, logprob: number): number {
  let rank = 1;
  const end = index.firstAlternative[at + 1] as number;
  for (let a = index.firstAlternative[at] as number; a < end; a++) {
    if ((index.alternativeLogprob[a] as number) > logprob) rank++;
  }
  return index.chosen[at] === -1 && (index.logprob[at] as number) > logprob ? rank + 1 : rank;
}

/** The token that reaches over a byte of the text. Tokens in the text stand in order; those that are not in it stand between them. */
export function tokenOver({ from, to }: TokenIndex, byte: number): number | undefined {
  let low = 0;
  let high = from.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    let at = middle;
    while (at >= low && (from[at] as number) < 0) at--;
    if (at < low) {
      low = middle + 1;
      continue;
    }
    if (byte < (from[at] as number)) high = at - 1;
    else if (byte >= (to[at] as number)) low = middle + 1;
    else return at;
  }
  return undefined;
}

/** The listed token that ended the text: the first behind the last in it. */
export function endToken({ from, to, kind, text }: TokenIndex, byte: number): number | undefined {
  // White space that was stripped from the answer is said first.
  if (byte < text.length) return tokenOver({ from, to } as TokenIndex, byte);
  let last = from.length - 1;
  while (last >= 0 && (from[last] as number) < 0) last--;
  const after = last + 1;
  return kind[after] === tokenKind.special || kind[after] === tokenKind.afterStop ? after : undefined;
}
