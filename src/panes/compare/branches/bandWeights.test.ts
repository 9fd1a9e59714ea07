import { expect, test } from 'vitest';
import { testRow } from '../../../../e2e/fixtures/testRow.ts';
import { sampleListOf } from '../../../../e2e/fixtures/testSamples.ts';
import type { GenerationRow } from '../../../response/rows.ts';
import { oddsWeights } from './bandWeights.ts';

const row = (position: number, total?: number, unusable = 0): GenerationRow =>
  testRow(position, {
    ...(total !== undefined && {
      logprobs: { count: 2, usable: 2 - unusable, total, ...(unusable > 0 && { leftOut: { unusable } }) },
    }),
  });
const drawn = (saidBy: readonly (readonly GenerationRow[])[]) => ({
  texts: saidBy.map((_, at) => String(at)),
  rows: sampleListOf(saidBy.flat()),
  saidBy: saidBy.map(sampleListOf),
  counts: saidBy.map(({ length }) => length),
  summary: '',
  notes: [],
});

test('a band is as thick as the model held its text likely among those drawn', () => {
  const weights = oddsWeights(drawn([[row(0, Math.log(0.3) - 900), row(1)], [row(2, Math.log(0.1) - 900)]]));
  expect(weights?.map((weight) => weight.toFixed(6))).toEqual(['2.250000', '0.750000']);
});

test('where the tokens of a text are not all known there are no such weights', () => {
  expect(oddsWeights(drawn([[row(0, -1)], [row(1)]]))).toBeUndefined();
  expect(oddsWeights(drawn([[row(0, -1)], [row(1, -1, 1)]]))).toBeUndefined();
});
