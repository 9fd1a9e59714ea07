import { expect, test } from 'vitest';
import { perplexity } from './perplexity.ts';

test('tokens of equal chance among n have the perplexity n', () => {
  expect(perplexity(Math.log(1 / 8))).toBeCloseTo(8, 12);
  expect(perplexity(0)).toBe(1);
});
