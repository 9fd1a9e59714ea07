import fc from 'fast-check';
import { expect, test } from 'vitest';
import { documentCursor, itemsInTurn } from './byteCursor.ts';
import { type JsonCursor, valueCursor } from './cursor.ts';
import { createDocument, type JsonDocument } from './document.ts';
import { parsePointer, pointerOf, rootPointer } from './pointer.ts';
import { strictPass } from './strict.ts';
import type { JsonValue } from './value.ts';

function documentOf(text: string, depth = 3): JsonDocument {
  const bytes = new TextEncoder().encode(text);
  const { table, lines } = strictPass(bytes, { depth });
  return createDocument(bytes, table, lines);
}

function rootOf(text: string, depth = 3): JsonCursor {
  const root = documentCursor(documentOf(text, depth), rootPointer);
  if (root === undefined) throw new Error('the text holds no value');
  return root;
}

/** Everything that a cursor tells, without the spelling of numbers and the order of keys. */
function tell(cursor: JsonCursor): unknown {
  const { pointer, kind, length } = cursor;
  const items = Array.from(cursor.items(), tell);
  const entries = Array.from(cursor.entries(), ([key, member]): [string, unknown] => [key, tell(member)]);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  const found = entries.map(([key]) => tell(cursor.get(key) as JsonCursor));
  expect(found).toEqual(entries.map(([, member]) => member));
  return { pointer, kind, length, items, entries, text: cursor.text(), number: cursor.number(), value: cursor.value() };
}

const key = fc.oneof(fc.string(), fc.constantFrom('', '__proto__', 'constructor', 'a/b', 'm~n', '0', '"', '\n', 'é'));
const { value: anyValue } = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    fc.constantFrom(null, true, false, 0, -1, 1.5, 1e21),
    fc.string({ unit: 'binary' }),
    fc.array(tie('value'), { maxLength: 4 }),
    // JSON.parse makes `__proto__` an own key, as a reader of documents does.
    fc
      .array(fc.tuple(key, tie('value')), { maxLength: 4 })
      .map((members) =>
        JSON.parse(`{${members.map(([k, v]) => `${JSON.stringify(k)}:${JSON.stringify(v)}`).join(',')}}`),
      ),
  ),
}));

test('a cursor over bytes tells the same as a cursor over the parsed value, at any depth of the table', () => {
  fc.assert(
    fc.property(anyValue, fc.constantFrom(0, 1, 3, 9), fc.constantFrom(undefined, 2), (value, depth, indent) => {
      const text = JSON.stringify(value, null, indent);
      expect(tell(rootOf(text, depth))).toEqual(tell(valueCursor(JSON.parse(text), rootPointer)));
    }),
    { numRuns: 300 },
  );
});

test('items in turn tell the same as the parsed items, whatever the table lists of them', () => {
  fc.assert(
    fc.property(fc.array(anyValue, { maxLength: 6 }), fc.constantFrom(0, 1, 2, 4, 9), (list, depth) => {
      const text = JSON.stringify({ list });
      const told = Array.from(itemsInTurn(rootOf(text, depth).get('list')), tell);
      expect(told).toEqual(Array.from(valueCursor(JSON.parse(text), rootPointer).get('list')?.items() ?? [], tell));
    }),
    { numRuns: 300 },
  );
});

test('of an item that is mostly listed only the rest is indexed, each part by itself', () => {
  const text = JSON.stringify({
    list: Array.from({ length: 4 }, (_, at) => ({
      text: 'x'.repeat(400),
      one: { a: [{ at }], b: { c: `${at}` } },
      other: { d: [at, [at + 1]] },
    })),
  });
  const twice = Array.from(itemsInTurn(rootOf(text).get('list')), (item) => [tell(item), tell(item)]);
  const items = Array.from(valueCursor(JSON.parse(text), rootPointer).get('list')?.items() ?? []);
  expect(twice).toEqual(items.map((item) => [tell(item), tell(item)]));
});

test('an object has as many members as it has different keys, however they are written', () => {
  const lengthOf = (text: string, depth: number) => rootOf(`{"o":${text}}`, depth).get('o')?.length;
  for (const depth of [1, 3]) {
    expect(lengthOf('{"a":1,"b":2,"ab":3}', depth)).toBe(3);
    expect(lengthOf('{"a":1,"b":2,"a":3}', depth)).toBe(2);
    expect(lengthOf('{"a":1,"\\u0061":2,"":3}', depth)).toBe(2);
    expect(lengthOf('{"é":1,"\\u00e9":2}', depth)).toBe(1);
    expect(lengthOf('{"a":1,"b":1,"c":1,"d":1,"e":1,"f":1,"g":1,"h":1,"i":1,"a":1}', depth)).toBe(9);
  }
});

