import { expect, test } from 'vitest';
import { firstView } from './firstView.ts';
import { stepsOf } from './useDrawnCount.ts';

const first = { unitsEach: 1000, units: 4000 };

test('at first come as many columns as there are starts in view, then so many as a frame has time for, and each in some', () => {
  expect(stepsOf([3000, 3000, 3000], first)).toEqual([3]);
  expect(stepsOf([3000, 3000, 3000, 3000, 3000, 3000], first)).toEqual([4, 6]);
  expect(stepsOf([9000, 9000, 9000, 9000, 9000, 9000, 9000], first)).toEqual([4, 6, 7]);
  expect(stepsOf([900_000, 10, 900_000, 900_000], { unitsEach: 5000, units: 5000 })).toEqual([1, 2, 3, 4]);
  expect(stepsOf(Array(30).fill(100), first)).toEqual([30]);
  expect(stepsOf([], first)).toEqual([0]);
});

test('in view is less of each text the more columns share the width, and never less than a narrow column shows', () => {
  const window = { width: 1440, height: 900 };
  const two = firstView(window, 'columns', 2);
  const eight = firstView(window, 'columns', 8);
  expect(two.unitsEach).toBeGreaterThan(2 * eight.unitsEach);
  expect(eight.units / eight.unitsEach).toBe(5);
  const fifty = firstView(window, 'columns', 50);
  expect(fifty.unitsEach).toBe(eight.unitsEach);
  expect(fifty.units / fifty.unitsEach).toBe(3);
  expect(firstView(window, 'stacked', 8)).toEqual(firstView(window, 'stacked', 2));
});
