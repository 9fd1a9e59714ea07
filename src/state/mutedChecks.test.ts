import { expect, test } from 'vitest';
import { issuesIn, issueTableOf } from '../../e2e/fixtures/issueTables.ts';
import { testRow } from '../../e2e/fixtures/testRow.ts';
import { samplesOf } from '../../e2e/fixtures/testSamples.ts';
import { pointerOf } from '../json/pointer.ts';
import type { Issue } from '../response/model.ts';
import { newDocument, type OpenDocument, outcomeSentence } from './documents.ts';
import { withoutMuted } from './mutedChecks.ts';

const issue = (id: string, ...place: readonly (string | number)[]): Issue => ({
  id,
  severity: 'warning',
  message: '',
  pointer: pointerOf(...place),
});

const document: OpenDocument = {
  ...newDocument('a', 'a.json'),
  hasRows: true,
  load: 'complete',
  generationCount: 2,
  rows: samplesOf(
    [0, 1].map((position) =>
      testRow(position, {
        issues: { error: 0, warning: 2 - position, info: 0 },
      }),
    ),
  ),
  issues: issueTableOf([
    issue('HL030', 'data', 0, 'output'),
    issue('HL050', 'usage'),
    issue('HL030', 'data', 1),
    issue('HL041', 'data', 0),
  ]),
};

test('findings of muted checks leave the list, the counts and the rows, and are kept apart', () => {
  const shown = withoutMuted(document, ['HL030']);
  expect(issuesIn(shown.issues).map(({ id }) => id)).toEqual(['HL041', 'HL050']);
  expect([document.issues.counts.warning, shown.issues.counts.warning]).toEqual([4, 2]);
  expect([0, 1].map((at) => shown.rows.at(at)?.issues.warning)).toEqual([1, 0]);
  expect(shown.mutedIssues && issuesIn(shown.mutedIssues).map(({ id }) => id)).toEqual(['HL030', 'HL030']);
});

test('the sentence about the document counts all issues all the same', () => {
  expect(outcomeSentence(withoutMuted(document, ['HL030']))).toBe(outcomeSentence(document));
});

test('a document without such findings is the same object', () => {
  expect(withoutMuted(document, [])).toBe(document);
  expect(withoutMuted(document, ['HL001'])).toBe(document);
});
