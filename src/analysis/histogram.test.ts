import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
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
