// Every finding that needs more than one generation by itself, through the whole load: one case where it is found and the
// near misses in which it is not. Texts are invented.

import { describe, expect, test } from 'vitest';
import type { JsonDocument } from '../json/document.ts';
import { pointerOf } from '../json/pointer.ts';
import type { LoadEvent } from '../response/loadEvents.ts';
import type { Issue } from '../response/model.ts';
import { answersOf } from './answers.ts';
import { loadResponse } from './loadResponse.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type Members = { readonly [key: string]: Json };

function sample(index: number, output: string, more: Members = {}): Members {
  return {
    id: `data_${index}`,
    index,
    output: output.trim(),
    raw_output: output,
    inputs: {},
    model_config_id: 'config_1',
    finish_reason: 'stop',
    ...more,
  };
}

function completion(texts: readonly string[], more: Members = {}, eachMore: Members = {}): Members {
  return {
    object: 'text_completion',
    choices: texts.map((text, index) => ({ text, index, finish_reason: 'stop', ...eachMore })),
    ...more,
  };
}

function response(outputs: readonly string[], providers: readonly Json[], more: Members = {}): Members {
  return { data: outputs.map((output, index) => sample(index, output)), provider_responses: providers, ...more };
}

async function issuesOfText(text: string): Promise<readonly Issue[]> {
  const events: LoadEvent[] = [];
  await loadResponse({ text }, false, {
    tell: (event) => events.push(event),
    onDocument: () => {},
    pause: async () => {},
    rest: async () => {},
  });
  const last = events.at(-1);
  if (last?.type !== 'complete') throw new Error('It did not open');
  return last.issues;
}

async function messages(value: Json, id: string): Promise<readonly string[]> {
  const issues = await issuesOfText(JSON.stringify(value));
  return issues.filter((issue) => issue.id === id).map(({ message }) => message);
}

async function ids(value: Json): Promise<readonly string[]> {
  return (await issuesOfText(JSON.stringify(value))).map(({ id }) => id);
}

test('a sound response with its provider response has no finding', async () => {
  const usage = { prompt_tokens: 3, completion_tokens: 4, total_tokens: 7 };
  const body = completion(['red', 'blue'], { model: 'davinci-1', created: 1_681_852_797, usage });
  const own = { prompt_tokens: 3, generation_tokens: 4, total_tokens: 7 };
  const request = { n: 2, model: 'davinci', max_tokens: 10 };
  expect(
    await ids(response(['red', 'blue'], [body], { usage: own, num_samples: 2, provider_request: request })),
  ).toEqual([]);
});

