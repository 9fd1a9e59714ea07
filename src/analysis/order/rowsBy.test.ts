import { expect, test } from 'vitest';
import { testRow } from '../../../e2e/fixtures/testRow.ts';
import { samplesOf } from '../../../e2e/fixtures/testSamples.ts';
import type { RowsBy } from './orderRequest.ts';
import { positionsBy } from './rowsBy.ts';

const rows = samplesOf(
  [
    [0, 1],
    [0, 0],
    [2, undefined],
    [1, 0],
    [1, 1],
  ].map(([response = 0, prompt], position) => testRow(position, { response, ...(prompt !== undefined && { prompt }) })),
);

function ordered(by: RowsBy): readonly number[] {
  const steps = positionsBy(rows, by, rows.length, undefined);
  for (;;) {
    const step = steps.next();
    if (step.done) return [...step.value.positions];
  }
}

test('rows stand by the ranks of their responses, within them as in the document', () => {
  expect(ordered({ ranks: Uint32Array.of(2, 0, 1) })).toEqual([3, 4, 2, 0, 1]);
});

test('prompts come before responses, what states none is last', () => {
  expect(ordered({ isByPrompt: true })).toEqual([1, 3, 0, 4, 2]);
  expect(ordered({ isByPrompt: true, ranks: Uint32Array.of(1, 0, 2) })).toEqual([3, 1, 4, 0, 2]);
});

test('a response without a rank is last', () => {
  expect(ordered({ ranks: Uint32Array.of(1, 0) })).toEqual([3, 4, 0, 1, 2]);
});
