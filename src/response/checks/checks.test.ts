import { describe, expect, test } from 'vitest';
import { type JsonCursor, valueCursor } from '../../json/cursor.ts';
import { pointerOf, rootPointer } from '../../json/pointer.ts';
import { strictPass } from '../../json/strict.ts';
import type { JsonValue } from '../../json/value.ts';
import { readGeneration } from '../generation.ts';
import { isChatResponse } from '../isChat.ts';
import type { Issue } from '../model.ts';
import { readProvider } from '../provider/read.ts';
import type { TextKind } from '../provider/reading.ts';
import { readRequest } from '../request.ts';
import type { LinkFacts } from './check.ts';
import { checkGeneration } from './generationChecks.ts';
import { createResponseChecks } from './responseChecks.ts';
import { checkSource } from './sourceChecks.ts';

type Members = { readonly [key: string]: JsonValue };

const sound: Members = {
  id: 'data_1',
  index: 0,
  output: 'Paris',
  raw_output: 'Paris',
  model_config_id: 'config_1',
  inputs: {},
  finish_reason: 'stop',
};

const usage = { prompt_tokens: 3, generation_tokens: 4, total_tokens: 7 };

function response(data: readonly Members[], more: Members = {}): Members {
  return { data, provider_responses: [{ candidates: [] }], usage, ...more };
}

function without(value: Members, key: string): Members {
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
}

interface Options {
  readonly isWhole?: boolean;
  readonly textKinds?: readonly TextKind[];
}

function issuesOf(value: JsonValue, { isWhole = true, textKinds = [] }: Options = {}): readonly Issue[] {
  const root = valueCursor(value, rootPointer);
  const context = { isChat: isChatResponse(root), isWhole, request: readRequest(root), now: 0 };
  const checks = createResponseChecks(root, context);
  const issues: Issue[] = [];
  const items: readonly JsonCursor[] = Array.from(root.get('data')?.items() ?? []);
  items.forEach((cursor, position) => {
    const found = checkGeneration(readGeneration(cursor, position), cursor, context);
    issues.push(...found.issues);
    checks.add(found.facts);
  });
  const providers = Array.from(root.get('provider_responses')?.items() ?? [], (body, position) => {
    const { format, reading } = readProvider(body);
    const { usage: counted } = reading;
    return { pointer: body.pointer, position, format, ...(counted && { usage: counted }), choices: [] };
  });
  const linkOf = (position: number): LinkFacts | undefined => {
    const textKind = textKinds[position];
    if (textKind === undefined) return undefined;
    const choice = { pointer: pointerOf('x'), position, textKind, hasText: false, toolCallCount: 0 };
    return { link: { word: 'certain', evidence: '' }, choice };
  };
  return [...issues, ...checks.finish({ providers, ambiguous: [], linkOf })];
}

function messages(issues: readonly Issue[], id: string): readonly string[] {
  return issues.filter((issue) => issue.id === id).map(({ message }) => message);
}

function pointers(issues: readonly Issue[], id: string): readonly string[] {
  return issues.filter((issue) => issue.id === id).map(({ pointer }) => pointer);
}

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

describe('HL010', () => {
  test('another number of generations than asked for', () => {
    const issues = issuesOf(response([sound], { num_samples: 3 }));
    expect(messages(issues, 'HL010')).toEqual(['3 samples requested, 1 generations returned.']);
    expect(pointers(issues, 'HL010')).toEqual(['/num_samples']);
  });

  test('a multiple (several inputs), no number, or a text that breaks off is no finding', () => {
    const four = [0, 1, 0, 1].map((index, at) => ({ ...sound, id: `d${at}`, index, inputs: { at: at >> 1 } }));
    expect(messages(issuesOf(response(four, { num_samples: 2 })), 'HL010')).toEqual([]);
    expect(messages(issuesOf(response(four, { num_samples: '3' })), 'HL010')).toEqual([]);
    expect(messages(issuesOf(response(four, { num_samples: 0 })), 'HL010')).toEqual([]);
    expect(messages(issuesOf(response(four, { num_samples: 3 }), { isWhole: false }), 'HL010')).toEqual([]);
  });
});

