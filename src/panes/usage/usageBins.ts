// Many generations drawn as few columns: each column covers the tokens that its generations fill. Pure.

import type { UsageTable } from '../../analysis/usageTable.ts';
import type { UsageBars } from './usageBars.ts';

/** Consecutive rows drawn as one column; `[fromRow, toRow)` are places in the list of all rows. */
export interface UsageBin {
  readonly fromRow: number;
  readonly toRow: number;
  /** Tokens on the axis. */
  readonly from: number;
  readonly to: number;
  /** Tokens per generation in this bin, over those whose count is known. */
  readonly mean: number;
}

const mostBins = 60;

/** Bins of a round number of generations (1, 2, 5, 10, …), at most 60; bins without any known count are left out. */
export function usageBins(
  { firstGeneration, generationCount, length }: UsageTable,
  bars: UsageBars,
): readonly UsageBin[] {
  if (generationCount === 0) return [];
  const size = roundSize(generationCount / mostBins);
  const bins: UsageBin[] = [];
  for (let fromRow = firstGeneration; fromRow < length; fromRow += size) {
    const toRow = Math.min(length, fromRow + size);
    const span = bars.span(fromRow, toRow);
    if (span === undefined) continue;
    const { from, to, count } = span;
    bins.push({ fromRow, toRow, from, to, mean: (to - from) / count });
  }
  return bins;
}

function roundSize(size: number): number {
  for (let power = 1; ; power *= 10) {
    for (const round of [1, 2, 5]) if (round * power >= size) return round * power;
  }
}
