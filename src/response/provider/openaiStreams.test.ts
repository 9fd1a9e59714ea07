// OpenAI Responses, whole and as events, and chunks of a stream, with invented texts.

import { describe, expect, test } from 'vitest';
import { brief, counts, read } from '../../../e2e/fixtures/testReading.ts';
import type { JsonValue } from '../../json/value.ts';

const responses = {
  object: 'response',
  id: 'resp_1',
  created_at: 1758064458,
  status: 'completed',
  model: 'm',
  output: [
    { type: 'reasoning', summary: [{ type: 'summary_text', text: 'Hm.' }] },
    { type: 'message', content: [{ type: 'output_text', text: 'One.', logprobs: [{ token: 'One' }, { token: '.' }] }] },
    { type: 'web_search_call' },
    { type: 'message', content: [{ type: 'output_text', text: ' Two.' }] },
  ],
  usage: { input_tokens: 3, output_tokens: 4, total_tokens: 7, output_tokens_details: { reasoning_tokens: 1 } },
};

const chunks = [
  { id: '', model: '', created: 0, object: '', choices: [], prompt_filter_results: [] },
  {
    id: 'c',
    model: 'm',
    created: 1731368640,
    object: 'chat.completion.chunk',
    choices: [{ index: 0, delta: { role: 'assistant', content: '' } }],
  },
  { choices: [{ index: 1, delta: { content: 'Blue' }, logprobs: { content: [{ token: 'Blue' }] } }] },
  { choices: [{ index: 0, delta: { content: 'Re' } }] },
  { choices: [{ index: 0, delta: { content: 'd' }, finish_reason: null }] },
  { choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] },
  { choices: [], usage: { prompt_tokens: 1, completion_tokens: 2, total_tokens: 3 } },
];

describe('OpenAI Responses', () => {
  test('join the texts of all messages', () => {
    const found = read(responses);
    expect(found.format).toBe('openai-responses');
    expect(brief(found)).toEqual([['One. Two.', 'completed', 'stop']]);
    expect(counts(found)).toEqual(['3', '4', '7']);
    expect(found.reading).toMatchObject({
      id: 'resp_1',
      created: { unit: 's' },
      usage: { reasoning: { value: 1 } },
      notes: ['1 content part is not part of the text (web_search_call).'],
      choices: [{ reasoning: { text: 'Hm.' }, listedTokens: { count: 2 } }],
    });
  });

  test('tell tool calls, refusals and incomplete answers apart', () => {
    const call = { type: 'function_call', call_id: 'c', name: 'f', arguments: '{}' };
    const called = read({ ...responses, output: [call] });
    expect(brief(called)).toEqual([[null, 'completed', 'tool_call']]);
    expect(called.reading.choices[0]).toMatchObject({ textKind: 'toolOnly', toolCalls: [{ id: 'c', name: 'f' }] });
    const refused = read({
      ...responses,
      output: [{ type: 'message', content: [{ type: 'refusal', refusal: 'No.' }] }],
    });
    expect(refused.reading.choices[0]).toMatchObject({ text: 'No.', textKind: 'refusal' });
    const cut = read({ ...responses, status: 'incomplete', incomplete_details: { reason: 'max_output_tokens' } });
    expect(cut.reading.choices[0]?.finishReason).toEqual({
      raw: 'max_output_tokens',
      class: 'length',
      pointer: '/provider_responses/0/incomplete_details/reason',
    });
    const failed = read({ ...responses, status: 'failed', output: [], error: { message: 'Broken.' } });
    expect(failed.reading).toMatchObject({ error: { message: 'Broken.' }, choices: [{ textKind: 'missing' }] });
  });

  test('as events are the response of the last event, or the pieces where the stream breaks off', () => {
    const events = [
      { type: 'response.created', response: { ...responses, output: [], status: 'in_progress' } },
      { type: 'response.output_text.delta', delta: 'One.' },
      { type: 'response.output_text.delta', delta: ' Tw' },
      { type: 'response.completed', response: responses },
    ];
    expect(brief(read(events))).toEqual([['One. Two.', 'completed', 'stop']]);
    expect(read(events).reading.choices[0]?.pointer).toBe('/provider_responses/0/3/response');
    expect(brief(read(events.slice(0, 3)))).toEqual([['One. Tw', undefined, undefined]]);
    expect(read(events.slice(0, 3)).reading.notes).toEqual([
      '3 events of a stream are shown joined.',
      'The stream breaks off before it says why it ended.',
    ]);
  });
});

describe('stream chunks', () => {
  test('are joined per index, in the order in which the indexes appear', () => {
    const found = read(chunks);
    expect(found.format).toBe('openai-chunks');
    expect(brief(found)).toEqual([
      ['Red', 'stop', 'stop'],
      ['Blue', undefined, undefined],
    ]);
    expect(counts(found)).toEqual(['1', '2', '3']);
    expect(found.reading).toMatchObject({
      id: 'c',
      model: { text: 'm' },
      created: { iso: '2024-11-11T23:44:00.000Z' },
      vendor: 'Azure OpenAI',
      notes: ['7 events of a stream are shown joined.', 'The stream does not say why it ended for 1 choice.'],
    });
    expect(found.reading.choices[1]).toMatchObject({ index: 1, listedTokens: { count: 1 } });
    expect(found.reading.choices[0]?.textPointers).toContain('/provider_responses/0/3/choices/0/delta/content');
  });

  test('of tool calls are put together by their index', () => {
    const piece = (call: JsonValue): JsonValue => ({ choices: [{ index: 0, delta: { tool_calls: [call] } }] });
    const found = read([
      piece({ index: 0, id: 'a', function: { name: 'f', arguments: '' } }),
      piece({ index: 0, function: { arguments: '{"x"' } }),
      piece({ index: 1, id: 'b', function: { name: 'g', arguments: '{}' } }),
      piece({ index: 0, function: { arguments: ':1}' } }),
    ]);
    expect(found.reading.choices[0]?.toolCalls).toMatchObject([
      { id: 'a', name: 'f', argumentsText: '{"x":1}' },
      { id: 'b', name: 'g', argumentsText: '{}' },
    ]);
  });

  test('of completions end with the last reason that is not empty, also where it has no index', () => {
    const texts = [
      { choices: [{ index: 0, text: 'a', finish_reason: '' }] },
      { choices: [{ index: 0, text: 'b', finish_reason: 'length' }] },
      { choices: [{ delta: {}, finish_reason: '' }] },
    ];
    expect(brief(read(texts))).toEqual([['ab', 'length', 'length']]);
    expect(read({ object: 'chat.completion.chunk', choices: [{ index: 0, delta: { content: 'a' } }] }).format).toBe(
      'openai-chunks',
    );
  });

  test('as the text of an event stream are read too', () => {
    const openai = `${chunks.map((chunk) => `data: ${JSON.stringify(chunk)}`).join('\n\n')}\n\ndata: [DONE]`;
    expect(brief(read(openai))[0]).toEqual(['Red', 'stop', 'stop']);
  });
});
