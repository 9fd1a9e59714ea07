import { expect, it } from 'vitest';
import { issuesIn, issueTableOf } from '../../../e2e/fixtures/issueTables.ts';
import { pointerOf } from '../../json/pointer.ts';
import type { Issue, Severity } from '../../response/model.ts';
import { newDocument, type OpenDocument } from '../../state/documents.ts';
import { listedIssues, noIssueSentence, severityCount } from './issueList.ts';

const issue = (id: string, severity: Severity): Issue => ({ id, severity, message: '', pointer: pointerOf() });
const issues = issueTableOf([issue('a', 'info'), issue('b', 'error'), issue('c', 'warning'), issue('d', 'error')]);

it('lists errors first, then warnings, then the rest, each in the order of the document', () => {
  expect(issuesIn(listedIssues(issues, undefined)).map((one) => one.id)).toEqual(['b', 'd', 'c', 'a']);
  expect(issuesIn(listedIssues(issues, 'error')).map((one) => one.id)).toEqual(['b', 'd']);
});

it('counts in words', () => {
  expect([severityCount('error', 0), severityCount('warning', 1), severityCount('info', 2000)]).toEqual([
    '0 errors',
    '1 warning',
    '2,000 info',
  ]);
});

it('says that nothing was found only once the checks have run', () => {
  const document: OpenDocument = { ...newDocument('a', 'a.json'), generationCount: 1, providerCount: 1 };
  expect(noIssueSentence(document)).toBe('The checks are still running.');
  expect(noIssueSentence({ ...document, load: 'complete' })).toContain('1 generation and 1 provider response');
  expect(noIssueSentence({ ...document, load: 'complete', mutedIssues: issues })).toBe(
    'Nothing but findings of muted checks.',
  );
  expect(noIssueSentence({ ...document, load: 'failed' })).toContain('before the error');
});
