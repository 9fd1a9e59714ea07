import { expect, test } from 'vitest';
import { placeOfAnswer } from './placeOfAnswer.ts';

test.each([
  ['equal', 'a b', undefined, 'a b', { from: 0, to: 3, inChoice: 0 }],
  ['stripped as Python does', 'a b', ' a b\u001c', '\n a b\u0085', { from: 0, to: 3, inChoice: 2 }],
  ['the choice goes on', 'a b', undefined, 'a b. c', { from: 0, to: 3, inChoice: 0 }],
  ['the choice repeats the prompt', 'a b', undefined, 'p: a b', { from: 0, to: 3, inChoice: 3 }],
  [
    'stripped from a raw output that the choice ends with',
    'a b',
    ' a b\n',
    'p: a b\n',
    { from: 0, to: 3, inChoice: 3 },
  ],
  ['the answer goes on', 'a b c', undefined, 'a b', { from: 0, to: 3, inChoice: 0 }],
  ['the answer begins before', 'x a b', undefined, 'a b', { from: 2, to: 5, inChoice: 0 }],
] as const)('the place of an answer in its choice: %s', (_, answer, raw, choice, place) => {
  expect(placeOfAnswer(answer, raw, choice)).toEqual(place);
});

test('where nothing tells the place there is none', () => {
  expect(placeOfAnswer('no', undefined, 'yes')).toBe('differs');
  expect(placeOfAnswer('', undefined, 'yes')).toBe('differs');
  expect(placeOfAnswer('ha', undefined, 'ha ha')).toBe('twice');
});
