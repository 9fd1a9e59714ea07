import { expect, test } from 'vitest';
import { testRow } from '../../../e2e/fixtures/testRow.ts';
import { samplesOf } from '../../../e2e/fixtures/testSamples.ts';
import { callShapes, lengthBins, mostGroups } from './callShapes.ts';

test('lengths share one scale, groups stand by their sizes', () => {
  const rows = samplesOf(
    [
      [0, 10, 0],
      [0, 10, 0],
      [0, 34, 1],
      [1, 22, 2],
      [1, 22, 2],
      [1, 22, 2],
    ].map(([response = 0, characters = 0, group = 0], position) => testRow(position, { response, characters, group })),
  );
  const steps = callShapes(rows, 2);
  const step = steps.next();
  if (!step.done) throw new Error('It takes one step');
  const { shortest, longest, lengths, groups } = step.value;
  expect([shortest, longest]).toEqual([10, 34]);
  expect([...lengths.subarray(0, lengthBins)]).toEqual([2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
  expect([...lengths.subarray(lengthBins)]).toEqual([0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0]);
  expect([...groups]).toEqual([2, 1, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0].slice(0, 2 * mostGroups));
});