describe('links', () => {
  test('HL030: a text that no provider response has', async () => {
    const found = ['data[0] text is not found in any provider response.'];
    expect(await messages(response(['red'], [completion(['blue'])]), 'HL030')).toEqual(found);
    expect(await messages(response(['red', 'green'], [completion(['red'])]), 'HL030')).toEqual([
      'data[1] text is not found in any provider response.',
    ]);
    expect(await messages(response(['red'], [{ deep: 'blue' }]), 'HL030')).toEqual(found);
  });

  test('HL030 is quiet where a side has no text, and where there is nothing to be found in', async () => {
    expect(await messages(response([''], [completion(['blue'])]), 'HL030')).toEqual([]);
    expect(await messages(response(['red'], [completion([''])]), 'HL030')).toEqual([]);
    expect(await messages(response(['red'], [{ error: { message: 'no' } }]), 'HL030')).toEqual([]);
    expect(await messages(response(['red'], []), 'HL030')).toEqual([]);
    expect(await messages(response(['red'], [{ deep: 'red' }]), 'HL030')).toEqual([]);
    const cut = JSON.stringify(response(['red'], [completion(['blue'])])).slice(0, -1);
    expect((await issuesOfText(cut)).filter(({ id }) => id === 'HL030')).toEqual([]);
  });

  test('HL031: an index that points at another choice', async () => {
    const crossed = response(['blue', 'red'], [completion(['red', 'blue'])]);
    expect(await messages(crossed, 'HL031')).toEqual([
      'data[0] has index 0 but its text is that of choice 1.',
      'data[1] has index 1 but its text is that of choice 0.',
    ]);
    expect(await messages(response(['red', 'blue'], [completion(['red', 'blue'])]), 'HL031')).toEqual([]);
  });

  test('HL032: texts that several choices have', async () => {
    expect(await messages(response(['red', 'red', 'blue'], [completion(['red', 'red', 'blue'])]), 'HL032')).toEqual([
      'Identical text in choices provider_responses[0].choices[0], provider_responses[0].choices[1]; linked by index.',
    ]);
    expect(await messages(response(['red', 'blue'], [completion(['red', 'blue'])]), 'HL032')).toEqual([]);
  });

  test('HL033: a choice that no generation came from', async () => {
    expect(await messages(response(['red'], [completion(['red', 'blue'])]), 'HL033')).toEqual([
      'Provider choice provider_responses[0].choices[1] is not in `data` (best_of, retry, or lost sample).',
    ]);
    expect(await messages(response(['red', 'blue'], [completion(['red', 'blue'])]), 'HL033')).toEqual([]);
    expect(await messages({ provider_responses: [completion(['red'])] }, 'HL033')).toEqual([]);
  });

  test('HL034: no provider response at all', async () => {
    expect(await messages(response(['red'], []), 'HL034')).toEqual([
      'No provider response was recorded; tokens and reasons cannot be checked.',
    ]);
    expect(await messages(response([], []), 'HL034')).toEqual([]);
    expect(await messages({ data: [sample(0, 'red')] }, 'HL034')).toEqual([]);
  });

  test('HL035 and HL036: a shape that nobody knows, and an error', async () => {
    const known = completion(['red']);
    const error = { error: { message: 'Slow down', code: 429 } };
    const value = response(['red'], [{ key: 'value' }, known, error]);
    expect(await messages(value, 'HL035')).toEqual([
      'provider_responses[0] has an unknown shape; shown as plain JSON.',
    ]);
    expect(await messages(value, 'HL036')).toEqual(['provider_responses[2] is an error: Slow down.']);
    expect(await ids(response(['red'], [known]))).toEqual([]);
  });

  test('HL037: texts that differ at one end', async () => {
    const text = 'a text that is long enough to be compared';
    expect(await messages(response([text], [completion([`${text}, cut`])]), 'HL037')).toEqual([
      'Provider text and raw_output differ only by 5 characters at the end.',
    ]);
    expect(await messages(response([text], [completion([text])]), 'HL037')).toEqual([]);
  });
});

