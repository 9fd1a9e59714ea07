import { expect, test } from 'vitest';
import { completion, read } from '../../../../e2e/fixtures/testTokens.ts';
import { byDoubt, doubtfulCount, nextInDoubt } from './leastCertain.ts';

test('tokens from the least likely on, without those that count in no average', () => {
  const { tokens } = read(
    completion('abcdefg', [
      ['a', -0.1],
      ['b', -2],
      ['c', -9999],
      ['d', -0.8],
      ['e', -2],
      ['f', -0.2],
      ['g', -0.3],
      ['h', -5],
    ]),
  );
  const order = byDoubt(tokens);
  expect(order).toEqual([1, 4, 3, 6, 5, 0]);
  // Three are below a half; so few are joined by the next.
  expect(doubtfulCount(tokens, order)).toBe(5);
  expect([nextInDoubt(order, undefined), nextInDoubt(order, 1), nextInDoubt(order, 0), nextInDoubt(order, 2)]).toEqual([
    1, 4, 1, 1,
  ]);
  expect(nextInDoubt([], undefined)).toBeUndefined();
});
