import { expect, test } from 'vitest';
import { pointerOf, rootPointer } from '../json/pointer.ts';
import { listPhrase, plural } from '../words/numbers.ts';
import { placeName, placesIn } from './placeName.ts';

test('a pointer is named as a path of keys and places', () => {
  expect(placeName(pointerOf('data', 3, 'output'))).toBe('data[3].output');
  expect(placeName(pointerOf('metadata', 'a b', '01'))).toBe('metadata["a b"]["01"]');
  expect(placeName(rootPointer)).toBe('the root');
});

test('a long list says how much of it is left out', () => {
  expect(listPhrase([1, 2, 3], 3)).toBe('1, 2, 3');
  expect(listPhrase([1, 2, 3, 4, 5], 3)).toBe('1, 2, 3 and 2 more');
});

test('a count agrees with its noun', () => {
  expect([plural(1, 'response'), plural(1234, 'response')]).toEqual(['1 response', '1,234 responses']);
});

test('a sentence is cut at the places it names, and its parts join to it', () => {
  const places = [
    pointerOf('data', 3, 'raw_output'),
    pointerOf('provider_responses', 0, 'choices', 1, 'a "b] c'),
    pointerOf('provider_responses', 12),
  ];
  const sentence = `${places.map(placeName).join(' = ')} (identical, 3 characters). Data of data.`;
  const parts = placesIn(sentence);
  expect(parts.map(({ text }) => text).join('')).toBe(sentence);
  expect(parts.flatMap(({ pointer }) => pointer ?? [])).toEqual(places);
});
