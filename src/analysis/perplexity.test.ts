import { expect, test } from 'vitest';
import { perplexity, pooledMean } from './perplexity.ts';

test('tokens of equal chance among n have the perplexity n', () => {
  expect(perplexity(Math.log(1 / 8))).toBeCloseTo(8, 12);
  expect(perplexity(0)).toBe(1);
});

test('every usable token counts once, however the lists are cut', () => {
  expect(
    pooledMean([
      { count: 3, usable: 2, mean: -1 },
      { count: 6, usable: 6, mean: -3 },
    ]),
  ).toEqual({
    count: 9,
    usable: 8,
    mean: -2.5,
  });
});

test('lists without a usable token add to the count alone', () => {
  expect(pooledMean([{ count: 4, usable: 0 }])).toEqual({ count: 4, usable: 0 });
  expect(
    pooledMean([
      { count: 4, usable: 0 },
      { count: 1, usable: 1, mean: -2 },
    ]),
  ).toEqual({ count: 5, usable: 1, mean: -2 });
});
