// Rows of the tables, read from values.

import { describe, expect, test } from 'vitest';
import { generationRow } from '../../e2e/fixtures/generationRow.ts';
import { usageOf } from '../../e2e/fixtures/testUsage.ts';
import { valueCursor } from '../json/cursor.ts';
import { pointerOf } from '../json/pointer.ts';
import { readGeneration } from '../response/generation.ts';
import { generationLabels } from '../response/generationNames.ts';
import { tokensOfChoice } from './rows.ts';

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
});
