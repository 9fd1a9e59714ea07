// What the checks find of finish reasons and tools, through the whole load: a case where it is found and the near misses in which it is not.

import { expect, test } from 'vitest';
import { completion, type Json, type Members, messages, response, sample } from '../../e2e/fixtures/foundIssues.ts';

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

test('HL022 and HL040 give way to the content filter that explains them', async () => {
  const filtered = reasons('stop', 'content_filter');
  expect(await messages(filtered, 'HL040')).toEqual([]);
  expect(await messages(filtered, 'HL042')).toHaveLength(1);
  const empty = {
    data: [sample(0, '')],
    provider_responses: [completion([''], {}, { finish_reason: 'content_filter' })],
  };
  expect(await messages(empty, 'HL022')).toEqual([]);
  expect(await messages(empty, 'HL042')).toHaveLength(1);
  const blocked = { promptFeedback: { blockReason: 'SAFETY' }, usageMetadata: {} };
  expect(await messages(response([''], [blocked]), 'HL022')).toEqual([]);
  expect(await messages(response([''], [completion([''])]), 'HL022')).toHaveLength(1);
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
  expect(await messages(called('{"at": "her'), 'HL045')).toEqual(['Arguments of look are not valid JSON (cut off?).']);
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
