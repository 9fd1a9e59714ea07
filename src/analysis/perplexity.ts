// Perplexity from a mean log probability. Pure.

/** e to the power of minus the mean: as many equally likely choices per token would be as uncertain. */
export function perplexity(mean: number): number {
  return Math.exp(-mean);
}
