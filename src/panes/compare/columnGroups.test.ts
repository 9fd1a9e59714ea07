import { expect, test } from 'vitest';
import { columnGroups } from './columnGroups.ts';

const whole = (texts: readonly string[], positions = [...texts.keys()]) => ({
  texts,
  totalLengths: texts.map(({ length }) => length),
  positions,
});

test('equal texts are one column, what most say first, of equally many the earlier one', () => {
  expect(columnGroups(whole(['a', 'b', 'c', 'b', 'c', 'b']), undefined)).toEqual([[1, 3, 5], [2, 4], [0]]);
  expect(columnGroups(whole(['c', 'a', 'b'], [2, 0, 1]), undefined)).toEqual([[1], [2], [0]]);
});

test('the baseline and those that say the same come first, the baseline before them', () => {
  expect(columnGroups(whole(['b', 'a', 'b', 'b', 'a'], [4, 0, 1, 2, 3]), 0)).toEqual([
    [0, 2, 3],
    [1, 4],
  ]);
});

test('texts that are not here to their end are never taken for equal', () => {
  expect(columnGroups({ texts: ['a', 'a', 'a'], totalLengths: [9, 9, 1], positions: [0, 1, 2] }, undefined)).toEqual([
    [0],
    [1],
    [2],
  ]);
});
