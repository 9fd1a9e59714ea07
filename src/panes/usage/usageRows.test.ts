import { expect, it } from 'vitest';
import { tableOf } from '../../../e2e/fixtures/providerTable.ts';
import { testRow } from '../../../e2e/fixtures/testRow.ts';
import { samplesOf, writeRow } from '../../../e2e/fixtures/testSamples.ts';
import { pointerOf } from '../../json/pointer.ts';
import { SampleWriter } from '../../response/samples/sampleWriter.ts';
import { newDocument, type OpenDocument } from '../../state/documents.ts';
import { shownUsageRows, usageLabel, usageRowAt } from './usageRows.ts';

const tokens = { count: 3, from: 'listed', pointer: pointerOf('data', 1, 'output') } as const;
const loading: OpenDocument = {
  ...newDocument('a', 'a.json'),
  generationCount: 2,
  providerCount: 2,
  providers: tableOf([{}, { choices: [{ generation: 1 }] }]),
  rows: samplesOf([testRow(0), testRow(1, { tokens })]),
};
const document: OpenDocument = { ...loading, usage: { pointer: pointerOf('usage') } };
const rows = shownUsageRows(document);

it('finds the row of a generation from its own places and from those of the choice linked to it', () => {
  expect(usageRowAt(document, rows, pointerOf('data', 1, 'output'))).toBe(3);
  expect(usageRowAt(document, rows, pointerOf('provider_responses', 1, 'choices', 0, 'text'))).toBe(3);
});

it('finds the rows of the response usage and of a provider response, and none for other places', () => {
  expect(usageRowAt(document, rows, pointerOf('usage', 'total_tokens'))).toBe(0);
  expect(usageRowAt(document, rows, pointerOf('provider_responses', 0, 'usage'))).toBe(1);
  expect(usageRowAt(document, rows, pointerOf('project_id'))).toBe(-1);
  expect(usageRowAt(document, rows, pointerOf('data', 0))).toBe(-1);
});

it('has the rows of the sources before their counts are there', () => {
  const labels = ['Response usage', 'Provider 0', 'Provider 1'];
  expect(shownUsageRows(loading).slice(0).map(usageLabel)).toEqual(labels);
  expect(rows.slice(0).map(usageLabel)).toEqual([...labels, 'Generation 1']);
});

it('leads from a sample without `data` to the choice that it is', () => {
  const pointer = pointerOf('provider_responses', 0, 'choices', 0);
  const writer = new SampleWriter();
  writeRow(writer, testRow(0, { tokens }));
  writer.setPlace('ownPlace', 0, pointer);
  const bare = { ...document, providers: tableOf([{}]), rows: writer.table() };
  expect(shownUsageRows(bare).at(2)?.pointer).toBe(pointer);
});
