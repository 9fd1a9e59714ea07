import { expect, test } from 'vitest';
import { chat, completion, item, read, utf8 } from '../../../../e2e/fixtures/testTokens.ts';
import {
  coverageSentence,
  leftOutWords,
  legendLabels,
  measureText,
  probabilityText,
  rankText,
  spokenText,
  tokenName,
} from './tokenWords.ts';

test('probabilities are clamped, and none rounds to nothing or to certainty', () => {
  expect([0.4316, 1.0000001, 1, 0.99999, 0.9994, 0.0004, 0.0006].map(probabilityText)).toEqual([
    '43.2 %',
    '100 %',
    '100 %',
    '> 99.9 %',
    '99.9 %',
    '< 0.1 %',
    '0.1 %',
  ]);
});

test('what would act unseen in a name is written as its code', () => {
  expect(spokenText('a\u202eb\u200bc\td\n')).toBe('aU+202EbU+200Bc→d↵');
});

test('measures have their units', () => {
  expect(measureText('surprisal', -1e-9)).toBe('0.00 bits');
  expect(measureText('margin', -0.218)).toBe('margin −21.8 points');
  expect(measureText('entropy', 1.5)).toBe('at least 1.50 bits');
  expect(rankText({ rank: 6, isAtLeast: true, of: 5 })).toBe('not in top 5');
  expect(rankText({ rank: 2, isAtLeast: false, of: 5 })).toBe('2 of 5');
});

test('the name of a token holds its text, its probability, the measure, and what is odd about it', () => {
  const { tokens } = read(
    completion(' a\nb', [
      [' a', Math.log(0.25)],
      ['\n', -9999],
      ['b', 0],
      ['c', Math.log(0.5)],
    ]),
  );
  expect(tokens.map((token) => tokenName(token, token.text, 'probability', undefined))).toEqual([
    '“ a”, 25.0 %',
    '“↵”, below the top list',
    '“b”, 100 %',
    '“c”, 50.0 %, cut by the stop sequence',
  ]);
  expect(tokens[0] && tokenName(tokens[0], ' a', 'surprisal', 2)).toBe('“ a”, 25.0 %, 2.00 bits');
  const [special] = read(chat('a', [item('<|x|>', -1), item('a', -1, utf8('a'))])).tokens;
  expect(special && tokenName(special, '<|x|>', 'probability', undefined)).toBe('“<|x|>”, 36.8 %, control token');
});

test('the legend names where each colour begins, and notes count what is left out', () => {
  expect(legendLabels('probability')).toEqual(['≥ 70 %', '60', '50', '35', '20', '10', '< 10']);
  expect(legendLabels('rank')).toEqual(['1', '2', '3', '4', '5', '10', '> 10']);
  expect(legendLabels('surprisal')).toEqual(['≤ 0.51', '1', '1.5', '2', '3', '4', '> 4']);
  expect([leftOutWords('special', 1), leftOutWords('special', 2), leftOutWords('unusable', 1)]).toEqual([
    '1 control token',
    '2 control tokens',
    '1 without a usable log probability',
  ]);
  expect(coverageSentence({ relation: 'mismatch', from: 0, to: 3, at: 2 }, 'abc')).toContain('at character 3');
});
