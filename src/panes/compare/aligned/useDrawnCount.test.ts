import { expect, test } from 'vitest';
import { stepsOf } from './useDrawnCount.ts';

test('short columns are drawn at once, long ones in several frames, and each in some', () => {
  expect(stepsOf([3000, 3000, 3000])).toEqual([3]);
  expect(stepsOf([13_000, 13_000, 13_000, 13_000, 13_000])).toEqual([2, 3, 4, 5]);
  expect(stepsOf([900_000, 10, 900_000])).toEqual([1, 2, 3]);
  expect(stepsOf([])).toEqual([0]);
});
