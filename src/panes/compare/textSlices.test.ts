import { array, assert, constantFrom, integer, property } from 'fast-check';
import { expect, test } from 'vitest';
import { sliceTexts } from './textSlices.ts';

const text = array(constantFrom('a', 'b', 'c ', 'word ', 'other ', '\n', '. ', 'x1 ', 'y2 '), { maxLength: 60 }).map(
  (parts) => parts.join(''),
);

test('slices follow each other and together are both texts', () => {
  assert(
    property(text, text, integer({ min: 1, max: 20 }), (baseline, other, longest) => {
      const { slices } = sliceTexts(baseline, other, longest);
      expect(slices.map((slice) => baseline.slice(...slice.baseline)).join('')).toBe(baseline);
      expect(slices.map((slice) => other.slice(...slice.other)).join('')).toBe(other);
    }),
  );
});

test('cuts fall on words that both texts have', () => {
  const words = Array.from({ length: 300 }, (_, at) => `w${at}`);
  const { slices, isForced } = sliceTexts(words.join(' '), ['new', ...words].join(' '), 50);
  expect(isForced).toBe(false);
  expect(slices.length).toBeGreaterThan(5);
  const startsOf = (of: string, side: 'baseline' | 'other') =>
    slices.slice(1).map((slice) => of.slice(...slice[side]).split(' ')[0]);
  expect(startsOf(words.join(' '), 'baseline')).toEqual(startsOf(['new', ...words].join(' '), 'other'));
});

test('says when it had to cut where nothing is shared', () => {
  expect(sliceTexts('a '.repeat(100), 'b '.repeat(100), 20).isForced).toBe(true);
});
