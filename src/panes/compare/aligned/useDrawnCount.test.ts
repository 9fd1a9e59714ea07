import { expect, test } from 'vitest';
import { stepsOf } from './useDrawnCount.ts';

test('short columns are drawn at once, long ones in several frames, and each in some', () => {
  expect(stepsOf([3000, 3000, 3000])).toEqual([3]);
  expect(stepsOf([25_000, 25_000, 25_000, 25_000, 25_000])).toEqual([1, 3, 5]);
  expect(stepsOf([900_000, 10, 900_000])).toEqual([1, 2, 3]);
  expect(stepsOf([])).toEqual([0]);
});
