import { expect, test } from 'vitest';
import type { ResponseSummaries } from '../../response/rows.ts';
import { movedResponses } from '../../state/responseOrder.ts';
import { type SortKey, sortedResponses } from './sortResponses.ts';

const summaries = {
  samples: Uint32Array.of(3, 1, 3),
  distinct: Uint32Array.of(1, 1, 3),
  errors: Uint32Array.of(0, 1, 0),
  warnings: Uint32Array.of(9, 0, 2),
  models: ['tea-2', undefined, 'tea-1'],
  temperatures: Float64Array.of(1, 0.2, Number.NaN),
} as unknown as ResponseSummaries;
const names = ['run 10', 'run 9', 'run 1'];
const sorted = (key: SortKey, isReversed = false) => sortedResponses([0, 1, 2], { names }, summaries, key, isReversed);

test('names rise by their numbers, counts fall, what is missing is last either way', () => {
  expect(sorted('name')).toEqual([2, 1, 0]);
  expect(sorted('name', true)).toEqual([0, 1, 2]);
  expect(sorted('model')).toEqual([2, 0, 1]);
  expect(sorted('model', true)).toEqual([0, 2, 1]);
  expect(sorted('temperature')).toEqual([1, 0, 2]);
  expect(sorted('samples')).toEqual([0, 2, 1]);
  expect(sorted('distinct')).toEqual([2, 0, 1]);
  expect(sorted('issues')).toEqual([1, 0, 2]);
});

test('responses move by one among the listed, several together, and not beyond an end', () => {
  const all = [4, 2, 0, 1];
  expect(movedResponses({ all }, new Set([0]), -1)).toEqual([4, 0, 2, 1]);
  expect(movedResponses({ all }, new Set([2, 0]), 1)).toEqual([4, 1, 2, 0]);
  expect(movedResponses({ all }, new Set([4, 2]), -1)).toEqual(all);
  expect(movedResponses({ all }, new Set([1]), 1)).toEqual(all);
});
