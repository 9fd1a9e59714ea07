import { expect, test } from 'vitest';
import { barsOf } from './surprisalBars.ts';

test('a bar for each token; of a long list each is the highest of several, and none is missed', () => {
  const few = barsOf([0.5, undefined, 6.2, -1e-9], [false, false, true, false]);
  expect(few.bars).toEqual([
    { at: 0, bits: 0.5, isLow: false },
    { at: 1, bits: undefined, isLow: false },
    { at: 2, bits: 6.2, isLow: true },
    { at: 3, bits: 0, isLow: false },
  ]);
  expect(few.topBits).toBe(7);
  const bits = Array.from({ length: 5000 }, (_, at) => (at === 3333 ? 12 : 0.1));
  const many = barsOf(
    bits,
    bits.map((value) => value > 1),
  );
  expect(many.bars).toHaveLength(240);
  expect(many.bars.filter(({ isLow }) => isLow).map(({ at }) => at)).toEqual([3333]);
  // The bar of a token is the one that its place along the text falls into.
  expect(many.bars.findIndex(({ at }) => at === 3333)).toBe(Math.floor((3333 * 240) / 5000));
});
