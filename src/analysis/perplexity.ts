// Mean log probability and perplexity of one or several token lists. Pure.

/** A list of tokens: how many have a usable log probability, and the mean of those (natural logarithm). */
export interface TokenMean {
  readonly count: number;
  readonly usable: number;
  readonly mean?: number;
}

/** e to the power of minus the mean: as many equally likely choices per token would be as uncertain. */
export function perplexity(mean: number): number {
  return Math.exp(-mean);
}

/** All lists as one: each token counts once. The mean is absent where no token is usable. */
export function pooledMean(lists: readonly TokenMean[]): TokenMean {
  let count = 0;
  let usable = 0;
  let sum = 0;
  for (const list of lists) {
    count += list.count;
    usable += list.mean === undefined ? 0 : list.usable;
    sum += (list.mean ?? 0) * list.usable;
  }
  return { count, usable, ...(usable > 0 && { mean: sum / usable }) };
}
