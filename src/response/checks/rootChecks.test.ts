// HL001 to HL004: what a response must be made of.

import { describe, expect, test } from 'vitest';
import {
  issuesOf,
  type Members,
  messages,
  pointers,
  response,
  sound,
  usage,
  without,
} from '../../../e2e/fixtures/testIssues.ts';

test('a sound response has no issue', () => {
  const all = {
    project_id: 'pr_1',
    num_samples: 2,
    logprobs: null,
    suffix: null,
    user: null,
    session_id: null,
    metadata: null,
    tool_choice: null,
    provider_request: { n: 2 },
  };
  expect(issuesOf(response([sound, { ...sound, id: 'data_2', index: 1 }], all))).toEqual([]);
});

describe('HL001', () => {
  test('a list that is missing or something else makes the response incomplete', () => {
    const issues = issuesOf({ data: {}, usage });
    expect(messages(issues, 'HL001')).toEqual([
      'Not a complete CompletionResponse: `data` is missing or not a list.',
      'Not a complete CompletionResponse: `provider_responses` is missing or not a list.',
    ]);
    expect(pointers(issues, 'HL001')).toEqual(['/data', '']);
    expect(issues.find(({ id }) => id === 'HL001')?.severity).toBe('error');
  });

  test('empty lists are lists, and a text that breaks off may have had the missing one', () => {
    expect(messages(issuesOf(response([])), 'HL001')).toEqual([]);
    expect(messages(issuesOf({ data: [] }, { isWhole: false }), 'HL001')).toEqual([]);
    expect(messages(issuesOf({ data: 'no' }, { isWhole: false }), 'HL001')).toHaveLength(1);
  });
});

test('what was made of something else lacks nothing that only a response has', () => {
  const made = { data: [{ output: 'red', score: 1, index: 0 }], provider_responses: [], samples: 1 };
  const of = (isRelative: boolean) => issuesOf(made, { isRelative }).map(({ id }) => id);
  expect(of(false)).toEqual(expect.arrayContaining(['HL002', 'HL004', 'HL034', 'HL043']));
  expect(of(true)).toEqual([]);
  expect(issuesOf({ data: [] }, { isRelative: true })).toEqual([]);
  expect(
    messages(issuesOf({ ...made, data: [{ output: 'red', finish_reason: null }] }, { isRelative: true }), 'HL043'),
  ).toHaveLength(1);
  expect(messages(issuesOf({ data: {} }, { isRelative: true }), 'HL001')).toHaveLength(1);
});

describe('HL002', () => {
  test.each(['id', 'index', 'output', 'raw_output', 'model_config_id', 'inputs'])('a completion without %s', (key) => {
    const issues = issuesOf(response([sound, without({ ...sound, id: 'data_2', index: 1 }, key)]));
    expect(messages(issues, 'HL002')).toEqual([`data[1] has no \`${key}\` (required by the v4 schema).`]);
    expect(pointers(issues, 'HL002')).toEqual(['/data/1']);
  });

  test('a chat may leave out its inputs', () => {
    const chat = { ...without(sound, 'inputs'), messages: [{ role: 'user', content: 'Hi' }] };
    expect(messages(issuesOf(response([chat])), 'HL002')).toEqual([]);
  });
});

