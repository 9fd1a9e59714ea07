import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type IsIndex, jqPath, pythonAccessor, pythonString } from './accessors.ts';
import { pointerFromKeys, pointerOf, rootPointer } from './pointer.ts';

const anyText = fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) });
const someKeys = fc.array(fc.oneof(anyText, fc.nat(), fc.constantFrom('a', 'a-b', '', '0', '"', '\\', 'if')));

const isIndexOf =
  (keys: readonly (string | number)[]): IsIndex =>
  (depth) =>
    typeof keys[depth] === 'number';

/** What jq takes a path for: members by name, members by a JSON string, places. */
function keysOfJqPath(path: string): readonly (string | number)[] {
  const step = /\.([A-Za-z_][A-Za-z0-9_]*)|\.?\[(\d+)\]|\.?\[("(?:[^"\\]|\\.)*")\]/gsy;
  const keys: (string | number)[] = [];
  if (path === '.') return keys;
  while (step.lastIndex < path.length) {
    const found = step.exec(path);
    if (found === null) throw new Error(`no path: ${path}`);
    const [, name, place, quoted] = found;
    keys.push(name ?? (place === undefined ? String(JSON.parse(quoted ?? '""')) : Number(place)));
  }
  return keys;
}

/** The text of a string literal as Python reads it. */
function readPython(literal: string): string {
  expect(literal).toMatch(/^"(?:[^"\\\n\r]|\\.)*"$/s);
  const short: Readonly<Record<string, string>> = { '"': '"', '\\': '\\', n: '\n', r: '\r', t: '\t' };
  return literal
    .slice(1, -1)
    .replace(/\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|U([0-9a-f]{8})|(.))/gs, (_all, byte, unit, point, letter) =>
      letter === undefined ? String.fromCodePoint(Number.parseInt(byte ?? unit ?? point, 16)) : (short[letter] ?? '?'),
    );
}

describe('a jq path', () => {
  test('names plain keys and quotes the others', () => {
    expect(jqPath(pointerOf('data', 3, 'output'))).toBe('.data[3].output');
    expect(jqPath(pointerOf('a-b', 0, 'c d', 'e'))).toBe('.["a-b"][0]["c d"].e');
    expect(jqPath(pointerOf(0, 'a'))).toBe('.[0].a');
    expect(jqPath(rootPointer)).toBe('.');
  });

  test('leads through the keys it is made from', () => {
    fc.assert(
      fc.property(someKeys, (keys) => {
        expect(keysOfJqPath(jqPath(pointerFromKeys(keys), isIndexOf(keys)))).toEqual(keys);
      }),
    );
  });

  test('takes digits for a place only where they are one', () => {
    expect(jqPath(pointerOf('a', '007'))).toBe('.a["007"]');
    expect(jqPath(pointerOf('a', '7'), () => false)).toBe('.a["7"]');
  });
});

describe('a Python accessor', () => {
  test('subscripts the name', () => {
    expect(pythonAccessor(pointerOf('data', 3, 'output'))).toBe('response["data"][3]["output"]');
    expect(pythonAccessor(rootPointer)).toBe('response');
  });

  test('escapes what a literal cannot hold, and leaves the rest', () => {
    expect(pythonString('a "b" \\ \n\u0000 é 😀')).toBe('"a \\"b\\" \\\\ \\n\\x00 é 😀"');
    expect(pythonString('\ud800x\u202e')).toBe('"\\ud800x\\u202e"');
    expect(pythonString('\u{e0041}')).toBe('"\\U000e0041"');
  });

  test('has literals that read as the same text, one line each', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(readPython(pythonString(text))).toBe(text);
      }),
    );
  });
});
