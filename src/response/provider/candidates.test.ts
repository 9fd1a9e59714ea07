// Readers that are passed over by the shape of a body would not have recognised it.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cursorOver } from '../../json/byteCursor.ts';
import { candidatesFor } from './candidates.ts';
import { providerReaders } from './readers.ts';

const keys = [
  'choices',
  'object',
  'error',
  'message',
  'text',
  'content',
  'type',
  'output',
  'response',
  'done',
  'generations',
  'detail',
];
const leaf = fc.constantFrom('', 'a', 'message', 'text_completion', 'edit', 3, null, true);
const body = fc.dictionary(
  fc.constantFrom(...keys),
  fc.oneof(
    leaf,
    fc.dictionary(fc.constantFrom(...keys), leaf),
    fc.array(fc.dictionary(fc.constantFrom(...keys), leaf), { maxLength: 2 }),
  ),
  { maxKeys: 5 },
);

test('the first reader that recognises a body is the same, whatever body of its shape came before', () => {
  fc.assert(
    fc.property(fc.array(body, { minLength: 1, maxLength: 4 }), (bodies) => {
      for (const one of bodies) {
        const cursor = cursorOver(new TextEncoder().encode(JSON.stringify(one)));
        if (cursor === undefined) throw new Error('No value');
        const first = providerReaders.find((reader) => reader.recognises(cursor));
        expect(candidatesFor(cursor).find((reader) => reader.recognises(cursor))?.format).toBe(first?.format);
      }
    }),
    { numRuns: 2000 },
  );
});

test('of a body without any member few readers are asked', () => {
  const empty = cursorOver(new TextEncoder().encode('{}'));
  expect(empty && candidatesFor(empty).length).toBeLessThan(5);
});
