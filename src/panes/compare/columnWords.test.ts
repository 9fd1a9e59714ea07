import { describe, expect, test } from 'vitest';
import { alignOutputs } from './alignOutputs.ts';
import { differenceWords, limitWords } from './columnWords.ts';

function wordsFor(baseline: string, other: string): string {
  const [, aligned] = alignOutputs([baseline, other], 0).texts;
  if (!aligned) throw new Error('No second text');
  return differenceWords(aligned, '7');
}

describe('what a column says of its difference', () => {
  test('counts the words that the baseline has not', () => {
    expect(wordsFor('a lamp for desks', 'a light for tables')).toBe('2 words differ');
    expect(wordsFor('a lamp', 'a light')).toBe('1 word differs');
  });

  test('counts the words that it lacks when it has no others', () => {
    expect(wordsFor('a lamp for desks', 'a lamp')).toBe('2 words missing');
  });

  test('tells equal texts from ones that differ in white space', () => {
    expect(wordsFor('a lamp', 'a lamp')).toBe('equal to #7');
    expect(wordsFor('a lamp', 'a  lamp')).toBe('only white space differs');
  });
});

describe('limits of a column', () => {
  test('are said when a text is cut or not marked, and only then', () => {
    expect(limitWords(500, 500)).toBeUndefined();
    expect(limitWords(1_000_000, 3_000_000)).toContain('the first 1,000,000 of 3,000,000');
    expect(limitWords(200_001, 200_001)).toBe('Too long to be marked word by word.');
  });
});