describe('reasons', () => {
  const reasons = (own: Json, provider: Json, more: Members = {}): Members => ({
    data: [sample(0, 'red', { finish_reason: own, ...more })],
    provider_responses: [completion(['red'], {}, { finish_reason: provider })],
  });
  const calls = [{ id: 'c', type: 'function', function: { name: 'look', arguments: '{}' } }];

  test('HL040: another reason than the provider’s', async () => {
    expect(await messages(reasons('stop', 'length'), 'HL040')).toEqual([
      'data[0].finish_reason is "stop", the provider said "length".',
    ]);
    expect(await messages(reasons('stop', 'eos_token'), 'HL040')).toEqual([]);
    expect(await messages(reasons('stop', 'nobody knows'), 'HL040')).toEqual([]);
    expect(await messages(reasons('nobody knows', 'stop'), 'HL040')).toEqual([]);
    expect(await messages(reasons('tool_call', 'tool_calls', { tool_calls: calls }), 'HL040')).toEqual([]);
  });

  test('HL040 is quiet where one of several equal texts ended like this', async () => {
    const body = {
      object: 'text_completion',
      choices: ['stop', 'length'].map((finish_reason, index) => ({ text: 'red', index, finish_reason })),
    };
    const swapped = ['length', 'stop'].map((finish_reason, index) => sample(index, 'red', { finish_reason }));
    expect(await messages({ data: swapped, provider_responses: [body] }, 'HL040')).toEqual([]);
    const other = ['stop', 'content_filter'].map((finish_reason, index) => sample(index, 'red', { finish_reason }));
    expect(await messages({ data: other, provider_responses: [body] }, 'HL040')).toHaveLength(1);
  });

  test('HL041: cut at the limit, by its own reason or else by the provider’s', async () => {
    expect(await messages(reasons('length', 'length'), 'HL041')).toEqual(['Cut at the token limit.']);
    expect(await messages(reasons(null, 'length'), 'HL041')).toEqual(['Cut at the token limit.']);
    expect(await messages(reasons('stop', 'stop'), 'HL041')).toEqual([]);
  });

  test('HL042: a filter, a refusal, or a blocked prompt', async () => {
    expect(await messages(reasons('content_filter', 'content_filter'), 'HL042')).toEqual([
      'Stopped by a content filter (data[0].finish_reason).',
    ]);
    expect(await messages(reasons('stop', 'content_filter'), 'HL042')).toEqual([
      'Stopped by a content filter (provider_responses[0].choices[0].finish_reason).',
    ]);
    const refusal = { choices: [{ index: 0, message: { content: null, refusal: 'No.' }, finish_reason: 'stop' }] };
    expect(await messages(response(['No.'], [refusal]), 'HL042')).toEqual([
      'Stopped by a content filter (provider_responses[0].choices[0].message.refusal).',
    ]);
    const blocked = { promptFeedback: { blockReason: 'SAFETY' }, usageMetadata: {} };
    expect(await messages(response([], [blocked]), 'HL042')).toEqual([
      'Stopped by a content filter (provider_responses[0].promptFeedback.blockReason).',
    ]);
    expect(await messages(reasons('stop', 'stop'), 'HL042')).toEqual([]);
  });

  test('HL043: no reason', async () => {
    const found = ['No finish reason: unfinished stream piece?'];
    expect(await messages(reasons(null, 'stop'), 'HL043')).toEqual(found);
    const { finish_reason: _, ...without } = sample(0, 'red');
    expect(await messages({ data: [without as Members], provider_responses: [completion(['red'])] }, 'HL043')).toEqual(
      found,
    );
    expect(await messages(reasons('stop', 'stop'), 'HL043')).toEqual([]);
    expect(await messages(reasons('', 'stop'), 'HL043')).toEqual([]);
    expect(await messages({ data: ['x'], provider_responses: [] }, 'HL043')).toEqual([]);
  });

  test('HL044: a call without its reason, or a reason without a call', async () => {
    const found = ['Finish reason and tool calls disagree.'];
    expect(await messages(reasons('tool_call', 'tool_calls'), 'HL044')).toEqual(found);
    expect(await messages(reasons('stop', 'stop', { tool_calls: calls }), 'HL044')).toEqual(found);
    expect(await messages(reasons('tool_call', 'tool_calls', { tool_calls: calls }), 'HL044')).toEqual([]);
    expect(await messages(reasons('stop', 'stop'), 'HL044')).toEqual([]);
    expect(await messages(reasons('nobody knows', 'stop', { tool_calls: calls }), 'HL044')).toEqual([]);
    // Gemini ends a call with STOP.
    const gemini = {
      candidates: [{ content: { parts: [{ functionCall: { name: 'look', args: {} } }] }, finishReason: 'STOP' }],
    };
    const data = [sample(0, '', { tool_calls: calls })];
    expect(await messages({ data, provider_responses: [gemini] }, 'HL044')).toEqual([]);
    expect(await messages({ data, provider_responses: [gemini] }, 'HL040')).toEqual([]);
  });

  test('HL045: arguments that are no JSON', async () => {
    const called = (text: string): Members =>
      reasons('tool_call', 'tool_calls', {
        tool_calls: [{ id: 'c', type: 'function', function: { name: 'look', arguments: text } }],
      });
    expect(await messages(called('{"at": "her'), 'HL045')).toEqual([
      'Arguments of look are not valid JSON (cut off?).',
    ]);
    expect(await messages(called('{"at": "here"}'), 'HL045')).toEqual([]);
    expect(await messages(called(''), 'HL045')).toEqual([]);
  });

  test('HL046: a reason that the documentation does not name', async () => {
    expect(await messages(reasons('eos', 'eos'), 'HL046')).toEqual(['Undocumented finish reason "eos".']);
    for (const reason of ['stop', 'length', 'tool_call', null]) {
      expect(await messages(reasons(reason, 'stop'), 'HL046')).toEqual([]);
    }
  });

  test('HL090: a tool that returned nothing, an error, or is not in the request', async () => {
    const results = (result: Json, name = 'look', more: Members = {}): Members => ({
      data: [sample(0, 'red', { tool_results: [{ id: 'c', name, signature: '', result }] })],
      provider_responses: [completion(['red'])],
      ...more,
    });
    const found = ['Tool look returned nothing.'];
    for (const result of [
      '',
      ' ',
      '{}',
      'null',
      '[]',
      'Error: no such place',
      '{"error": "denied"}',
      'Traceback (most',
    ]) {
      expect(await messages(results(result), 'HL090')).toEqual(found);
    }
    for (const result of ['12 degrees', '0', 'No error was found', '{"a": 1}']) {
      expect(await messages(results(result), 'HL090')).toEqual([]);
    }
    const tools = (name: string): Members => ({ provider_request: { tools: [{ function: { name } }] } });
    expect(await messages(results('12', 'look', tools('walk')), 'HL090')).toEqual(found);
    expect(await messages(results('12', 'look', tools('look')), 'HL090')).toEqual([]);
  });
});

