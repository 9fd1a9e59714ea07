import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { testRow } from '../../e2e/fixtures/testRow.ts';
import { pointerOf } from '../json/pointer.ts';
import { brushedRows } from './brushedRows.ts';
import { binsOf, countIn } from './histogram.ts';

describe('bins', () => {
  test('have edges that people count in', () => {
    expect(binsOf([193, 203, 224, 257], 8)).toEqual([
      { from: 190, to: 200, count: 1 },
      { from: 200, to: 210, count: 1 },
      { from: 210, to: 220, count: 0 },
      { from: 220, to: 230, count: 1 },
      { from: 230, to: 240, count: 0 },
      { from: 240, to: 250, count: 0 },
      { from: 250, to: 260, count: 1 },
    ]);
    expect(binsOf([7, 7], 8)).toEqual([{ from: 7, to: 8, count: 2 }]);
    expect(binsOf([], 8)).toEqual([]);
    expect(binsOf([-260, -193], 8)).toEqual([
      { from: -260, to: -250, count: 1 },
      ...[-250, -240, -230, -220, -210].map((from) => ({ from, to: from + 10, count: 0 })),
      { from: -200, to: -190, count: 1 },
    ]);
  });

  test('hold every value once, lie side by side and are not too many', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -100_000, max: 100_000 }), { minLength: 1 }),
        fc.integer({ min: 2, max: 30 }),
        (values, most) => {
          const bins = binsOf(values, most);
          expect(bins.length).toBeLessThanOrEqual(most);
          for (const [at, bin] of bins.entries()) {
            expect(bin.from).toBe(bins[at - 1]?.to ?? bin.from);
            expect(bin.count).toBe(values.filter((value) => value >= bin.from && value < bin.to).length);
          }
          expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(values.length);
          expect(bins[0]?.count).toBeGreaterThan(0);
          expect(bins.at(-1)?.count).toBeGreaterThan(0);
          expect(countIn(bins, values)).toEqual(bins.map(({ count }) => count));
        },
      ),
    );
  });
});

describe('brushes', () => {
  const row = (position: number, characters: number | undefined, finish?: 'stop' | 'length') =>
    testRow(position, {
      outputKind: characters === undefined ? 'missing' : 'text',
      ...(characters !== undefined && { characters }),
      ...(finish !== undefined && {
        finishReason: { raw: finish, class: finish, pointer: pointerOf('data', position) },
      }),
    });
  const rows = [row(0, 10, 'stop'), row(1, 20, 'length'), row(2, undefined, 'stop'), row(3, 30)];
  const positions = (brushes: Parameters<typeof brushedRows>[1]): readonly number[] =>
    brushedRows(rows, brushes).map(({ position }) => position);

  test('narrow to what lies within all of them, both ends included', () => {
    expect(positions({ characters: { from: 10, to: 20 } })).toEqual([0, 1]);
    expect(positions({ characters: { from: 0, to: 99 } })).toEqual([0, 1, 3]);
    expect(positions({ finish: ['stop', 'none'] })).toEqual([0, 2, 3]);
    expect(positions({ characters: { from: 10, to: 20 }, finish: ['length'] })).toEqual([1]);
    expect(positions({ finish: [] })).toEqual([]);
    expect(positions({ tokens: { from: 0, to: 9 } })).toEqual([]);
  });

  test('of a figure of tokens go by its whole units, as it is shown', () => {
    const withMeans = [-0.3996, -0.4004, -2].map((mean, at) =>
      testRow(at, { logprobs: { count: 1, usable: 1, mean } }),
    );
    const found = brushedRows([...withMeans, testRow(3)], { logprob: { from: -400, to: -400 } });
    expect(found.map(({ position }) => position)).toEqual([0, 1]);
  });

  test('leave the list as it is where nothing narrows', () => {
    expect(brushedRows(rows, {})).toBe(rows);
  });
});
