import { expect, test } from 'vitest';
import { align } from '../../../analysis/align/align.ts';
import { wordsBefore } from './wordsBefore.ts';

const texts = ['Light that keeps your hours.\nIt is warm today', 'Light that keeps your days.\nIt is cool today'];
const alignment = align(texts, { granularity: 'word' });

test('a difference is found by the three words before it', () => {
  expect(alignment && wordsBefore(alignment, texts, 0, 1)).toBe('that keeps your');
});

test('words of the line before do not lead to a difference', () => {
  expect(alignment && wordsBefore(alignment, texts, 1, 0)).toBe('It is');
});

test('nothing leads to a difference at the start', () => {
  const both = ['a lamp', 'the lamp'];
  const found = align(both, { granularity: 'word' });
  expect(found && wordsBefore(found, both, 0, 0)).toBe('');
});
