import { describe, expect, test } from 'vitest';
import { testRow } from '../../e2e/fixtures/testRow.ts';
import { samplesOf } from '../../e2e/fixtures/testSamples.ts';
import { pointerOf } from '../json/pointer.ts';
import type { GenerationRow } from '../response/rows.ts';
import { equalAnswers, equalSign, generationName, oneOfEach } from './equalAnswers.ts';

function rowOf(position: number, group: number | undefined, label = String(position)): GenerationRow {
  return {
    pointer: pointerOf('data', position),
    position,
    label,
    preview: '',
    isPreviewWhole: true,
    outputKind: 'text',
    toolCallCount: 0,
    toolResultCount: 0,
    hasInputs: true,
    hasMessages: false,
    issues: { error: 0, warning: 0, info: 0 },
    isChecked: true,
    isBroken: false,
    ...(group === undefined ? {} : { group }),
  };
}

const rows = [0, 1, 0, 2, 3, 0, 2, 4].map((group, position) => rowOf(position, group));

describe('equal answers', () => {
  test('a generation names the others with the same answer, and not itself', () => {
    const groups = equalAnswers(samplesOf(rows));
    expect(rows.map((row) => equalSign(row, groups))).toEqual([
      '= #2 #5',
      undefined,
      '= #0 #5',
      '= #6',
      undefined,
      '= #0 #2',
      '= #3',
      undefined,
    ]);
  });

  test('of many equal ones three are named and the rest counted', () => {
    const many = Array.from({ length: 9 }, (_, position) => rowOf(position, 0));
    const groups = equalAnswers(samplesOf(many));
    expect(equalSign(many[0] as GenerationRow, groups)).toBe('= #1 #2 #3 +5');
    expect(equalSign(many[8] as GenerationRow, groups)).toBe('= #0 #1 #2 +5');
  });

  test('those that are shown beside it are not named', () => {
    const [row = testRow(0)] = rows;
    const groups = equalAnswers(samplesOf(rows));
    expect(equalSign(row, groups, new Set([0, 2]))).toBe('= #5');
    expect(equalSign(row, groups, new Set([0, 2, 5]))).toBeUndefined();
  });

  test('one of each distinct answer is the first of its group', () => {
    expect(oneOfEach(equalAnswers(samplesOf(rows)))).toEqual([0, 1, 3, 4, 7]);
  });

  test('rows whose group is not known yet are equal to nothing', () => {
    const unknown = [rowOf(0, undefined), rowOf(1, undefined)];
    const groups = equalAnswers(samplesOf(unknown));
    expect(groups.size).toBe(0);
    expect(equalSign(unknown[0] as GenerationRow, groups)).toBeUndefined();
  });

  test('a label that is a place stands for itself', () => {
    expect([generationName('3'), generationName('data[3]')]).toEqual(['#3', 'data[3]']);
  });
});
