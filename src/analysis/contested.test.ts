import { array, assert, integer, property } from 'fast-check';
import { expect, test } from 'vitest';
import { contestedBits, mostContestedFirst } from './contested.ts';

test('a place is as contested as its ways are even, in bits', () => {
  expect([[8], [4, 4], [2, 2, 2, 2], [7, 1], [0, 3], []].map(contestedBits)).toEqual([
    0,
    1,
    2,
    expect.closeTo(0.5435644, 6),
    0,
    0,
  ]);
});

test('it is never more than for equal shares, and does not depend on the order of the ways', () => {
  assert(
    property(array(integer({ min: 0, max: 1000 }), { maxLength: 12 }), (counts) => {
      const bits = contestedBits(counts);
      expect(bits).toBeGreaterThanOrEqual(0);
      expect(bits).toBeLessThanOrEqual(Math.log2(Math.max(1, counts.length)) + 1e-9);
      expect(contestedBits(counts.toReversed())).toBeCloseTo(bits, 9);
    }),
  );
});

test('the most contested place comes first, equally contested ones stay in the order of the text', () => {
  expect(
    mostContestedFirst([
      [7, 1],
      [4, 4],
      [1, 7],
      [3, 3, 2],
    ]),
  ).toEqual([3, 1, 0, 2]);
});
