// How thick the band of a text is in the picture of branches: as thick as its share of the samples. Pure.

/** Of all bands together, above the number of samples that have a line of their own. */
const mostHeight = 80;
const mostLines = 40;
/** A band that is thinner could not be followed. */
const leastHeight = 2;

/**
 * By text the pixels of its band with the distance to the next, from how many samples say it: a line's height for each sample, and above 40
 * samples a share of 80 pixels, 2 at least.
 */
export function bandHeights(counts: readonly number[]): readonly number[] {
  // Shares of samples add up to a whole number but for their rounding.
  const sampleCount = Math.round(counts.reduce((sum, count) => sum + count, 0));
  if (sampleCount > mostLines) return counts.map((count) => Math.max(leastHeight, (mostHeight * count) / sampleCount));
  const line = sampleCount <= 12 ? 5 : sampleCount <= 24 ? 3 : 2;
  return counts.map((count) => Math.max(leastHeight, line * count));
}

/** The height of these texts' bands, one below the other. */
export function heightOfBands(heights: readonly number[], texts: readonly number[]): number {
  return texts.reduce((sum, text) => sum + (heights[text] ?? 0), 0);
}
