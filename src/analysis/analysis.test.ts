import { describe, expect, test } from 'vitest';
import { valueCursor } from '../json/cursor.ts';
import { type Pointer, pointerOf, rootPointer } from '../json/pointer.ts';
import type { JsonValue } from '../json/value.ts';
import { readGeneration } from '../response/generation.ts';
import { generationLabels } from '../response/generationNames.ts';
import type { OutputKind, Usage } from '../response/model.ts';
import { readProvider } from '../response/provider/read.ts';
import { groupAnswers } from './distinct.ts';
import { fieldRows, generationRow, providerRow, tokensOfChoice } from './rows.ts';
import { type CountedGeneration, usageAgreement, usageRows } from './usage.ts';
import { countCodePoints, countWords, startOf } from './words.ts';

test('words are what stands between white space, characters are code points', () => {
  expect(countWords("  It's a well-known\n\tfact. ")).toBe(4);
  // Words without space between them are not counted as one; a foreign name among others is.
  expect([countWords('今日は晴れです。'), countWords('สวัสดีครับ'), countWords('to 東京 today')]).toEqual([
    undefined,
    undefined,
    3,
  ]);
  expect([countWords(''), countWords(' \u3000'), countWords('a')]).toEqual([0, 0, 1]);
  expect([countCodePoints('a😀é'), countCodePoints('\ud83d'), countCodePoints('\ude00\ud83d')]).toEqual([3, 1, 2]);
});

test('the start of a text never ends within a pair', () => {
  expect(startOf('a😀b', 2)).toEqual({ text: 'a😀', isWhole: false });
  expect(startOf('a😀', 2)).toEqual({ text: 'a😀', isWhole: true });
  expect(startOf('', 2)).toEqual({ text: '', isWhole: true });
});

describe('distinct answers', () => {
  const call = (
    argumentsText: string,
  ): { name: string; argumentsText: string; pointer: Pointer; argumentsPointer: Pointer } => ({
    name: 'f',
    argumentsText,
    pointer: rootPointer,
    argumentsPointer: rootPointer,
  });

  const empty = { output: '', outputKind: 'text' } as const;

  test('are numbered in order of appearance', () => {
    const groups = groupAnswers();
    const numbers = ['a', 'b', 'a', '', 'b '].map((output) =>
      groups.add({ output, outputKind: 'text', toolCalls: [] }),
    );
    expect(numbers).toEqual([0, 1, 0, 2, 3]);
    expect(groups.count).toBe(4);
  });

  test('differ by their tool calls, and a missing output is not an empty one', () => {
    const groups = groupAnswers();
    const answers = [
      { ...empty, toolCalls: [call('{}')] },
      { ...empty, toolCalls: [call('{"a":1}')] },
      { ...empty, toolCalls: [] },
      { outputKind: 'missing', toolCalls: [call('{}')] },
      { ...empty, toolCalls: [call('{}')] },
      { ...empty, toolCalls: [], refusal: 'I cannot.' },
    ] as const;
    expect(answers.map((answer) => groups.add(answer))).toEqual([0, 1, 2, 3, 0, 4]);
  });

  test('are told apart by the value of an output that is no text, and what gives no answer is none', () => {
    const groups = groupAnswers();
    const other = (otherOutput: string) => groups.add({ outputKind: 'other', otherOutput, toolCalls: [] });
    const absent = (outputKind: OutputKind) => groups.add({ outputKind, toolCalls: [] });
    expect([other('42'), groups.add({ output: '42', outputKind: 'text', toolCalls: [] }), other('[]')]).toEqual([
      0, 1, 2,
    ]);
    expect([absent('missing'), absent('null'), absent('missing'), other('42')]).toEqual([
      undefined,
      undefined,
      undefined,
      0,
    ]);
    expect(groups.count).toBe(3);
  });
});

function usageOf(prompt?: number, generation?: number, total?: number): Usage {
  const count = (value: number): NonNullable<Usage['prompt']> => ({
    value,
    lexeme: String(value),
    pointer: rootPointer,
  });
  return {
    pointer: pointerOf('usage'),
    ...(prompt !== undefined && { prompt: count(prompt) }),
    ...(generation !== undefined && { generation: count(generation) }),
    ...(total !== undefined && { total: count(total) }),
  };
}

function providers(...usages: readonly (Usage | undefined)[]): { pointer: Pointer; position: number; usage?: Usage }[] {
  return usages.map((usage, position) => ({
    pointer: pointerOf('provider_responses', position),
    position,
    ...(usage && { usage }),
  }));
}

