import { expect, test } from 'vitest';
import type { Pointer } from '../../json/pointer.ts';
import { messageParts } from '../../response/messageParts.ts';
import { nameIn, placeText } from './placeText.ts';

const rows = {
  length: 3,
  response: (at: number) => Number(at > 0),
  label: (at: number) => ['1.0', '2.0', '2.1'][at] ?? '',
};
const several = { rows, responses: { names: ['t0.json', 't0.7.json'] } };
const text = (pointer: string, named?: Parameters<typeof placeText>[1]) => placeText(pointer as Pointer, named);

test('a place is a pointer, and of several responses named by its response', () => {
  expect(text('')).toBe('the whole response');
  expect(text('/data/2/output', { rows })).toBe('/data/2/output');
  expect(text('/data/2/output', several)).toBe('t0.7.json, sample 1: /output');
  expect(text('/data/0', several)).toBe('t0.json, sample 0');
  expect(text('/responses/1/id', several)).toBe('t0.7.json: /id');
  expect(text('/provider_responses/1/id', several)).toBe('/provider_responses/1/id');
});

test('so are the places in a message', () => {
  const parts = messageParts('The `id` is also that of data[2] and provider_responses[0].', (place) =>
    nameIn(several, place),
  );
  expect(parts.map(({ text: words, isCode }) => (isCode ? `[${words}]` : words)).join('')).toBe(
    'The [id] is also that of t0.7.json, sample 1 and [provider_responses[0]].',
  );
});
