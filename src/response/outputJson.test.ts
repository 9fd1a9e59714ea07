import { expect, test } from 'vitest';
import { outputJson } from './outputJson.ts';

test('an object or array is JSON when all of it is read, however long', () => {
  const long = JSON.stringify({ list: Array.from({ length: 500 }, (_, at) => `item ${at}`) });
  expect(['{"a": 1}', ' [1]\n', '{}', long].map(outputJson)).toEqual(Array(4).fill('parses'));
  expect([long.slice(0, -1), `${long} Done.`, '{"a": 1', "{'a': 1}", '[Scene: a desk]'].map(outputJson)).toEqual(
    Array(5).fill('fails'),
  );
});

test('one fenced block around all of it is read, one among words is not', () => {
  expect(['```json\n{"a": 1}\n```', '\n~~~\n[1,\n2]\n~~~\n', '```\n{"a": 1\n```'].map(outputJson)).toEqual([
    'parses',
    'parses',
    'fails',
  ]);
  expect(['See:\n```json\n{"a": 1}\n```', '```js\nlet a;\n```', '```json\n{"a": 1}'].map(outputJson)).toEqual(
    Array(3).fill(undefined),
  );
});

test('words, numbers and literals are no JSON here', () => {
  expect(['positive', '42', 'true', '"quoted"', '', 'Tea {hot}'].map(outputJson)).toEqual(Array(6).fill(undefined));
});