function generations(
  from: 'provider' | 'listed',
  ...counts: readonly (number | undefined)[]
): readonly CountedGeneration[] {
  return counts.map((count, position) => ({
    pointer: pointerOf('data', position),
    position,
    label: String(position),
    ...(count !== undefined && { tokens: { count, from, pointer: pointerOf('data', position, 'tokens') } }),
  }));
}

describe('usage', () => {
  test('has a row for the response, each provider response and each generation that is known', () => {
    const rows = usageRows(
      { pointer: pointerOf('usage'), usage: undefined },
      providers(usageOf(1, 2, 3), undefined),
      generations('listed', 5, undefined),
    );
    expect(
      rows.map(({ source, label, position, usage }) => [source, label, position, usage?.generation?.lexeme]),
    ).toEqual([
      ['response', 'Response usage', undefined, undefined],
      ['provider', 'Provider response 0', 0, '2'],
      ['provider', 'Provider response 1', 1, undefined],
      ['generation', 'Generation 0', 0, '5'],
    ]);
  });

  test('agrees when the provider states the same and the generations add up', () => {
    expect(
      usageAgreement(usageOf(38, 412, 450), providers(usageOf(38, 412, 450)), generations('listed', 400, 12)),
    ).toEqual({
      state: 'agrees',
      sentence: 'All sources agree. 2 generations add up to 412.',
    });
  });

  test('of several provider responses the prompts may be added or counted once', () => {
    const two = providers(usageOf(5, 2, 7), usageOf(5, 3, 8));
    expect(usageAgreement(usageOf(10, 5, 15), two, []).state).toBe('agrees');
    expect(usageAgreement(usageOf(5, 5, 10), two, []).state).toBe('agrees');
    expect(usageAgreement(usageOf(7, 5, 12), two, [])).toMatchObject({
      state: 'differs',
      difference: { prompt: 3, total: 3 },
    });
  });

  test('differs by how much each source counts more or fewer', () => {
    expect(usageAgreement(usageOf(38, 412, 450), providers(usageOf(38, 415, 453)), [])).toEqual({
      state: 'differs',
      sentence:
        'The provider counts 3 more generation tokens than the response (415, not 412). ' +
        'The provider counts 3 more total tokens than the response (453, not 450).',
      difference: { generation: 3, total: 3 },
    });
  });

  test('says the known cause of a difference, and whether it is all of it', () => {
    const thinking = { ...usageOf(38, 415, 453), reasoning: { value: 3, lexeme: '3', pointer: pointerOf('r') } };
    expect(usageAgreement(usageOf(38, 412, 450), providers(thinking), [])).toEqual({
      state: 'differs',
      sentence:
        'The provider counts 3 more generation tokens than the response (415, not 412: thoughts). ' +
        'The provider counts 3 more total tokens than the response (453, not 450).',
      difference: { generation: 3, total: 3 },
      causes: ['thoughts'],
      isExplained: true,
    });
    const more = { ...usageOf(39, 415, 454), reasoning: thinking.reasoning };
    expect(usageAgreement(usageOf(38, 412, 450), providers(more), [])).toMatchObject({
      causes: ['thoughts'],
      isExplained: false,
    });
    expect(usageAgreement(usageOf(38, 412, 450), providers(usageOf(38, 415, 453)), [], true).causes).toEqual([
      'best_of',
    ]);
  });

  test('fewer listed tokens than counted are normal, more are not, and stated ones must add up', () => {
    const response = usageOf(1, 10, 11);
    expect(usageAgreement(response, [], generations('listed', 4, 5))).toEqual({
      state: 'agrees',
      sentence: 'All sources agree. 2 generations list 9 of 10 tokens.',
    });
    expect(usageAgreement(response, [], generations('listed', 4, 7))).toMatchObject({
      state: 'differs',
      difference: { generation: 1 },
    });
    expect(usageAgreement(response, [], generations('provider', 4, 5))).toMatchObject({
      state: 'differs',
      sentence: '2 generations add up to 9, 1 fewer tokens than the 10 of the response.',
    });
  });

  test('an estimate is marked as one, and held against nothing', () => {
    const estimated = generations('listed', 40, 50).map((one): CountedGeneration => {
      const { count, pointer } = one.tokens ?? { count: 0, pointer: one.pointer };
      return { ...one, tokens: { count, pointer, from: 'estimated', encoding: 'o200k_base' } };
    });
    expect(usageAgreement(usageOf(1, 10, 11), [], estimated).state).toBe('unknown');
    const rows = usageRows({ pointer: pointerOf('usage'), usage: undefined }, [], estimated);
    expect(rows.map(({ usage }) => usage?.generation?.lexeme)).toEqual([undefined, '≈40', '≈50']);
  });

  test('is unknown when there is nothing to compare', () => {
    expect(usageAgreement(undefined, providers(usageOf(1, 1, 2)), []).state).toBe('unknown');
    expect(usageAgreement(usageOf(1, 1, 2), providers(undefined), generations('listed', undefined)).state).toBe(
      'unknown',
    );
    expect(usageAgreement(usageOf(1, 1, 2), providers(usageOf(1, 1, 2), undefined), []).state).toBe('unknown');
  });
});

