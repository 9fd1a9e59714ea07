import { describe, expect, test } from 'vitest';
import { callsText, callText } from './callText.ts';

const call = (name: string, argumentsText: string) => ({ name, argumentsText });
const shown = (argumentsText: string) => callText(call('f', argumentsText)).text;
const sorted = (argumentsText: string) => callText(call('f', argumentsText), { sortsKeys: true }).text;

describe('a tool call in words', () => {
  test('is its name with its arguments as a person would write them', () => {
    expect(callText(call('get_weather', '{"city":"Paris"}'))).toEqual({
      text: 'get_weather(city: "Paris")',
      isWhole: true,
    });
    expect(shown('{ "a" : 1.0, "of day":[true,null, {"x":{}}], "naïve": -1e5 }')).toBe(
      'f(a: 1.0, "of day": [true, null, {x: {}}], naïve: -1e5)',
    );
  });

  test('has no arguments where there are none, and takes a root that is no object as it is', () => {
    expect(['', '{}', ' ', '[1,2]', '"text"', 'null', '7'].map(shown)).toEqual([
      'f()',
      'f()',
      'f()',
      'f([1, 2])',
      'f("text")',
      'f(null)',
      'f(7)',
    ]);
  });

  test('decodes strings and quotes what would break the line', () => {
    expect(shown('{"city":"S\\u00e3o \\"P\\"\\n","\\u0061":""}')).toBe('f(city: "São \\"P\\"\\n", a: "")');
  });

  test('takes arguments that are not JSON as they are written', () => {
    expect([shown('city = Paris'), shown('{"city":"Par')]).toEqual(['f(city = Paris)', 'f({"city":"Par)']);
  });

  test('is the same for every order of keys where it sorts, with equal keys kept', () => {
    expect(sorted('{"b":{"d":1,"c":[2,{"y":1,"x":2}]},"a":"A"}')).toBe('f(a: "A", b: {c: [2, {x: 2, y: 1}], d: 1})');
    expect(sorted(' {"a":"\\u0041","b":{"c":[2,{"x":2,"y":1}],"d":1}}')).toBe(
      'f(a: "A", b: {c: [2, {x: 2, y: 1}], d: 1})',
    );
    expect(sorted('{"b":1,"a":2,"b":3,"":4}')).toBe('f("": 4, a: 2, b: 1, b: 3)');
  });

  test('has a line for each argument where it is asked to, those that nest in theirs', () => {
    const lined = (argumentsText: string) =>
      callText(call('f', argumentsText), { sortsKeys: true, hasLines: true }).text;
    expect(lined('{"b":{"d":1,"c":[2,{"y":1}]},"a":"A, \\n"}')).toBe(
      'f(\n  a: "A, \\n",\n  b: {c: [2, {y: 1}], d: 1},\n)',
    );
    expect(['{}', '', '[1,{"a":2}]', '7', '"text"', 'a, b'].map(lined)).toEqual([
      'f()',
      'f()',
      'f([1, {a: 2}])',
      'f(7)',
      'f("text")',
      'f(a, b)',
    ]);
  });

  test('is cut where it is told to, never within a character', () => {
    expect(callText(call('f', '{"a":"1234567890"}'), { most: 8 })).toEqual({ text: 'f(a: "12', isWhole: false });
    expect(callText(call('f', '{"a":"😀"}'), { most: 7 }).text).toBe('f(a: "');
    expect(callText(call('f', '{"a":1}'), { most: 7 })).toEqual({ text: 'f(a: 1)', isWhole: true });
    expect(callText(call('f', '{"a":1}'), { most: 6 })).toEqual({ text: 'f(a: 1', isWhole: false });
  });

  test('survives arguments that nest 100,000 deep, and strings of a megabyte', () => {
    const deep = `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`;
    expect(callText(call('f', deep), { most: 20 }).text).toBe('f(a: {a: {a: {a: {a:');
    expect(sorted(deep)).toHaveLength('f(1)'.length + 100_000 * 3 + 99_999 * 2);
    const long = JSON.stringify({ text: '\n"'.repeat(500_000) });
    expect(sorted(long)).toHaveLength('f(text: "")'.length + 2_000_000);
  });
});

test('several calls stand one after the other as far as there is room', () => {
  const calls = [call('search', '{"q":"tea"}'), call('stop', '')];
  expect(callsText(calls)).toEqual({ text: 'search(q: "tea"), stop()', isWhole: true });
  expect(callsText(calls, 20)).toEqual({ text: 'search(q: "tea"), st', isWhole: false });
  expect(callsText(calls, 17)).toEqual({ text: 'search(q: "tea")', isWhole: false });
  expect(callsText([])).toEqual({ text: '', isWhole: true });
});
