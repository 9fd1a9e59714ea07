// Cuts two long texts at words that they share, so that each pair of slices can be compared in a short turn. Pure; knows text only.

import { wordTokens } from '../../analysis/wordTokens.ts';

/** Code units `[from, to)` of the baseline and of the other text. */
export interface Slice {
  readonly baseline: readonly [from: number, to: number];
  readonly other: readonly [from: number, to: number];
}

export interface Slices {
  readonly slices: readonly Slice[];
  /** True when a stretch without shared words had to be cut somewhere: not everything shared may be found. */
  readonly isForced: boolean;
}

/** Slices of at most about `longest` words and spaces on each side; together they are both texts, in order. */
export function sliceTexts(baseline: string, other: string, longest: number): Slices {
  const left = tokensOf(baseline);
  const right = tokensOf(other);
  const slices: Slice[] = [];
  let from = { left: 0, right: 0 };
  let isForced = false;
  const cut = (to: { readonly left: number; readonly right: number }): void => {
    slices.push({
      baseline: [left.starts[from.left] as number, left.starts[to.left] as number],
      other: [right.starts[from.right] as number, right.starts[to.right] as number],
    });
    from = to;
  };
  const sizeTo = (to: { readonly left: number; readonly right: number }) =>
    Math.max(to.left - from.left, to.right - from.right);
  const end = { left: left.tokens.length, right: right.tokens.length };
  const anchors = [...sharedAnchors(left.tokens, right.tokens), end];
  let last: { readonly left: number; readonly right: number } | undefined;
  for (const anchor of anchors) {
    if (sizeTo(anchor) > longest && last && sizeTo(last) > 0) cut(last);
    while (sizeTo(anchor) > longest) {
      isForced = true;
      cut({ left: Math.min(anchor.left, from.left + longest), right: Math.min(anchor.right, from.right + longest) });
    }
    last = anchor;
  }
  if (sizeTo(end) > 0) cut(end);
  return { slices, isForced };
}

interface Tokens {
  readonly tokens: readonly string[];
  /** Start of each token in code units, and the end of the last one. */
  readonly starts: Int32Array;
}

function tokensOf(text: string): Tokens {
  const tokens = wordTokens(text);
  const starts = new Int32Array(tokens.length + 1);
  let at = 0;
  tokens.forEach((token, index) => {
    starts[index] = at;
    at += token.length;
  });
  starts[tokens.length] = at;
  return { tokens, starts };
}

/** Words that occur once in both texts and stand in the same order in both: the longest such chain. */
function sharedAnchors(left: readonly string[], right: readonly string[]): readonly { left: number; right: number }[] {
  const onceLeft = placesOfSingles(left);
  const onceRight = placesOfSingles(right);
  const pairs: { left: number; right: number }[] = [];
  for (const [token, at] of onceLeft) {
    const there = onceRight.get(token);
    if (there !== undefined) pairs.push({ left: at, right: there });
  }
  pairs.sort((a, b) => a.left - b.left);
  return longestRising(pairs);
}

function placesOfSingles(tokens: readonly string[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  const repeated = new Set<string>();
  tokens.forEach((token, at) => {
    if (places.has(token)) repeated.add(token);
    else places.set(token, at);
  });
  for (const token of repeated) places.delete(token);
  return places;
}

/** Patience sorting: the longest subsequence whose `right` rises. */
function longestRising<T extends { readonly right: number }>(pairs: readonly T[]): readonly T[] {
  const tails: number[] = [];
  const before = new Int32Array(pairs.length);
  pairs.forEach((pair, at) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tails[middle] as number] as T).right < pair.right) low = middle + 1;
      else high = middle;
    }
    before[at] = low > 0 ? (tails[low - 1] as number) : -1;
    tails[low] = at;
  });
  const chain: T[] = [];
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at] as number) chain.push(pairs[at] as T);
  return chain.reverse();
}
