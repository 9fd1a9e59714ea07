import { expect, test } from 'vitest';
import { issueTableOf } from '../../e2e/fixtures/issueTables.ts';
import { tableOf } from '../../e2e/fixtures/providerTable.ts';
import { testRow } from '../../e2e/fixtures/testRow.ts';
import { samplesOf } from '../../e2e/fixtures/testSamples.ts';
import { pointerOf } from '../json/pointer.ts';
import type { Issue } from '../response/model.ts';
import { issuesWithPins } from './pinnedIssues.ts';
import { withPins } from './pins.ts';

const choiceAt = (position: number) => pointerOf('provider_responses', 0, 'choices', position);
const found = {
  rows: samplesOf(
    [0, 1].map((position) =>
      testRow(position, {
        link: { word: 'certain', choice: choiceAt(position), evidence: '' },
      }),
    ),
  ),
  providers: tableOf([{ choices: [{ generation: 0 }, { generation: 1 }, {}] }]),
};
const pinned = withPins(found, [{ generation: 0, provider: 0, choice: 2 }]);
const issue = (id: string, pointer: Issue['pointer'], related: Issue['related'] = []): Issue => ({
  id,
  severity: 'info',
  message: '',
  pointer,
  related,
});
const isMarked = (one: Issue) => issuesWithPins(issueTableOf([one]), found, pinned).at(0)?.isFoundBefore === true;

test('a finding about a link is marked where the link was changed, at the generation and at both choices', () => {
  expect(isMarked(issue('HL030', pointerOf('data', 0)))).toBe(true);
  expect(isMarked(issue('HL033', choiceAt(2)))).toBe(true);
  expect(isMarked(issue('HL033', choiceAt(0)))).toBe(true);
  expect(isMarked(issue('HL040', pointerOf('data', 0, 'finish_reason')))).toBe(true);
  expect(isMarked(issue('HL032', pointerOf('data', 1), [choiceAt(0)]))).toBe(true);
});

test('a finding elsewhere, or of a check that asks for no link, holds as it was', () => {
  expect(isMarked(issue('HL030', pointerOf('data', 1)))).toBe(false);
  expect(isMarked(issue('HL033', choiceAt(1)))).toBe(false);
  expect(isMarked(issue('HL021', pointerOf('data', 0, 'raw_output')))).toBe(false);
  expect(isMarked(issue('HL030', pointerOf('data', 10)))).toBe(false);
});

test('a finding about a figure of the whole response is marked, because every link counts for it', () => {
  expect(isMarked(issue('HL054', pointerOf('usage', 'generation_tokens')))).toBe(true);
  expect(isMarked(issue('HL050', pointerOf('usage')))).toBe(false);
});
