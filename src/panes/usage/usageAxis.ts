// Round numbers for an axis that begins at 0. Pure.

const roundSteps = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 7.5, 8, 10];

/**
 * Whole, evenly spaced ticks from 0 to at least `end`, two to four steps of a round size, chosen so that the least room stays empty;
 * three steps where several fit equally well. The last tick is the end of the axis.
 */
export function axisTicks(end: number): readonly number[] {
  let best: { readonly step: number; readonly count: number } | undefined;
  for (const count of [3, 4, 2]) {
    const step = roundStep(Math.max(end, 1) / count);
    if (best === undefined || step * count < best.step * best.count) best = { step, count };
  }
  return Array.from({ length: (best?.count ?? 0) + 1 }, (_, at) => at * (best?.step ?? 1));
}

/** The smallest whole round number that is not below `size`. */
function roundStep(size: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(size, 1)));
  for (const round of roundSteps) {
    const step = round * power;
    if (step >= size && Number.isInteger(step)) return step;
  }
  return 10 * power;
}
