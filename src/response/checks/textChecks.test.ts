// HL020 to HL024, HL050 and HL053: outputs and raw outputs, usage.

import { describe, expect, test } from 'vitest';
import { issuesOf, type Members, messages, pointers, response, sound } from '../../../e2e/fixtures/testIssues.ts';
import { strictPass } from '../../json/strict.ts';
import type { Issue } from '../model.ts';

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