test('the cursor of a pointer is the one that walking leads to', () => {
  const document = documentOf('{"a/b":[{"c":[1,{"d":"e"}]}]}', 1);
  const pointer = pointerOf('a/b', 0, 'c', 1, 'd');
  expect(documentCursor(document, pointer)?.text()).toBe('e');
  expect(documentCursor(document, pointer)?.pointer).toBe(pointer);
  const walked = documentCursor(document, rootPointer)?.get('a/b');
  expect(walked && Array.from(walked.items(), (item) => item.get('c')?.pointer)).toEqual([pointerOf('a/b', 0, 'c')]);
  expect(documentCursor(document, pointerOf('a/b', 1))).toBeUndefined();
});

test('containers too large to be indexed at once read like small ones', () => {
  const value = Array.from({ length: 3000 }, (_, index) => ({ index, text: 'x'.repeat(20), deep: [[[{ index }]]] }));
  const items = Array.from(rootOf(JSON.stringify({ value }), 1).get('value')?.items() ?? []);
  expect(items.map((item) => item.get('index')?.number())).toEqual(value.map(({ index }) => index));
  expect(items.at(-1)?.value()).toEqual(value.at(-1));
  expect(items.at(-1)?.pointer).toBe('/value/2999');
});

test('numbers keep their source text and are numbers only where they are finite', () => {
  const items = Array.from(rootOf('[1.0, 1E-5, 10570679248326920000, 1e999, NaN]').items());
  expect(items.map((item) => item.lexeme())).toEqual(['1.0', '1E-5', '10570679248326920000', '1e999', 'NaN']);
  expect(items.map((item) => item.number())).toEqual([1, 1e-5, 10570679248326920000, undefined, undefined]);
  expect(items.map(({ kind }) => kind)).toEqual(['number', 'number', 'number', 'number', 'literal']);
});

test('of equal keys the last one counts, also where they are spelled differently', () => {
  const root = rootOf('{"a":1,"b":2,"\\u0061":3}');
  expect(root.get('a')?.number()).toBe(3);
  expect(Array.from(root.entries(), ([name]) => name)).toEqual(['a', 'b']);
  expect(root.length).toBe(2);
});

test('nothing is inherited and nothing throws on the wrong kind', () => {
  for (const root of [rootOf('{"a":1}'), valueCursor({ a: 1 }, rootPointer)]) {
    expect(root.get('__proto__')).toBeUndefined();
    expect(root.get('toString')).toBeUndefined();
    const one = root.get('a');
    expect([one?.get('x'), one?.text(), one?.length, Array.from(one?.items() ?? [])]).toEqual([
      undefined,
      undefined,
      0,
      [],
    ]);
  }
});

test('parts of a text that was parsed out of a string all have the place of the string', () => {
  const pointer = parsePointer('/provider_responses/0');
  if (pointer === undefined) throw new Error('not a pointer');
  const cursor = valueCursor({ choices: [{ text: 'a' }] }, pointer, 'at');
  expect(Array.from(cursor.get('choices')?.items() ?? [], (item) => item.get('text')?.pointer)).toEqual([pointer]);
});

test('a document that breaks off keeps what is whole', () => {
  const root = rootOf('{"data":[{"output":"a"},{"output":"b", "raw', 2);
  expect(Array.from(root.get('data')?.items() ?? [], (item) => item.get('output')?.text())).toEqual(['a', 'b']);
});

test('values nested too deep for a text are left without one instead of failing', () => {
  let value: JsonValue = [];
  for (let depth = 0; depth < 200_000; depth++) value = [value];
  expect(valueCursor(value, rootPointer).lexeme()).toBe('');
});

test('a range is where the value is written; a parsed value has none', () => {
  const text = '{"a": [1, {"b": "é"}]}';
  const found = Array.from(rootOf(text).get('a')?.items() ?? [])
    .at(1)
    ?.range();
  expect(found && new TextDecoder().decode(found.bytes.subarray(found.from, found.to))).toBe('{"b": "é"}');
  expect(valueCursor({ a: 1 }, rootPointer).get('a')?.range()).toBeUndefined();
});