describe('counts', () => {
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
    expect(await messages(response(['red'], [listed], own(1, 2)), 'HL054')).toEqual([
      '3 tokens listed, only 2 counted.',
    ]);
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
    expect(await messages(value(101), 'HL055')).toEqual([
      'Ended for length well below max_tokens 101 (context limit?).',
    ]);
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
    expect(await messages(response(['red'], [completion(['red'], {}, tokens(3))], { logprobs: 5 }), 'HL060')).toEqual(
      [],
    );
    for (const logprobs of [0, null]) {
      expect(await messages(response(['red'], [completion(['red'])], { logprobs }), 'HL060')).toEqual([]);
    }
    expect(await messages(response([''], [completion([''])], { logprobs: 5 }), 'HL060')).toEqual([]);
  });
});

describe('tokens', () => {
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
});

describe('the request', () => {
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
    expect(await messages(asked({ n: 3 }), 'HL072')).toEqual(['Request says n=3, 1 choices returned.']);
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
});

describe('the whole', () => {
  test('HL083: a text that breaks off', async () => {
    const text = JSON.stringify(response(['one', 'two', 'three'], []), null, 2);
    const cut = text.slice(0, text.indexOf('"three"') + 3);
    const issues = (await issuesOfText(cut)).filter(({ id }) => id === 'HL083');
    expect(issues.map(({ message }) => message)).toEqual([
      `The input ends early at line ${cut.split('\n').length}; 2 generations are whole.`,
    ]);
    expect((await issuesOfText(text)).filter(({ id }) => id === 'HL083')).toEqual([]);
    // A mistake in the middle is something else.
    const wrong = text.replace('"two"', 'two');
    expect((await issuesOfText(wrong)).filter(({ id }) => id === 'HL083')).toEqual([]);
  });

  test('HL084: what looks like a key, by kind and place', async () => {
    const secret = (text: string) => messages(response([text], [completion([text])]), 'HL084');
    // Put together here, so that no scanner takes this file for a leak.
    const key = `sk${'-'}abcdefghij0123456789xyz`;
    expect(await secret(`use ${key} now`)).toEqual([
      'This response holds what looks like an API key at data[0].output. Nothing leaves this page; take care when sharing.',
    ]);
    expect(await secret(`AKIA${'ABCDEFGH01234567'}`)).toHaveLength(1);
    expect(await secret(`hl_sk${'_'}abcdefgh0123456789`)).toHaveLength(1);
    expect(await secret(`Bearer ${'abcdefghij.0123456789'}`)).toHaveLength(1);
    for (const text of [
      'sk-...',
      'risk-free-investments-of-2024-are-rare',
      'sk-learn-is-a-python-library',
      'AKIA',
      'Bearer of news',
    ]) {
      expect(await secret(text)).toEqual([]);
    }
    const user = (name: string) => messages(response(['red'], [completion(['red'])], { user: name }), 'HL084');
    expect(await user('somebody@example.org')).toEqual([
      'This response holds what looks like an e-mail address at user. Nothing leaves this page; take care when sharing.',
    ]);
    expect(await user('somebody')).toEqual([]);
    expect(await secret('somebody@example.org')).toEqual([]);
  });

  test('HL084 finds a key across the border of two pieces', async () => {
    const key = `sk${'-'}abcdefghij0123456789xyz`;
    for (const before of [999_880, 999_890, 999_900, 1_000_000]) {
      const text = `{"data": [], "provider_responses": [], "user": ${' '.repeat(before - 60)}"${key}"}`;
      expect((await issuesOfText(text)).filter(({ id }) => id === 'HL084')).toHaveLength(1);
    }
  });

  test('HL091: several model configs', async () => {
    const data = (second: string): Members => ({
      data: [sample(0, 'red'), sample(1, 'blue', { model_config_id: second })],
      provider_responses: [completion(['red', 'blue'])],
    });
    expect(await messages(data('config_2'), 'HL091')).toEqual(['Generations come from 2 model configs (experiment?).']);
    expect(await messages(data('config_1'), 'HL091')).toEqual([]);
  });
});