describe('rows', () => {
  test('a generation is named by its index where that is its own', () => {
    expect(generationLabels([0, 1, 1, undefined, 7])).toEqual(['0', 'data[1]', 'data[2]', 'data[3]', '7']);
  });

  test('the row of a generation holds short values only', () => {
    const value = { id: 'd', index: 1, output: 'wörd '.repeat(100), raw_output: '', inputs: { a: 1 } };
    const generation = readGeneration(valueCursor(value, pointerOf('data', 1)), 1);
    const issues = { error: 0, warning: 1, info: 0 };
    const row = generationRow(generation, { label: '1', issues, isChecked: true, isBroken: false, group: 0 });
    expect(row).toEqual({
      pointer: '/data/1',
      position: 1,
      index: 1,
      label: '1',
      id: 'd',
      preview: 'wörd '.repeat(40),
      isPreviewWhole: false,
      outputKind: 'text',
      characters: 500,
      words: 100,
      toolCallCount: 0,
      toolResultCount: 0,
      hasInputs: true,
      hasMessages: false,
      group: 0,
      issues,
      isChecked: true,
      isBroken: false,
    });
  });

  test('a generation without an output has neither characters nor words', () => {
    const generation = readGeneration(valueCursor({ output: 7 }, pointerOf('data', 0)), 0);
    const row = generationRow(generation, {
      label: '0',
      issues: { error: 0, warning: 0, info: 0 },
      isChecked: false,
      isBroken: true,
    });
    expect(row).toMatchObject({ outputKind: 'other', preview: '7', isBroken: true });
    expect(row.characters).toBeUndefined();
  });

  test('tokens of a choice are those of its response only where it is the only one', () => {
    const usage = usageOf(1, 5, 6);
    const listedTokens = { count: 3, pointer: pointerOf('tokens') };
    expect(tokensOfChoice({ listedTokens }, { usage, choiceCount: 1 })).toMatchObject({ count: 5, from: 'provider' });
    expect(tokensOfChoice({ listedTokens }, { usage, choiceCount: 2 })).toMatchObject({ count: 3, from: 'listed' });
    expect(tokensOfChoice({}, { usage, choiceCount: 2 })).toBeUndefined();
  });

  test('the row of a provider response names its choices and the generations linked to them', () => {
    const body: JsonValue = { id: 'cmpl-1', model: 'm', choices: [{ text: '😀a', index: 1, finish_reason: 'stop' }] };
    const pointer = pointerOf('provider_responses', 0);
    const row = providerRow(readProvider(valueCursor(body, pointer)), pointer, 0, (choice) =>
      choice === 0 ? 4 : undefined,
    );
    expect(row).toMatchObject({
      format: 'openai-completion',
      formatLabel: 'OpenAI completion',
      id: 'cmpl-1',
      choices: [{ index: 1, characters: 2, textPointer: '/provider_responses/0/choices/0/text', generation: 4 }],
    });
  });

  test('fields tell absent, null and empty apart, and known keys from others', () => {
    const root = valueCursor(
      {
        data: [],
        provider_responses: [],
        project_id: 'pr_1',
        suffix: null,
        user: '',
        metadata: {},
        num_samples: 2,
        trace: [1],
        usage: { total_tokens: 1 },
      },
      rootPointer,
    );
    const rows = fieldRows(root, false);
    expect(rows.map(({ key, presence, isDocumented }) => [key, presence, isDocumented])).toEqual([
      ['project_id', 'set', true],
      ['num_samples', 'set', true],
      ['logprobs', 'absent', true],
      ['suffix', 'null', true],
      ['user', 'empty', true],
      ['session_id', 'absent', true],
      ['metadata', 'empty', true],
      ['provider_request', 'absent', true],
      ['usage', 'set', true],
      ['trace', 'set', false],
    ]);
    expect(rows[0]).toMatchObject({ pointer: '/project_id', preview: '"pr_1"', isPreviewWhole: true });
    expect(rows[8]).toMatchObject({ preview: '{"total_tokens":1}', childCount: 1 });
    expect(fieldRows(root, true).map(({ key }) => key)).toContain('tool_choice');
  });
});