describe('HL011', () => {
  test('the same index for the same inputs, one finding per pair with the first', () => {
    const inputs = { a: 1, b: [2] };
    const data = [
      { ...sound, inputs },
      { ...sound, id: 'data_2', inputs: { b: [2], a: 1 } },
      { ...sound, id: 'data_3', inputs },
    ];
    const issues = issuesOf(response(data));
    expect(messages(issues, 'HL011')).toEqual([
      'data[0] and data[1] both have index 0 for the same inputs.',
      'data[0] and data[2] both have index 0 for the same inputs.',
    ]);
    expect(pointers(issues, 'HL011')).toEqual(['/data/1/index', '/data/2/index']);
  });

  test('other inputs or a missing index share nothing', () => {
    const other = { ...sound, id: 'data_2', inputs: { a: 2 } };
    expect(messages(issuesOf(response([sound, other])), 'HL011')).toEqual([]);
    const none = without(sound, 'index');
    expect(messages(issuesOf(response([none, { ...none, id: 'data_2' }])), 'HL011')).toEqual([]);
  });
});

describe('HL012', () => {
  test('a gap in the indexes of one set of inputs', () => {
    const data = [0, 2, 3].map((index) => ({ ...sound, id: `d${index}`, index }));
    expect(messages(issuesOf(response(data)), 'HL012')).toEqual(['Sample indexes are 0, 2, 3; 1 missing.']);
  });

  test('a long list is shortened in words', () => {
    const data = Array.from({ length: 30 }, (_, at) => ({ ...sound, id: `d${at}`, index: at + 30 }));
    expect(messages(issuesOf(response(data)), 'HL012')[0]).toMatch(
      /48, 49 and 10 more; 0, 1, .*19 and 10 more missing\.$/,
    );
  });

  test('indexes in another order, or that restart with other inputs, are complete', () => {
    const data = [1, 0].map((index) => ({ ...sound, id: `d${index}`, index }));
    expect(messages(issuesOf(response(data)), 'HL012')).toEqual([]);
    const restarting = [0, 1, 0].map((index, at) => ({ ...sound, id: `d${at}`, index, inputs: { at: at >> 1 } }));
    expect(messages(issuesOf(response(restarting)), 'HL012')).toEqual([]);
    const cut = [{ ...sound, index: 1 }];
    expect(messages(issuesOf(response(cut), { isWhole: false }), 'HL012')).toEqual([]);
  });
});

describe('HL013', () => {
  test('an id that is used again', () => {
    const issues = issuesOf(response([sound, { ...sound, index: 1 }]));
    expect(messages(issues, 'HL013')).toEqual(['data[0] and data[1] share the id data_1.']);
    expect(issues.find(({ id }) => id === 'HL013')).toMatchObject({ pointer: '/data/1/id', related: ['/data/0/id'] });
  });

  test('missing ids are not the same id', () => {
    const none = without(sound, 'id');
    expect(messages(issuesOf(response([none, { ...none, index: 1 }])), 'HL013')).toEqual([]);
  });
});

describe('HL014', () => {
  test('a generation before one with a smaller index', () => {
    const data = [0, 2, 1].map((index) => ({ ...sound, id: `d${index}`, index }));
    const issues = issuesOf(response(data));
    expect(messages(issues, 'HL014')).toEqual(['Generations are listed out of index order.']);
    expect(pointers(issues, 'HL014')).toEqual(['/data/2/index']);
  });

  test('an index that restarts with other inputs is in order', () => {
    const data = [0, 1, 0, 1].map((index, at) => ({ ...sound, id: `d${at}`, index, inputs: { at: at >> 1 } }));
    expect(messages(issuesOf(response(data)), 'HL014')).toEqual([]);
  });
});

function texts(output: string, raw: string, more: Members = {}): readonly Issue[] {
  return issuesOf(response([{ ...sound, output, raw_output: raw, ...more }]));
}

describe('HL020', () => {
  test('an output that is not the stripped raw output, with the first difference in code points', () => {
    expect(messages(texts('a😀c', ' a😀b '), 'HL020')).toEqual([
      '`output` is not `raw_output` with outer white space removed (first difference at character 3).',
    ]);
    expect(messages(texts('a😁', 'a😀'), 'HL020')[0]).toContain('at character 2)');
    expect(messages(texts('ab', 'abc'), 'HL020')[0]).toContain('at character 3)');
    expect(pointers(texts('ab', 'abc'), 'HL020')).toEqual(['/data/0/output']);
  });

  test('white space as Python strips it is no difference', () => {
    expect(messages(texts('a', '\u001c\u0085 a\n'), 'HL020')).toEqual([]);
    expect(messages(texts('\ufeffa', '\ufeffa'), 'HL020')).toEqual([]);
  });

  test('an output that kept the white space of the raw output was not stripped', () => {
    expect(messages(texts(' a', ' a'), 'HL020')).toHaveLength(1);
    expect(messages(texts(' a', ' a'), 'HL021')).toEqual([]);
  });

  test('a byte order mark, which Python keeps, must not be gone', () => {
    expect(messages(texts('a', '\ufeffa'), 'HL020')).toHaveLength(1);
  });
});