test('tokens of a choice are read when they are asked for, and rows hold their figures', async () => {
  const logprobs = { tokens: ['re', 'd'], token_logprobs: [-1, -2], top_logprobs: null };
  const body = completion(['red'], {}, { logprobs });
  const events: LoadEvent[] = [];
  const documents: JsonDocument[] = [];
  await loadResponse(
    {
      text: JSON.stringify(
        response(['red', 'red'], [body, JSON.stringify(completion(['blue', 'red'], {}, { logprobs }))]),
      ),
    },
    false,
    {
      tell: (event) => events.push(event),
      onDocument: (document) => documents.push(document),
      pause: async () => {},
      rest: async () => {},
    },
  );
  const rows = events.flatMap((event) => (event.type === 'rows' ? event.rows : []));
  expect(rows.at(0)?.logprobs ?? rows.at(-2)?.logprobs).toEqual({ count: 2, usable: 2, mean: -1.5 });
  const [document] = documents.slice(-1);
  if (document === undefined) throw new Error('Nothing opened');
  const { tokens } = answersOf(document);
  expect(tokens(pointerOf('provider_responses', 0, 'choices', 0))).toMatchObject({ facts: { count: 2, mean: -1.5 } });
  expect(tokens(pointerOf('provider_responses', 0, 'choices', 1))).toBeUndefined();
  expect(tokens(pointerOf('data', 0))).toBeUndefined();
  expect(tokens(pointerOf('provider_responses', 9, 'choices', 0))).toBeUndefined();
  // Choices inside a text have its place; their position tells them apart.
  expect(tokens(pointerOf('provider_responses', 1), 0)?.coverage.relation).toBe('mismatch');
  expect(tokens(pointerOf('provider_responses', 1), 1)?.coverage.relation).toBe('equal');
});
