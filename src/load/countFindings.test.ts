// What the checks find of token counts, through the whole load: a case where it is found and the near misses in which it is not.

import { expect, test } from 'vitest';
import {
  completion,
  ids,
  issuesOfText,
  type Members,
  messages,
  response,
  sample,
} from '../../e2e/fixtures/foundIssues.ts';

const own = (prompt: number, generation: number, total = prompt + generation): Members => ({
  usage: { prompt_tokens: prompt, generation_tokens: generation, total_tokens: total },
});
const body = (prompt: number, generation: number, more: Members = {}): Members =>
  completion(['red'], {
    usage: { prompt_tokens: prompt, completion_tokens: generation, total_tokens: prompt + generation, ...more },
  });

test('HL051: sums that differ without a known cause, and not once more for the total', async () => {
  expect(await messages(response(['red'], [body(3, 5)], own(3, 4)), 'HL051')).toEqual([
    'Humanloop counts 4, the provider 5 (generation).',
  ]);
  expect(await messages(response(['red'], [body(3, 4)], own(3, 4)), 'HL051')).toEqual([]);
  expect(await messages(response(['red'], [completion(['red'])], own(3, 4)), 'HL051')).toEqual([]);
  // A total alone that differs is one, too.
  expect(await messages(response(['red'], [body(3, 4, { total_tokens: 9 })], own(3, 4)), 'HL051')).toEqual([
    'Humanloop counts 7, the provider 9 (total).',
  ]);
});

test('HL051 is quiet where the text breaks off before all provider responses were read', async () => {
  const { data, provider_responses, ...rest } = response(['red'], [body(3, 5), body(3, 5)], own(6, 10));
  const text = JSON.stringify({ ...rest, data, provider_responses });
  expect((await issuesOfText(text.slice(0, -30))).filter(({ id }) => id === 'HL051')).toEqual([]);
});

test('HL052: with a cause', async () => {
  const cause = async (value: Members): Promise<readonly string[]> => {
    expect(await messages(value, 'HL051')).toEqual([]);
    return messages(value, 'HL052');
  };
  const cached = { prompt_tokens_details: { cached_tokens: 100 } };
  expect(await cause(response(['red'], [body(103, 4, cached)], own(3, 4)))).toEqual([
    'Counts differ by 100: cache tokens.',
  ]);
  const anthropic = {
    type: 'message',
    content: [{ type: 'text', text: 'red' }],
    stop_reason: 'end_turn',
    usage: { input_tokens: 4, cache_creation_input_tokens: 7, cache_read_input_tokens: 50, output_tokens: 2 },
  };
  expect(await cause(response(['red'], [anthropic], own(4, 2)))).toEqual(['Counts differ by 57: cache tokens.']);
  expect(await cause(response(['red'], [anthropic], own(61, 2)))).toEqual([]);
  const thoughts = { completion_tokens_details: { reasoning_tokens: 20 } };
  expect(await cause(response(['red'], [body(3, 24, thoughts)], own(3, 4)))).toEqual([
    'Counts differ by 20: thoughts.',
  ]);
  const gemini = {
    candidates: [{ content: { parts: [{ text: 'red' }] }, finishReason: 'STOP' }],
    usageMetadata: { promptTokenCount: 3, candidatesTokenCount: 4, thoughtsTokenCount: 20, totalTokenCount: 27 },
  };
  expect(await cause(response(['red'], [gemini], own(3, 4)))).toEqual(['Counts differ by 20: thoughts.']);
  const tools = { ...gemini.usageMetadata, toolUsePromptTokenCount: 100, totalTokenCount: 127 };
  expect(await cause(response(['red'], [{ ...gemini, usageMetadata: tools }], own(3, 4)))).toEqual([
    'Counts differ by 120: thoughts and tool prompts.',
  ]);
  const bestOf = { provider_request: { n: 1, best_of: 3 } };
  expect(await cause(response(['red'], [body(3, 12)], { ...own(3, 4), ...bestOf }))).toEqual([
    'Counts differ by 8: best_of.',
  ]);
  expect(
    await cause(
      response(
        ['red', 'blue'],
        [body(3, 4), completion(['blue'], { usage: { prompt_tokens: 3, completion_tokens: 6, total_tokens: 9 } })],
        own(6, 4),
      ),
    ),
  ).toEqual(['Counts differ by 6: several calls.']);
  const cohere = {
    generations: [{ text: 'red', finish_reason: 'COMPLETE' }],
    meta: { tokens: { input_tokens: 69, output_tokens: 12 }, billed_units: { input_tokens: 7, output_tokens: 12 } },
  };
  expect(await cause(response(['red'], [cohere], own(7, 12)))).toEqual(['Counts differ by 62: billed units.']);
});

