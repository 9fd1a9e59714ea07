import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createDocument, type JsonDocument } from './document.ts';
import { listStrings } from './listStrings.ts';
import { pointerOf } from './pointer.ts';
import { startStrictPass } from './strict.ts';

function documentOf(text: string, depth: number): JsonDocument {
  const bytes = new TextEncoder().encode(text);
  const pass = startStrictPass(bytes, { depth });
  while (!pass.step(1000));
  const { table, lines } = pass.finish();
  return createDocument(bytes, table, lines);
}

const key = fc.constantFrom('"output"', '"out\\u0070ut"', '"id"', '"outpu"', '"é"', '""');
const value = fc.constantFrom('"tea"', '""', '1', 'null', '["tea"]', '{"output": "deep"}');
const item = fc.oneof(
  fc
    .array(fc.tuple(key, value), { maxLength: 5 })
    .map((members) => `{${members.map((one) => one.join(': ')).join(', ')}}`),
  value,
);
const list = fc.oneof(
  fc.array(item, { maxLength: 4 }).map((items) => `[${items.join(', ')}]`),
  value,
);
const root = fc.array(fc.tuple(fc.constantFrom('"data"', '"d\\u0061ta"', '"other"'), list), { maxLength: 3 });

test('finds what following each pointer finds, whatever the table lists', () => {
  fc.assert(
    fc.property(root, fc.integer({ min: 1, max: 4 }), (members, depth) => {
      const document = documentOf(`{${members.map((one) => one.join(': ')).join(', ')}}`, depth);
      const strings = listStrings(document, pointerOf('data'));
      expect(strings.count).toBe(document.find(pointerOf('data'))?.childCount ?? 0);
      for (let at = 0; at < strings.count; at++) {
        for (const name of ['output', 'id', 'é', '']) {
          const node = document.find(pointerOf('data', at, name));
          const found = strings.find(at, name);
          expect(found && [found.from, found.to]).toEqual(node?.kind === 'string' ? [node.from, node.to] : undefined);
        }
      }
    }),
    { numRuns: 2000 },
  );
});
