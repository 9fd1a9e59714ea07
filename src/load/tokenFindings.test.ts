// What the checks find of tokens with log probabilities, through the whole load: a case where it is found and the near misses in which it is not.

import { expect, test } from 'vitest';
import { completion, type Json, type Members, messages, response } from '../../e2e/fixtures/foundIssues.ts';

type Row = readonly [token: string, logprob: Json, top?: Json];
const found = (id: string, text: string, rows: readonly Row[], lists: Members = {}, more: Members = {}) => {
  const logprobs = {
    tokens: rows.map(([token]) => token),
    token_logprobs: rows.map(([, logprob]) => logprob),
    top_logprobs: rows.some((row) => row.length > 2) ? rows.map(([, , top]) => top ?? null) : null,
    ...lists,
  };
  return messages(response([text], [completion([text], {}, { logprobs })], more), id);
};
const plain: readonly Row[] = [
  ['re', -1],
  ['d', -2],
];

test('HL061: lists of different lengths', async () => {
  expect(await found('HL061', 'red', plain, { token_logprobs: [-1], text_offset: [0, 2] })).toEqual([
    'Log probability lists differ in length: tokens 2, token_logprobs 1, text_offset 2.',
  ]);
  expect(await found('HL061', 'red', plain, { text_offset: [0, 2] })).toEqual([]);
});

test('HL062: tokens that do not spell the text', async () => {
  expect(
    await found('HL062', 'red', [
      ['re', -1],
      ['x', -1],
    ]),
  ).toEqual(['Tokens do not spell the text (differs at character 3).']);
  expect(await found('HL062', 'red', plain)).toEqual([]);
  expect(await found('HL062', 'red', [...plain, ['more', -1]])).toEqual([]);
  expect(await found('HL062', '“red', [['bytes:\\xe2\\x80', -1], ['bytes:\\x9c', -1], ...plain])).toEqual([]);
});

test('HL063: tokens after the stop sequence', async () => {
  expect(await found('HL063', 'red', [...plain, ['\n', -1], ['x', -1]])).toEqual([
    '2 tokens after the stop sequence are hidden from the text.',
  ]);
  expect(await found('HL063', 'red', plain)).toEqual([]);
});

test('HL064: tokens without a usable value', async () => {
  expect(await found('HL064', 'redder', [...plain, ['d', -9999], ['e', null], ['r', '-Infinity']])).toEqual([
    '3 tokens have no usable log probability (-9999, null, -Infinity); left out of averages.',
  ]);
  expect(
    await found('HL064', 'red', [
      ['re', null],
      ['d', -1],
    ]),
  ).toEqual([]);
  expect(
    await found('HL064', 'red', [
      ['re', -9999],
      ['d', -1],
    ]),
  ).toHaveLength(1);
});

test('HL065: values that are no log probabilities', async () => {
  expect(
    await found('HL065', 'red', [
      ['re', 0.75],
      ['d', -1],
    ]),
  ).toEqual([
    '`provider_responses[0].choices[0].logprobs.tokens[0]` is 0.75: not a log probability. (Are these probabilities?)',
  ]);
  expect(
    await found('HL065', 'red', [
      ['re', 'NaN'],
      ['d', -1],
    ]),
  ).toHaveLength(1);
  expect(
    await found('HL065', 'red', [
      ['re', -1, { re: 0.5 }],
      ['d', -1],
    ]),
  ).toHaveLength(1);
  expect(
    await found('HL065', 'red', [
      ['re', 1e-7],
      ['d', 0],
    ]),
  ).toEqual([]);
});

test('HL066: one token with two values', async () => {
  expect(
    await found('HL066', 'red', [
      ['re', -1, { re: -1.5 }],
      ['d', -1, { d: -1 }],
    ]),
  ).toEqual(['Chosen token "re": -1 in the list, -1.5 among alternatives.']);
  expect(
    await found('HL066', 'red', [
      ['re', -1, { re: -1.00005 }],
      ['d', -1, { x: -3 }],
    ]),
  ).toEqual([]);
  expect(
    await found('HL066', 'red', [
      ['re', -9999, { re: -1 }],
      ['d', -1],
    ]),
  ).toEqual([]);
});

test('HL067: fewer alternatives than asked for', async () => {
  const rows: readonly Row[] = [
    ['re', -1, { re: -1, x: -3 }],
    ['d', -1, { d: -1 }],
  ];
  expect(await found('HL067', 'red', rows, {}, { logprobs: 2 })).toEqual([
    '1 of 2 alternatives (identical strings merge, or the provider gives fewer).',
  ]);
  expect(await found('HL067', 'red', rows, {}, { logprobs: 1 })).toEqual([]);
  expect(await found('HL067', 'red', rows)).toEqual([]);
  // The first token of an echo has none.
  const echo: readonly Row[] = [
    ['re', null, null],
    ['d', -1, { d: -1, e: -2 }],
  ];
  expect(await found('HL067', 'red', echo, {}, { logprobs: 2 })).toEqual([]);
  expect(await found('HL067', 'red', [['red', null, null]], {}, { logprobs: 2 })).toEqual([]);
});

test('HL068: positions that do not fit', async () => {
  const message = ['`text_offset` does not fit the text; positions recomputed.'];
  expect(await found('HL068', 'red', plain, { text_offset: [0, 7] })).toEqual(message);
  expect(await found('HL068', 'red', plain, { text_offset: [2, 0] })).toEqual(message);
  expect(await found('HL068', 'red', plain, { text_offset: [39, 41] })).toEqual([]);
  expect(await found('HL068', 're', plain, { text_offset: [39, 41] })).toEqual([]);
});

test('HL069: alternatives that add up to more than 1', async () => {
  expect(
    await found('HL069', 'red', [
      ['re', -0.1, { re: -0.1, x: -0.2 }],
      ['d', -1],
    ]),
  ).toEqual(['Alternatives add up to 172.4 %.']);
  expect(
    await found('HL069', 'red', [
      ['re', 0, { re: 0, x: -9 }],
      ['d', -1],
    ]),
  ).toEqual([]);
});
