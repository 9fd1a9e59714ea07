import { expect, test } from 'vitest';
import { testRow } from '../../e2e/fixtures/testRow.ts';
import { rowsOf, samplesOf } from '../../e2e/fixtures/testSamples.ts';
import { UsageTable } from '../analysis/usageTable.ts';
import { pointerOf } from '../json/pointer.ts';
import { noProviders } from '../response/choices/choiceTable.ts';
import { newDocument, type OpenDocument } from './documents.ts';
import { estimable, isEstimable, withEstimates } from './estimates.ts';

const listed = { tokens: { count: 7, from: 'listed', pointer: pointerOf('t') } } as const;
const document: OpenDocument = {
  ...newDocument('a', 'a.json'),
  rows: samplesOf([
    testRow(0),
    testRow(1, listed),
    testRow(2, { outputKind: 'missing' }),
    testRow(3, { isBroken: true }),
  ]),
};
const estimates = {
  encoding: 'o200k_base',
  counts: new Map([
    [0, 5],
    [1, 99],
  ]),
} as const;

test('only whole outputs without a count of their own are estimated', () => {
  expect(estimable(document)).toEqual([0]);
  expect([isEstimable(document), isEstimable({ rows: samplesOf([testRow(0, listed)]) })]).toEqual([true, false]);
});

test('an estimate says with what it was made and where the text stands, and never replaces a count', () => {
  const { rows } = withEstimates(document, estimates);
  expect(rows.at(0)?.tokens).toEqual({
    count: 5,
    from: 'estimated',
    encoding: 'o200k_base',
    pointer: pointerOf('data', 0, 'output'),
  });
  expect(rows.at(1)?.tokens).toEqual(listed.tokens);
  expect(rows.at(2)?.tokens).toBeUndefined();
  const usage = new UsageTable({ pointer: pointerOf('usage') }, noProviders, rows);
  expect(usage.slice(0).map((one) => [one.source, one.position, one.counted])).toEqual([
    ['response', undefined, undefined],
    ['generation', 0, 'estimated'],
    ['generation', 1, 'listed'],
  ]);
});

test('none give the document itself, and one without a count stays as it is', () => {
  expect(withEstimates(document, undefined)).toBe(document);
  expect(rowsOf(withEstimates(document, { ...estimates, counts: new Map() }).rows)).toEqual(rowsOf(document.rows));
  expect(estimable(withEstimates(document, estimates))).toEqual([0]);
});
