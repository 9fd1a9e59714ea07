// What the checks find when they hold the answer against its request, through the whole load: a case where it is found and the near misses in which it is not.

import { expect, test } from 'vitest';
import { completion, type Members, messages, response } from '../../e2e/fixtures/foundIssues.ts';

const asked = (request: Members, more: Members = {}, body: Members = {}): Members =>
  response(['red'], [completion(['red'], body)], { provider_request: request, ...more });

test('HL070: another family of models', async () => {
  const models = (own: string, answered: string) => messages(asked({ model: own }, {}, { model: answered }), 'HL070');
  expect(await models('gpt-4o', 'claude-3')).toEqual(['Requested gpt-4o, answered by claude-3.']);
  for (const [own, answered] of [
    ['gpt-4o', 'gpt-4o-2024-05-13'],
    ['gpt-4o-2024-05-13', 'gpt-4o'],
    ['gpt-35-turbo', 'gpt-3.5-turbo-0125'],
    ['models/gemini-pro', 'gemini-pro'],
    ['us.anthropic.claude-3-haiku-v1', 'claude-3-haiku'],
    ['gpt-4o', ''],
  ] as const) {
    expect(await models(own, answered)).toEqual([]);
  }
});

test('HL070 is quiet where the request names no model', async () => {
  expect(await messages(asked({}, {}, { model: 'gpt-4o' }), 'HL070')).toEqual([]);
});

test('HL071: a time that is 0, in another unit, or yet to come', async () => {
  const time = (created: number) => messages(asked({}, {}, { created }), 'HL071');
  expect(await time(0)).toEqual(['Time 0 read as no time (unknown).']);
  expect(await time(1_753_879_648_527)).toEqual(['Time 1753879648527 read as 2025-07-30T12:47:28.527Z (ms).']);
  expect(await time(3_999_999_999)).toEqual(['Time 3999999999 read as 2096-10-02T07:06:39.000Z (s).']);
  expect(await time(1_681_852_797)).toEqual([]);
});

test('HL072: another number of choices, or another switch for log probabilities', async () => {
  expect(await messages(asked({ n: 3 }), 'HL072')).toEqual(['Request says n=3, 1 choice returned.']);
  expect(await messages(asked({ n: 1 }), 'HL072')).toEqual([]);
  const three = ['a', 'b', 'c'];
  const calls = response(
    three,
    three.map((text) => completion([text])),
    { provider_request: { n: 1 } },
  );
  expect(await messages(calls, 'HL072')).toEqual([]);
  const prompts = response(['a', 'b'], [completion(['a', 'b'])], { provider_request: { n: 1, prompt: ['x', 'y'] } });
  expect(await messages(prompts, 'HL072')).toEqual([]);
  expect(await messages(asked({ n: 3 }, { provider_responses: [{ error: { message: 'x' } }] }), 'HL072')).toEqual([]);
  expect(await messages(asked({ logprobs: true }, { logprobs: null }), 'HL072')).toEqual([
    'Request says logprobs=true, the response says null.',
  ]);
  expect(await messages(asked({ logprobs: 5 }, { logprobs: 5 }), 'HL072')).toEqual([]);
  expect(await messages(asked({ logprobs: null }, { logprobs: null }), 'HL072')).toEqual([]);
  expect(await messages(asked({}, { logprobs: 5 }), 'HL072')).toEqual([]);
});

test('HL073: a suffix for a chat', async () => {
  const chat = { choices: [{ index: 0, message: { content: 'red' }, finish_reason: 'stop' }] };
  expect(await messages(response(['red'], [chat], { suffix: 'end' }), 'HL073')).toEqual([
    '`suffix` is ignored by chat models.',
  ]);
  expect(await messages(response(['red'], [completion(['red'])], { suffix: 'end' }), 'HL073')).toEqual([]);
  expect(await messages(response(['red'], [chat], { suffix: null }), 'HL073')).toEqual([]);
});
