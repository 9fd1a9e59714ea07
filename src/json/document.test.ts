import { describe, expect, test } from 'vitest';
import { createDocument } from './document.ts';
import { indexLines } from './lines.ts';
import { type Pointer, pointerFromKeys, pointerOf, rootPointer } from './pointer.ts';
import { skim } from './skim.ts';
import { strictPass } from './strict.ts';

function documentOf(text: string, depth: number) {
  const bytes = new TextEncoder().encode(text);
  return createDocument(bytes, skim(bytes, { depth }), indexLines(bytes));
}

const text = '{"data":[{"a/b":{"~":[10,20,30]}},7],"data2":{},"x":1,"x":[2]}';

describe.each([0, 1, 2, 9])('with a table of depth %i', (depth) => {
  const document = documentOf(text, depth);

  test('a pointer leads to its value at any depth', () => {
    expect(document.find(pointerOf('data', 0, 'a/b', '~', 1))).toEqual({
      pointer: '/data/0/a~1b/~0/1',
      kind: 'number',
      from: text.indexOf('20'),
      to: text.indexOf('20') + 2,
      keyFrom: 0,
      keyTo: 0,
      key: 1,
      index: 1,
      childCount: 0,
      isIncomplete: false,
    });
    expect(document.find(rootPointer)).toMatchObject({ kind: 'object', childCount: 4, key: undefined, from: 0 });
  });

  test('of duplicate keys the last is found and all are listed', () => {
    expect(document.find(pointerOf('x'))).toMatchObject({ kind: 'array', key: 'x', index: 3 });
    expect(document.find(pointerOf('data2'))).toMatchObject({ key: 'data2', index: 1 });
    expect(document.children(rootPointer, 0, 10)?.map(({ key, kind }) => [key, kind])).toEqual([
      ['data', 'array'],
      ['data2', 'object'],
      ['x', 'number'],
      ['x', 'array'],
    ]);
  });

  test('a pointer to nothing finds nothing', () => {
    for (const missing of ['/data/2', '/data/01', '/data/-', '/data/-1', '/nothing', '/data/1/0', '/x/0/0']) {
      expect(document.find(missing as Pointer), missing).toBeUndefined();
      expect(document.children(missing as Pointer, 0, 1), missing).toBeUndefined();
    }
  });

  test('a byte leads to the deepest value or key around it', () => {
    const at = (part: string) => document.pointerAt(text.indexOf(part));
    expect(at('20')).toBe('/data/0/a~1b/~0/1');
    expect(at('0,20')).toBe('/data/0/a~1b/~0/0');
    expect(at(',20')).toBe('/data/0/a~1b/~0');
    expect(at('"~"')).toBe('/data/0/a~1b/~0');
    expect(at(':[10')).toBe('/data/0/a~1b');
    expect(document.pointerAt(99_999)).toBe('');
  });
});

test('a window far into a long array is listed with its positions', () => {
  const document = documentOf(`{"a":[${'{"b":1},'.repeat(200_000)}0]}`, 1);
  const items = document.children(pointerOf('a'), 199_999, 5);
  expect(items?.map(({ pointer, kind }) => [pointer, kind])).toEqual([
    ['/a/199999', 'object'],
    ['/a/200000', 'number'],
  ]);
  expect(document.find(pointerOf('a', 123_456, 'b'))?.kind).toBe('number');
});

test('a place a hundred thousand levels down is found both ways', () => {
  const depth = 100_000;
  const document = documentOf(`${'[0,'.repeat(depth)}"here"${']'.repeat(depth)}`, 3);
  const pointer = pointerFromKeys(Array.from({ length: depth }, () => 1));
  expect(document.find(pointer)?.kind).toBe('string');
  expect(document.pointerAt(3 * depth + 2)).toBe(pointer);
});

test('what is complete in a broken document is found, also below the table', () => {
  const broken = '{"data":[[1,2],[3,[4,5';
  const bytes = new TextEncoder().encode(broken);
  const strict = strictPass(bytes, { depth: 1 });
  const document = createDocument(bytes, strict.table, strict.lines);
  expect(document.find(pointerOf('data', 1))).toMatchObject({ isIncomplete: true, childCount: 2 });
  expect(document.find(pointerOf('data', 1, 1, 0))).toMatchObject({ kind: 'number' });
  expect(document.find(pointerOf('data', 1, 1, 1))).toBeUndefined();
});

test('a text without any value has no root', () => {
  const document = documentOf('  ', 2);
  expect(document.find(rootPointer)).toBeUndefined();
  expect(document.children(rootPointer, 0, 1)).toBeUndefined();
  expect(document.pointerAt(0)).toBe('');
});
