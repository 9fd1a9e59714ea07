import { describe, expect, test } from 'vitest';
import { align } from '../../../analysis/align/align.ts';
import type { AlignOptions } from '../../../analysis/align/alignment.ts';
import { differenceWords, limitWords, similarityWords } from './columnWords.ts';

function wordsFor(baseline: string, other: string, options: Partial<AlignOptions> = {}): string {
  const texts = [baseline, other];
  const alignment = align(texts, { granularity: 'word', ...options });
  return differenceWords(alignment, 1, 0, texts, '7');
}

describe('what a column says of its difference', () => {
  test('counts the words that the baseline has not', () => {
    expect(wordsFor('a lamp for desks', 'a light for tables')).toBe('2 words differ');
    expect(wordsFor('a lamp', 'a light')).toBe('1 word differs');
  });

  test('counts the words that it lacks when it has no others', () => {
    expect(wordsFor('a lamp for desks', 'a lamp')).toBe('2 words missing');
  });

  test('counts in the unit that was compared', () => {
    expect(wordsFor('One is here. Two is there.', 'One is here. Three is it.', { granularity: 'sentence' })).toBe(
      '1 sentence differs',
    );
    expect(wordsFor('abcd', 'abxd', { granularity: 'character' })).toBe('1 character differs');
  });

  test('tells equal texts from ones that differ in white space, in punctuation or in what is ignored', () => {
    expect(wordsFor('a lamp', 'a lamp')).toBe('equal to #7');
    expect(wordsFor('a lamp', 'a  lamp')).toBe('only white space differs');
    expect(wordsFor('a lamp', 'a lamp.')).toBe('only punctuation differs');
    expect(wordsFor('a lamp', 'A lamp', { ignoresCase: true })).toBe('equal to #7 but for what is ignored');
  });
});

describe('limits of a column', () => {
  test('are said when a text is cut or not aligned, and only then', () => {
    expect(limitWords(500, 500)).toBeUndefined();
    expect(limitWords(1_000_000, 3_000_000)).toContain('the first 1,000,000 of 3,000,000');
    expect(limitWords(400_001, 400_001)).toBe('Too long to be aligned: shown without marks.');
  });
});

test('an estimated similarity says that it is one', () => {
  expect(similarityWords(0.774, false)).toBe('0.77');
  expect(similarityWords(1, true)).toBe('≈ 1.00');
});
