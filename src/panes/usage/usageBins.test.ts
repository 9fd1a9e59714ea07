import { expect, it } from 'vitest';
import { pointerOf } from '../../json/pointer.ts';
import type { UsageRow } from '../../response/rows.ts';
import { usageBars } from './usageBars.ts';
import { usageBins } from './usageBins.ts';

const pointer = pointerOf('usage');
const count = { value: 4, lexeme: '4', pointer };

function rowsOf(generations: number): readonly UsageRow[] {
  return [
    { source: 'response', label: 'Response usage', pointer },
    ...Array.from({ length: generations }, (_, position): UsageRow => {
      const isKnown = position % 10 !== 3;
      return {
        source: 'generation',
        label: '',
        pointer,
        position,
        ...(isKnown && { usage: { pointer, generation: count } }),
      };
    }),
  ];
}

it('covers every generation once, in at most 60 bins of a round size', () => {
  const rows = rowsOf(5000);
  const bins = usageBins(rows, usageBars(rows).bars);
  expect(bins).toHaveLength(50);
  expect(bins[0]).toEqual({ fromRow: 1, toRow: 101, from: 0, to: 360, mean: 4 });
  expect(bins.every((bin, at) => at === 0 || bin.fromRow === bins[at - 1]?.toRow)).toBe(true);
  expect(bins.at(-1)).toMatchObject({ toRow: 5001, to: 4500 * 4 });
});

it('leaves out bins in which nothing is known, and has none without generations', () => {
  const unknown = rowsOf(300).map(({ usage: _usage, ...row }) => row);
  expect(usageBins(unknown, usageBars(unknown).bars)).toEqual([]);
  expect(usageBins(rowsOf(0), usageBars(rowsOf(0)).bars)).toEqual([]);
});
