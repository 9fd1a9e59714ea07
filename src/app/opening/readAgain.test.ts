import { expect, test } from 'vitest';
import { fileWords, inTurn } from './readAgain.ts';

test('thousands of files are asked for a few at a time, and come in their order', async () => {
  let now = 0;
  let most = 0;
  const items = Array.from({ length: 3000 }, (_, at) => at);
  const answers = await inTurn(items, async (item) => {
    most = Math.max(most, ++now);
    await new Promise((resolve) => setTimeout(resolve, item % 3));
    now--;
    return item * 2;
  });
  expect(answers).toEqual(items.map((item) => item * 2));
  expect(most).toBe(32);
  expect(await inTurn([], async () => 1)).toEqual([]);
});

test('files are named as long as there are few', () => {
  const named = ['a', 'b', 'c', 'd', 'e'].map((name) => ({ name }));
  expect([1, 2, 3, 5].map((count) => fileWords(named.slice(0, count)))).toEqual([
    'a',
    'a and b',
    'a, b and c',
    'a, b, c and 2 more files',
  ]);
});
