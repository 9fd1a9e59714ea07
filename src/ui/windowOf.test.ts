import { describe, expect, test } from 'vitest';
import { windowOf, withActive } from './windowOf.ts';

describe('the window of a line of things', () => {
  test('holds what touches the view and some more on both sides', () => {
    expect(windowOf(100, (at) => at * 10, 200, 25, 0)).toEqual([20, 21, 22]);
    expect(windowOf(100, (at) => at * 10, 200, 25, 2)).toEqual([18, 19, 20, 21, 22, 23, 24]);
  });

  test('ends at the first and the last', () => {
    expect(windowOf(3, (at) => at * 10, 0, 500, 4)).toEqual([0, 1, 2]);
    expect(windowOf(50, (at) => at * 10, 480, 500, 1)).toEqual([47, 48, 49]);
    expect(windowOf(0, () => 0, 0, 100, 3)).toEqual([]);
  });

  test('holds the active one too, in its place', () => {
    expect(withActive([5, 6], 2)).toEqual([2, 5, 6]);
    expect(withActive([5, 6], 9)).toEqual([5, 6, 9]);
    expect(withActive([5, 6], 6)).toEqual([5, 6]);
    expect(withActive([5, 6], -1)).toEqual([5, 6]);
  });

  test('minds that they are of different size', () => {
    const starts = [0, 100, 110, 120, 400];
    expect(windowOf(4, (at) => starts[at] ?? 0, 105, 10, 0)).toEqual([1, 2]);
  });
});
