import { describe, expect, test } from 'vitest';
import { lexeme, previewString, readString } from './text.ts';
import { buildValue, readValue } from './value.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const both = (text: string) => {
  const bytes = bytesOf(text);
  return [readValue(bytes, 0, bytes.length), buildValue(bytes, 0, bytes.length)];
};

test('__proto__ is an ordinary own key and changes no prototype', () => {
  for (const value of both('{"__proto__":{"polluted":true}}')) {
    expect(Object.keys(value as object)).toEqual(['__proto__']);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect((value as { polluted?: boolean }).polluted).toBeUndefined();
  }
});

test('the last of duplicate keys wins', () => {
  for (const value of both('{"a":1,"\\u0061":2}')) expect(value).toEqual({ a: 2 });
});

test('NaN and the infinities become those numbers', () => {
  for (const value of both('[NaN,Infinity,-Infinity,-0]')) {
    expect(value).toEqual([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -0]);
  }
});

test('what is not JSON reads as far as it goes', () => {
  expect(both('{"a":[1,2,{"b":"x')).toEqual([{ a: [1, 2, {}] }, { a: [1, 2, {}] }]);
  expect(both('')).toEqual([null, null]);
  expect(both('[True,1]')[0]).toEqual([null, 1]);
});

test('a million levels become a value', () => {
  const bytes = bytesOf(`${'['.repeat(1_000_000)}NaN${']'.repeat(1_000_000)}`);
  let value = readValue(bytes, 0, bytes.length);
  let levels = 0;
  for (; Array.isArray(value); levels++) value = value[0];
  expect(levels).toBe(1_000_000);
  expect(value).toBeNaN();
});

describe('strings', () => {
  test('escapes are decoded, also where the engine would refuse the rest', () => {
    const bytes = bytesOf('"a\\n\\u00e9\\ud83d\\ude00\\/\\x\t"');
    expect(readString(bytes, 0, bytes.length)).toBe('a\né😀/\\x\t');
  });

  test('a preview never splits an escape or a character', () => {
    const bytes = bytesOf('"\\ud83d\\ude00é\\n漢x"');
    const previews = [0, 1, 2, 3, 4, 5, 9].map((count) => previewString(bytes, 0, bytes.length, count));
    expect(previews.map(({ text }) => text)).toEqual(['', '😀', '😀é', '😀é\n', '😀é\n漢', '😀é\n漢x', '😀é\n漢x']);
    expect(previews.map(({ isWhole }) => isWhole)).toEqual([false, false, false, false, false, true, true]);
  });

  test('an empty string is whole', () => {
    expect(previewString(bytesOf('""'), 0, 2, 10)).toEqual({ text: '', isWhole: true });
  });
});

test('a lexeme is the text as written', () => {
  expect(lexeme(bytesOf('[10570679248326920000,1.0]'), 1, 21)).toBe('10570679248326920000');
});
