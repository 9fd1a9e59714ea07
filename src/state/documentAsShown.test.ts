import { expect, test } from 'vitest';
import { issueTableOf } from '../../e2e/fixtures/issueTables.ts';
import { testRow } from '../../e2e/fixtures/testRow.ts';
import { samplesOf } from '../../e2e/fixtures/testSamples.ts';
import { pointerOf } from '../json/pointer.ts';
import { documentAsShown } from './documentAsShown.ts';
import { newDocument, type OpenDocument } from './documents.ts';

const document: OpenDocument = {
  ...newDocument('a', 'a.json'),
  rows: samplesOf([testRow(0, { issues: { error: 0, warning: 1, info: 0 } })]),
  issues: issueTableOf([{ id: 'HL030', severity: 'warning', message: '', pointer: pointerOf('data', 0) }]),
};
const nothing = { estimates: undefined, pins: [], muted: [], names: undefined };
const estimates = { encoding: 'o200k_base', counts: new Map([[0, 5]]) } as const;

test('everything that a person put over a document is in force together, and taken back by its absence', () => {
  const shown = documentAsShown(document, { ...nothing, estimates, muted: ['HL030'] });
  expect(shown.rows.at(0)).toMatchObject({ tokens: { count: 5, from: 'estimated' }, issues: { warning: 0 } });
  expect(documentAsShown(document, nothing)).toBe(document);
  expect(document.rows.at(0)?.tokens).toBeUndefined();
});

test('the same overlays give the same object, others another', () => {
  const muted = ['HL030'];
  const shown = documentAsShown(document, { ...nothing, muted });
  expect(documentAsShown(document, { ...nothing, pins: nothing.pins, muted })).toBe(shown);
  expect(documentAsShown(document, { ...nothing, estimates, muted })).not.toBe(shown);
  expect(documentAsShown(document, { ...nothing, muted: ['HL001'] })).not.toBe(shown);
});
