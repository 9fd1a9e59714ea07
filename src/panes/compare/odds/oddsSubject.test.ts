import { expect, test } from 'vitest';
import { testRow } from '../../../../e2e/fixtures/testRow.ts';
import { sampleListOf } from '../../../../e2e/fixtures/testSamples.ts';
import { completion, type Row, read } from '../../../../e2e/fixtures/testTokens.ts';
import type { SampleTokens } from '../../../response/questions.ts';
import { textKey } from '../../../response/textHash.ts';
import { tokenIndexOf } from '../../../response/tokens/tokenIndex.ts';
import { oddsMaterial } from './oddsSubject.ts';
import { notListedWords, oddsPercent, rankWords } from './oddsWords.ts';

const rows: readonly Row[] = [['red', -1]];
const tokensOf = (position: number, answer: string): SampleTokens => ({
  position,
  answerKey: textKey(answer),
  length: answer.length,
  promptKey: '',
  index: tokenIndexOf(read(completion('red', rows)), 'red'),
  place: { from: 0, to: 3, byte: 0 },
});

test('tokens are used for the very text that they are of, and a text that was cut off has no end', () => {
  const said = ['red', 'red', 'blue'];
  const material = oddsMaterial(
    {
      rows: sampleListOf([
        testRow(0, { finishReason: { raw: 'length', class: 'length', pointer: testRow(0).pointer } }),
        testRow(1),
        testRow(2, { finishReason: { raw: 'length', class: 'length', pointer: testRow(2).pointer } }),
      ]),
      saying: (sample) => said[sample] ?? '',
      answerLength: (sample) => said[sample]?.length ?? 0,
      samplesOf: [[0, 1], [2]],
      forks: () => [],
    },
    new Map([
      [0, tokensOf(0, 'red')],
      [1, { position: 1, problem: 'twice' }],
      [2, tokensOf(2, 'gray')],
    ]),
  );
  expect(material.samples.map(({ sample, text }) => [sample, text])).toEqual([[0, 0]]);
  expect(material.without).toEqual([
    { sample: 1, problem: 'twice' },
    { sample: 2, problem: 'otherText' },
  ]);
  expect(material.texts.map(({ ends }) => ends)).toEqual([true, false]);
});

test('odds in words: never 0 or 100 % for what is neither', () => {
  expect([0, 0.0004, 0.004, 0.0234, 0.5, 0.996, 1, Number.NaN].map(oddsPercent)).toEqual([
    '0 %',
    '< 0.1 %',
    '0.4 %',
    '2 %',
    '50 %',
    '> 99 %',
    '100 %',
    '–',
  ]);
  expect(notListedWords({ listCount: 5, listed: 0.971 })).toBe('not in its list (top 5 hold 97 %)');
  expect(rankWords({ ownRank: 0, listCount: 5 })).toBe('not among its top 5');
  expect(rankWords({ ownRank: 2, listCount: 5 })).toBe('rank 2 of 5');
});