describe('HL021', () => {
  test('how much white space was stripped at each end', () => {
    const issues = texts('a', '\n\na ');
    expect(messages(issues, 'HL021')).toEqual(['2 leading and 1 trailing white-space characters stripped.']);
    expect(pointers(issues, 'HL021')).toEqual(['/data/0/raw_output']);
    expect(messages(texts('a', '\n\na'), 'HL021')).toEqual(['2 leading white-space characters stripped.']);
    expect(messages(texts('a', 'a '), 'HL021')).toEqual(['1 trailing white-space character stripped.']);
  });

  test('nothing stripped, or more than white space, is something else', () => {
    expect(messages(texts('a', 'a'), 'HL021')).toEqual([]);
    expect(messages(texts('a', ' b'), 'HL021')).toEqual([]);
  });
});

describe('HL022', () => {
  test('nothing at all although it ended normally', () => {
    const issues = texts('', '');
    expect(messages(issues, 'HL022')).toEqual(['Empty generation that ended normally.']);
    expect(pointers(issues, 'HL022')).toEqual(['/data/0']);
  });

  test('a tool call, another end, white space or a refusal explains it', () => {
    const calls = [{ id: 'c', type: 'function', function: { name: 'f', arguments: '{}' } }];
    expect(messages(texts('', '', { tool_calls: calls }), 'HL022')).toEqual([]);
    expect(messages(texts('', '', { finish_reason: 'length' }), 'HL022')).toEqual([]);
    expect(messages(texts('', ' '), 'HL022')).toEqual([]);
    const empty = response([{ ...sound, output: '', raw_output: '' }]);
    expect(messages(issuesOf(empty, { textKinds: ['refusal'] }), 'HL022')).toEqual([]);
    expect(messages(issuesOf(empty, { textKinds: ['empty'] }), 'HL022')).toHaveLength(1);
  });
});

describe('HL023', () => {
  test('only white space', () => {
    expect(messages(texts('', ' \n'), 'HL023')).toEqual(['Only white space was generated.']);
  });

  test('nothing, or text that was lost, is something else', () => {
    expect(messages(texts('', ''), 'HL023')).toEqual([]);
    expect(messages(texts('', 'a'), 'HL023')).toEqual([]);
    expect(messages(texts('', 'a'), 'HL020')).toHaveLength(1);
  });
});

describe('HL024', () => {
  test('a replacement character or half a pair, counted from 1 in code points', () => {
    const issues = texts('a😀\ufffd\ufffd', 'a😀\ufffd\ufffd');
    expect(messages(issues, 'HL024')).toEqual([
      'Broken character at 3: a multi-byte character was cut or badly decoded.',
    ]);
    expect(issues.find(({ id }) => id === 'HL024')).toMatchObject({
      pointer: '/data/0/output',
      detail: 'U+FFFD in data[0].output, 2 broken characters in all; characters are counted from 1.',
    });
    expect(messages(texts('ab\ud83d', 'ab\ud83d'), 'HL024')[0]).toMatch(/at 3:/);
    expect(pointers(texts('a', 'a\ufffd'), 'HL024')).toEqual(['/data/0/raw_output']);
  });

  test('whole pairs are whole', () => {
    expect(messages(texts('a😀b', 'a😀b'), 'HL024')).toEqual([]);
  });
});

