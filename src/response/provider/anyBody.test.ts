// Laws of every reader, over a body of every shape: damage never fails, and a text stands where the reader says.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeIn, read } from '../../../e2e/fixtures/testReading.ts';
import { providerBodies } from '../../../e2e/fuzz/providerBodies.ts';
import type { JsonValue } from '../../json/value.ts';

/** A copy of a value in which some parts are replaced by something else. */
function mutated(value: JsonValue, replace: (at: number) => JsonValue | undefined, count = { at: 0 }): JsonValue {
  const other = replace(count.at++);
  if (other !== undefined) return other;
  if (Array.isArray(value)) return value.map((item: JsonValue) => mutated(item, replace, count));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, mutated(member as JsonValue, replace, count)]),
  );
}

test('a body with anything in the place of anything is read without failing', () => {
  const junk = fc.constantFrom<JsonValue>(
    null,
    true,
    0,
    -1.5,
    '',
    'x',
    [],
    {},
    [null],
    [{}],
    { text: 7 },
    { length: 3 },
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...providerBodies.map(([, body]) => body)),
      fc.array(fc.tuple(fc.nat(40), junk), { minLength: 1, maxLength: 4 }),
      (body, changes) => {
        const found = read(mutated(body, (at) => changes.find(([where]) => where === at)?.[1]));
        for (const choice of found.reading.choices) {
          expect(choice.text === null || typeof choice.text === 'string').toBe(true);
          expect(choice.textPointers.length > 0).toBe(choice.text !== null);
        }
      },
    ),
    { numRuns: 2500 },
  );
});

test.each(providerBodies)('what the reader %s says of a text is where the text stands', (_format, body) => {
  for (const { text, textPointers, reasoning } of read(body).reading.choices) {
    const textAt = (pointer: string) => placeIn(body, pointer)?.text() ?? '';
    expect(textPointers.map(textAt).join('')).toBe(text ?? '');
    expect((reasoning?.pointers ?? []).map(textAt).join('')).toBe(reasoning?.text ?? '');
  }
});
