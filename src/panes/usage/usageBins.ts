// Many generations drawn as few columns: each column covers the tokens that its generations fill. Pure.

import type { UsageRow } from '../../response/rows.ts';
import type { UsageBar } from './usageBars.ts';

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
export function usageBins(rows: readonly UsageRow[], bars: readonly UsageBar[]): readonly UsageBin[] {
  const first = rows.findIndex((row) => row.source === 'generation');
  if (first < 0) return [];
  const size = roundSize((rows.length - first) / mostBins);
  const bins: UsageBin[] = [];
  for (let fromRow = first; fromRow < rows.length; fromRow += size) {
    const toRow = Math.min(rows.length, fromRow + size);
    const parts = bars.slice(fromRow, toRow).flatMap((bar) => bar.parts);
    const from = parts[0]?.from;
    const to = parts.at(-1)?.to;
    if (from === undefined || to === undefined) continue;
    bins.push({ fromRow, toRow, from, to, mean: (to - from) / parts.length });
  }
  return bins;
}

function roundSize(size: number): number {
  for (let power = 1; ; power *= 10) {
    for (const round of [1, 2, 5]) if (round * power >= size) return round * power;
  }
}
