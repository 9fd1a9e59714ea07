import { expect, it } from 'vitest';
import { tableOf } from '../../../e2e/fixtures/providerTable.ts';
import { pointerOf } from '../../json/pointer.ts';
import type { UsageRow } from '../../response/rows.ts';
import { newDocument, type OpenDocument } from '../../state/documents.ts';
import { shownUsageRows, usageLabel, usageRowAt } from './usageRows.ts';

const document: OpenDocument = {
  ...newDocument('a', 'a.json'),
  generationCount: 2,
  providerCount: 2,
  providers: tableOf([{}, { choices: [{ generation: 1 }] }]),
};

const rows: readonly UsageRow[] = [
  { source: 'response', label: 'Response usage', pointer: pointerOf('usage') },
  { source: 'provider', label: 'Provider response 0', pointer: pointerOf('provider_responses', 0), position: 0 },
  { source: 'provider', label: 'Provider response 1', pointer: pointerOf('provider_responses', 1), position: 1 },
  { source: 'generation', label: 'Generation 1', pointer: pointerOf('data', 1), position: 1 },
];

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
  expect(shownUsageRows(document).map(usageLabel)).toEqual(['Response usage', 'Provider 0', 'Provider 1']);
  expect(shownUsageRows({ ...document, usage: rows })).toBe(rows);
});
