import { expect, test } from 'vitest';
import { withBreaks, withSigns } from './asking.ts';
import { countText } from './searchWords.ts';
import { stepTo } from './stepTo.ts';

const progress = (state: 'running' | 'done' | 'stopped', count: number, done = 1) => ({ state, count, done });

test('the count says which hit of how many, and how much of the document that is of', () => {
  expect(countText(progress('done', 1204), 2)).toBe('3 of 1,204');
  expect(countText(progress('done', 1204), undefined)).toBe('1,204 hits');
  expect(countText(progress('done', 0), undefined)).toBe('No hits');
  expect(countText(progress('running', 240, 0.5), 2)).toBe('3 of 240 so far');
  expect(countText(progress('running', 0, 0.5), undefined)).toBe('');
  expect(countText(progress('stopped', 240, 0.999), 2)).toBe('3 of 240 in the first 99 %');
  expect(countText(progress('stopped', 0, 0.4), undefined)).toBe('No hits in the first 40 %');
});

test('a step goes around the end, but not before the end is known', () => {
  expect(stepTo(undefined, 1, progress('done', 3))).toBe(0);
  expect(stepTo(undefined, -1, progress('done', 3))).toBe(2);
  expect(stepTo(2, 1, progress('done', 3))).toBe(0);
  expect(stepTo(0, -1, progress('done', 3))).toBe(2);
  expect(stepTo(2, 1, progress('running', 3))).toBe(3);
  expect(stepTo(3, 1, progress('running', 3))).toBe(3);
  expect(stepTo(3, 0, progress('stopped', 3))).toBe(0);
  expect(stepTo(0, 1, progress('done', 0))).toBe(0);
});

test('a box of one line shows line breaks as signs, and they are searched as line breaks', () => {
  expect(withSigns('a\r\nb')).toBe('a␍␊b');
  expect(withBreaks('a␍␊b')).toBe('a\r\nb');
});
