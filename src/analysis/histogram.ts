// Whole numbers in bins for a small chart. Pure; knows no chart.

export interface Bin {
  /** Values `[from, to)`, whole numbers. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** Steps that people count in. */
const niceSteps = [1, 2, 5];

/**
 * Bins of equal width that hold all values (whole numbers), at most `mostBins` and without gaps. Edges are multiples of 1, 2 or 5
 * times a power of ten. Empty without values.
 */
export function binsOf(values: ArrayLike<number> & Iterable<number>, mostBins: number): readonly Bin[] {
  if (values.length === 0) return [];
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  const width = widthOf(least, most, mostBins);
  const first = Math.floor(least / width);
  const counts = new Array<number>(Math.floor(most / width) - first + 1).fill(0);
  for (const value of values) {
    const at = Math.floor(value / width) - first;
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts.map((count, at) => ({ from: (first + at) * width, to: (first + at + 1) * width, count }));
}

/** How many values lie in each of the bins. */
export function countIn(bins: readonly Bin[], values: Iterable<number>): readonly number[] {
  const [first] = bins;
  if (first === undefined) return [];
  const counts = new Array<number>(bins.length).fill(0);
  for (const value of values) {
    const at = Math.floor((value - first.from) / (first.to - first.from));
    if (at >= 0 && at < counts.length) counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts;
}

function widthOf(least: number, most: number, mostBins: number): number {
  for (let power = 1; ; power *= 10) {
    for (const step of niceSteps) {
      const width = step * power;
      if (Math.floor(most / width) - Math.floor(least / width) < mostBins) return width;
    }
  }
}
