import { expect, test } from 'vitest';
import { groupTexts } from './textGroups.ts';

test('texts are grouped byte for byte in order of appearance', () => {
  expect(groupTexts(['b', 'a', 'b', 'B', 'b '])).toEqual({
    groupOf: Uint32Array.of(0, 1, 0, 2, 3),
    groups: [[0, 2], [1], [3], [4]],
  });
  expect(groupTexts([])).toEqual({ groupOf: new Uint32Array(0), groups: [] });
});

test('each normalisation ignores what it says and nothing else', () => {
  const texts = ['It is so.', 'it is so.', 'It  is\nso.', 'It is so!', ' IT IS SO'];
  const groups = (normalisation: object): number => groupTexts(texts, normalisation).groups.length;
  expect(groups({})).toBe(5);
  expect(groups({ ignoresCase: true })).toBe(4);
  expect(groups({ ignoresWhiteSpace: true })).toBe(4);
  expect(groups({ ignoresPunctuation: true })).toBe(4);
  expect(groups({ ignoresCase: true, ignoresWhiteSpace: true, ignoresPunctuation: true })).toBe(1);
});