test('HL051 accepts prompts of several calls added up or counted once', async () => {
  const two = [
    completion(['red'], { usage: { prompt_tokens: 3, completion_tokens: 4, total_tokens: 7 } }),
    completion(['blue'], { usage: { prompt_tokens: 3, completion_tokens: 5, total_tokens: 8 } }),
  ];
  for (const usage of [own(3, 9), own(6, 9)]) {
    const found = await ids(response(['red', 'blue'], two, usage));
    expect(found.filter((id) => id === 'HL051' || id === 'HL052')).toEqual([]);
  }
});

const tokens = (count: number, more: Members = {}): Members => ({
  logprobs: {
    tokens: Array.from({ length: count }, (_, at) => 'red'.charAt(at) || 'x'),
    token_logprobs: Array.from({ length: count }, () => -1),
    top_logprobs: null,
  },
  ...more,
});

test('HL054: more tokens listed than counted', async () => {
  const listed = completion(['red'], {}, tokens(3));
  expect(await messages(response(['red'], [listed], own(1, 2)), 'HL054')).toEqual(['3 tokens listed, only 2 counted.']);
  expect(await messages(response(['red'], [listed], own(1, 3)), 'HL054')).toEqual([]);
  // Those after the stop do not count.
  expect(await messages(response(['red'], [completion(['red'], {}, tokens(9))], own(1, 3)), 'HL054')).toEqual([]);
  // Neither do those of a choice that is not in data.
  const two = response(['red'], [completion(['red', 'red'], {}, tokens(3))], own(1, 3));
  expect(await messages(two, 'HL054')).toEqual([]);
});

test('HL055: ended for length long before the limit', async () => {
  const value = (limit: number, reason = 'length'): Members => ({
    data: [sample(0, 'red', { finish_reason: reason })],
    provider_responses: [completion(['red'], { usage: { completion_tokens: 90 } }, { finish_reason: reason })],
    provider_request: { max_tokens: limit },
  });
  expect(await messages(value(101), 'HL055')).toEqual(['Ended for length well below max_tokens 101 (context limit?).']);
  expect(await messages(value(100), 'HL055')).toEqual([]);
  expect(await messages(value(101, 'stop'), 'HL055')).toEqual([]);
  const { provider_request: _, ...unlimited } = value(101);
  expect(await messages(unlimited as Members, 'HL055')).toEqual([]);
});

test('HL060: log probabilities that did not come', async () => {
  const found = ['Log probabilities were requested (5) but the provider returned none.'];
  expect(await messages(response(['red'], [completion(['red'])], { logprobs: 5 }), 'HL060')).toEqual(found);
  expect(
    await messages(response(['red'], [completion(['red'])], { provider_request: { logprobs: 5 } }), 'HL060'),
  ).toEqual(found);
  expect(await messages(response(['red'], [completion(['red'], {}, tokens(3))], { logprobs: 5 }), 'HL060')).toEqual([]);
  for (const logprobs of [0, null]) {
    expect(await messages(response(['red'], [completion(['red'])], { logprobs }), 'HL060')).toEqual([]);
  }
  expect(await messages(response([''], [completion([''])], { logprobs: 5 }), 'HL060')).toEqual([]);
});