describe('HL003', () => {
  test('another type than documented is named with what the schema says', () => {
    const data = [{ ...sound, index: '0', inputs: [], finish_reason: 7, raw_output: null }];
    const issues = issuesOf(response(data, { usage: [], num_samples: 1.5, user: false, metadata: 'm' }));
    expect(messages(issues, 'HL003')).toEqual([
      '`data[0].index` is a string, the schema says a number.',
      '`data[0].raw_output` is null, the schema says a string.',
      '`data[0].inputs` is a list, the schema says an object.',
      '`data[0].finish_reason` is a number, the schema says a string.',
      '`num_samples` is 1.5, the schema says a whole number.',
      '`user` is false, the schema says a string.',
      '`usage` is a list, the schema says an object.',
      '`metadata` is a string, the schema says an object.',
    ]);
    expect(pointers(issues, 'HL003')[0]).toBe('/data/0/index');
    expect(messages(issues, 'HL002')).toEqual([]);
  });

  test('inner parts are held against the schema too, and a missing one points at its parent', () => {
    const chat = {
      ...sound,
      finish_reason: 'tool_call',
      messages: [{ content: 'no role' }, { role: 'user', content: [{ type: 'text', text: 'a' }, 'b'] }],
      tool_calls: [{ id: 'call_1', type: 'function', function: { arguments: {} } }],
    };
    const issues = issuesOf(response([chat], { usage: { prompt_tokens: 1, generation_tokens: null } }));
    expect(issues.map(({ id, pointer, message }) => [id, pointer, message])).toEqual([
      ['HL003', '/data/0/messages/0', '`data[0].messages[0].role` is missing, the schema says a string.'],
      [
        'HL003',
        '/data/0/messages/1/content/1',
        '`data[0].messages[1].content[1]` is a string, the schema says an object.',
      ],
      [
        'HL003',
        '/data/0/tool_calls/0/function',
        '`data[0].tool_calls[0].function.name` is missing, the schema says a string.',
      ],
      [
        'HL003',
        '/data/0/tool_calls/0/function/arguments',
        '`data[0].tool_calls[0].function.arguments` is an object, the schema says a string.',
      ],
      ['HL003', '/usage/generation_tokens', '`usage.generation_tokens` is null, the schema says a number.'],
      ['HL003', '/usage', '`usage.total_tokens` is missing, the schema says a number.'],
    ]);
  });

  test('of very many violations of one part the last one listed says how many more there are', () => {
    const wrong = Array.from({ length: 130 }, () => 'x');
    const issues = issuesOf(response([{ ...sound, tool_results: wrong }])).filter(({ id }) => id === 'HL003');
    expect(issues).toHaveLength(100);
    expect(issues.at(-1)?.detail).toBe('30 more violations of data[0] are not listed.');
  });

  test('a generation that is no object at all is one finding', () => {
    const issues = issuesOf(response(['text' as unknown as Members]));
    expect(issues.map(({ message }) => message)).toEqual(['`data[0]` is a string, the schema says an object.']);
  });

  test('null on an optional field means absent', () => {
    const issues = issuesOf(response([{ ...sound, finish_reason: null, tool_results: null }], { usage: null }));
    expect(messages(issues, 'HL003')).toEqual([]);
  });

  test("what is written inside inputs and metadata is nobody else's business", () => {
    const free = { id: 7, index: 'x', nested: { usage: 'none' } };
    expect(issuesOf(response([{ ...sound, inputs: free }], { metadata: free }))).toEqual([]);
  });
});

describe('HL004', () => {
  test('keys outside the schema are listed once each, with their places', () => {
    const extra = { ...sound, score: 1 };
    const issues = issuesOf(
      response([extra, { ...extra, id: 'data_2', index: 1 }], { trace: 'x', usage: { ...usage, audio_tokens: 0 } }),
    );
    const issue = issues.find(({ id }) => id === 'HL004');
    expect(issue).toMatchObject({
      severity: 'info',
      message: 'Extra keys kept: usage.audio_tokens, trace, data[].score.',
      pointer: '/usage/audio_tokens',
      related: ['/trace', '/data/0/score'],
    });
  });

  test('known extras are not reported', () => {
    const withReasoning = { ...usage, reasoning_tokens: 0 };
    expect(messages(issuesOf(response([sound], { provider_request: {}, usage: withReasoning })), 'HL004')).toEqual([]);
  });

  test('a long list of keys says how many it leaves out', () => {
    const extras = Object.fromEntries(Array.from({ length: 25 }, (_, at) => [`x${at}`, at]));
    expect(messages(issuesOf(response([sound], extras)), 'HL004')[0]).toMatch(/x19 and 5 more\.$/);
  });
});
