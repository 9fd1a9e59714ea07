import { expect, it } from 'vitest';
import { usageTableOf } from '../../../e2e/fixtures/usageTable.ts';
import { UsageBars } from './usageBars.ts';
import { usageBins } from './usageBins.ts';

const beyond = Number.POSITIVE_INFINITY;

function binsOf(count: number, tokens: (at: number) => number) {
  const rows = usageTableOf({ generations: Array.from({ length: count }, (_, at) => tokens(at)) });
  return usageBins(rows, new UsageBars(rows));
}

it('covers every generation once, in at most 60 bins of a round size', () => {
  const bins = binsOf(5000, (at) => (at % 10 === 3 ? beyond : 4));
  expect(bins).toHaveLength(50);
  expect(bins[0]).toEqual({ fromRow: 1, toRow: 101, from: 0, to: 360, mean: 4 });
  expect(bins.every((bin, at) => at === 0 || bin.fromRow === bins[at - 1]?.toRow)).toBe(true);
  expect(bins.at(-1)).toMatchObject({ toRow: 5001, to: 4500 * 4 });
});

it('leaves out bins in which nothing can be drawn, and has none without generations', () => {
  expect(binsOf(300, () => beyond)).toEqual([]);
  expect(binsOf(0, () => 4)).toEqual([]);
});
