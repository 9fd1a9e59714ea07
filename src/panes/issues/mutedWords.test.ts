import { expect, test } from 'vitest';
import { issueTableOf } from '../../../e2e/fixtures/issueTables.ts';
import { pointerOf } from '../../json/pointer.ts';
import { noIssues } from '../../response/issues/issueTable.ts';
import type { Issue } from '../../response/model.ts';
import { countText, findingsOf, mutedSentence } from './mutedWords.ts';

const issue = (id: string): Issue => ({ id, severity: 'info', message: '', pointer: pointerOf() });

test('the count says how many are muted beside how many are listed', () => {
  expect([countText(3, 0), countText(1, 2), countText(0, 1200)]).toEqual(['3', '1 (2 muted)', '0 (1,200 muted)']);
});

test('hidden findings are counted with the checks they are of, not with every muted one', () => {
  const hidden = issueTableOf([issue('HL001'), issue('HL003'), issue('HL001')]);
  expect(mutedSentence(['HL001', 'HL002', 'HL003'], hidden)).toBe('3 findings of 2 muted checks hidden');
  expect([findingsOf('HL001', hidden), findingsOf('HL003', hidden)]).toEqual(['2 findings', '1 finding']);
  expect(mutedSentence(['HL001'], issueTableOf([issue('HL001')]))).toBe('1 finding of 1 muted check hidden');
  expect(mutedSentence(['HL001'], noIssues)).toBe('1 check muted, nothing hidden by it here');
  expect(mutedSentence(['HL001', 'HL002'], noIssues)).toBe('2 checks muted, nothing hidden by them here');
});
