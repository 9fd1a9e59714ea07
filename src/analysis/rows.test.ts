// Rows of the tables, read from values.

import { describe, expect, test } from 'vitest';
import { usageOf } from '../../e2e/fixtures/testUsage.ts';
import { valueCursor } from '../json/cursor.ts';
import { pointerOf } from '../json/pointer.ts';
import type { JsonValue } from '../json/value.ts';
import { readGeneration } from '../response/generation.ts';
import { generationLabels } from '../response/generationNames.ts';
import { readProvider } from '../response/provider/read.ts';
import { generationRow, providerRow, tokensOfChoice } from './rows.ts';

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
});
