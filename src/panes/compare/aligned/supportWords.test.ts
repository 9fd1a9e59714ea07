import { expect, test } from 'vitest';
import { supportWords } from './supportWords.ts';

const variant = (...samples: readonly number[]) => ({ text: 'word', samples, from: 0, to: 4 });

test('the samples of each variant are a sum, with those that say nothing behind it', () => {
  expect(supportWords({ variants: [variant(0, 1, 3), variant(2)], absent: [] }, 4)).toBe('3 + 1');
  expect(supportWords({ variants: [variant(0)], absent: [1, 2] }, 3)).toBe('1, missing in 2 of 3');
});

test('of many variants the rarer ones are only counted', () => {
  const variants = [variant(0, 1), variant(2), variant(3), variant(4), variant(5), variant(6)];
  expect(supportWords({ variants, absent: [] }, 7)).toBe('2 + 1 + 1 + 1 + 2 more');
});
