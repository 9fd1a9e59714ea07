import { describe, expect, test } from 'vitest';
import {
  childPointer,
  isWithin,
  parentPointer,
  parsePointer,
  pointerFromKeys,
  pointerKeys,
  pointerOf,
  rootPointer,
} from './pointer.ts';

describe('parsing', () => {
  test.each(['', '/', '/a', '/a~0b', '/a~1b/0', '//', '/ "\\'])('%j is a pointer', (text) => {
    expect(parsePointer(text)).toBe(text);
  });

  test.each(['a', 'a/b', '/~', '/~2', '/a~', '#/a'])('%j is none', (text) => {
    expect(parsePointer(text)).toBeUndefined();
  });
});

test('the keys of the examples of RFC 6901 are unescaped in the right order', () => {
  expect(pointerKeys(pointerOf('a/b', 'm~n', '~1', '', 0))).toEqual(['a/b', 'm~n', '~1', '', '0']);
  expect(pointerOf('a/b', 'm~n', '~1', '', 0)).toBe('/a~1b/m~0n/~01//0');
});

test('a child leads back to its parent', () => {
  const child = childPointer(pointerOf('data', 3), 'out/put');
  expect(child).toBe('/data/3/out~1put');
  expect(parentPointer(child)).toBe('/data/3');
  expect(parentPointer(pointerOf('a'))).toBe(rootPointer);
  expect(parentPointer(rootPointer)).toBeUndefined();
});

test('a pointer lies within itself, its ancestors and the root, not within a neighbour of a longer name', () => {
  expect(isWithin(pointerOf('data', 1), pointerOf('data'))).toBe(true);
  expect(isWithin(pointerOf('data'), pointerOf('data'))).toBe(true);
  expect(isWithin(pointerOf('data'), rootPointer)).toBe(true);
  expect(isWithin(pointerOf('data', 10), pointerOf('data', 1))).toBe(false);
  expect(isWithin(rootPointer, pointerOf('data'))).toBe(false);
});

test('a pointer may have more keys than a call may have arguments', () => {
  const keys = Array.from({ length: 300_000 }, () => 0);
  expect(pointerFromKeys(keys).length).toBe(600_000);
});
