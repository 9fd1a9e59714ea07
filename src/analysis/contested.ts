// How contested a place is where samples part. The one measure behind "most contested first". Pure; knows counts of samples only.

/**
 * The entropy of the shares of the ways, in bits (Shannon 1948, section 6): 0 where all go one way, 1 for two halves, log2 n for n equal shares.
 * `counts`: samples of each way; those that say nothing at the place are a way too.
 */
export function contestedBits(counts: readonly number[]): number {
  const all = counts.reduce((sum, count) => sum + count, 0);
  let bits = 0;
  for (const count of counts) if (count > 0) bits -= (count / all) * Math.log2(count / all);
  // A sum of nothing is -0 otherwise.
  return Math.max(0, bits);
}

/** Places by how contested they are, the most first, equally contested ones in their order. `countsOf`: by place the samples of each way. */
export function mostContestedFirst(countsOf: readonly (readonly number[])[]): readonly number[] {
  const bits = countsOf.map(contestedBits);
  // Two sums of the same shares may differ in their last digits.
  const rank = (place: number): number => Math.round((bits[place] ?? 0) * 1e9);
  return [...countsOf.keys()].sort((one, other) => rank(other) - rank(one) || one - other);
}