describe('HL050', () => {
  const counted = (counts: Members): readonly Issue[] => issuesOf(response([sound], { usage: counts }));

  test('a total that is not the sum', () => {
    const issues = counted({ prompt_tokens: 3, generation_tokens: 4, total_tokens: 8 });
    expect(messages(issues, 'HL050')).toEqual(['Token counts do not add up: 3 + 4 is not 8.']);
    expect(pointers(issues, 'HL050')).toEqual(['/usage/total_tokens']);
  });

  test('reasoning may stand beside the generation or in it', () => {
    const both = { prompt_tokens: 3, generation_tokens: 4, reasoning_tokens: 5 };
    expect(messages(counted({ ...both, total_tokens: 12 }), 'HL050')).toEqual([]);
    expect(messages(counted({ ...both, total_tokens: 7 }), 'HL050')).toEqual([]);
    expect(messages(counted({ ...both, total_tokens: 8 }), 'HL050')).toHaveLength(1);
  });

  test('a count that is no number leaves nothing to add', () => {
    expect(messages(counted({ prompt_tokens: 3, generation_tokens: '4', total_tokens: 8 }), 'HL050')).toEqual([]);
    expect(messages(counted({ prompt_tokens: 3, total_tokens: 8 }), 'HL050')).toEqual([]);
  });
});

describe('HL053', () => {
  test('a negative or broken count, in the response or in a provider response', () => {
    const body = { choices: [{ text: 'a' }], usage: { prompt_tokens: -1, completion_tokens: 2 } };
    const counts = { prompt_tokens: 1.5, generation_tokens: 4, total_tokens: 5.5 };
    const issues = issuesOf(response([sound], { usage: counts, provider_responses: [body] }));
    expect(messages(issues, 'HL053')).toEqual([
      '`usage.prompt_tokens` is not a token count.',
      '`usage.total_tokens` is not a token count.',
      '`provider_responses[0].usage.prompt_tokens` is not a token count.',
    ]);
  });

  test('28.0 is a count', () => {
    const bytes = new TextEncoder().encode('28.0');
    expect(strictPass(bytes, { depth: 0 }).error).toBeUndefined();
    const whole = { prompt_tokens: 28.0, generation_tokens: 0, total_tokens: 28.0 };
    expect(messages(issuesOf(response([sound], { usage: whole })), 'HL053')).toEqual([]);
  });
});

function sourceIssues(text: string): readonly Issue[] {
  return checkSource(strictPass(new TextEncoder().encode(text), { depth: 3 }).findings);
}

describe('HL080', () => {
  test('a number that JavaScript would round is shown as written', () => {
    const issues = sourceIssues('{"metadata":{"seed":10570679248326920001}}');
    expect(issues).toMatchObject([
      {
        id: 'HL080',
        severity: 'info',
        message: 'metadata.seed: 10570679248326920001 is shown as written; JS would round it to 10570679248326920000.',
        pointer: '/metadata/seed',
      },
    ]);
  });

  test('another spelling of the same value is no finding', () => {
    expect(sourceIssues('[1.0, 1E-5, 10e1, 9007199254740992, -0.0]')).toEqual([]);
  });

  test('of very many the last one listed says how many more there are', () => {
    const issues = sourceIssues(`[${'0.12345678901234567890123,'.repeat(1204)}0]`);
    expect(issues).toHaveLength(1000);
    expect(issues.at(-1)?.detail).toBe('204 more findings of this kind are not listed.');
    expect(issues.at(-2)?.detail).toBeUndefined();
  });
});

describe('HL081', () => {
  test('a key that occurs again in one object', () => {
    expect(sourceIssues('{"a":1,"b":{"k":1,"k":2,"\\u006b":3}}')).toMatchObject([
      {
        id: 'HL081',
        severity: 'warning',
        message: 'Key "k" occurs 3 times in b; JSON readers keep the last.',
        pointer: '/b',
      },
    ]);
    expect(sourceIssues('{"a":1,"a":1}')[0]?.message).toBe(
      'Key "a" occurs 2 times in the root; JSON readers keep the last.',
    );
  });

  test('the same key in two objects is no finding', () => {
    expect(sourceIssues('[{"a":1},{"a":1}]')).toEqual([]);
  });
});

describe('HL082', () => {
  test('words that Python writes are accepted in one finding', () => {
    expect(sourceIssues('[NaN, -Infinity, NaN]')).toMatchObject([
      {
        id: 'HL082',
        severity: 'warning',
        message: '3 values are not legal JSON (NaN, -Infinity); accepted as Python wrote them.',
        pointer: '/0',
        related: ['/1', '/2'],
      },
    ]);
  });

  test('the same words in a string are text', () => {
    expect(sourceIssues('["NaN"]')).toEqual([]);
  });
});
