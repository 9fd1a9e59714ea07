import { describe, expect, test } from 'vitest';
import type { FinishClass } from '../../response/model.ts';
import type { GenerationRow } from '../../response/rows.ts';
import { everyRow } from './shownRows.ts';
import { distinctWords, totalsOf } from './totals.ts';

const pointer = everyRow([], 1)[0]?.pointer as GenerationRow['pointer'];

function rowsWith(changes: readonly Partial<GenerationRow>[]): readonly GenerationRow[] {
  return everyRow([], changes.length).map((row, at) => ({
    ...row,
    outputKind: 'text',
    isChecked: true,
    ...changes[at],
  }));
}

const finish = (raw: string, finishClass: FinishClass) => ({ finishReason: { raw, class: finishClass, pointer } });
const tokens = (count: number) => ({ tokens: { count, from: 'listed' as const, pointer } });

describe('totals', () => {
  test('add up tokens and characters of the rows that have them', () => {
    const totals = totalsOf(rowsWith([{ ...tokens(54), characters: 247 }, { characters: 10 }, tokens(6)]));
    expect(totals).toMatchObject({ count: 3, tokens: 60, withTokens: 2, characters: 257, withCharacters: 2 });
  });

  test('say nothing of tokens and finish reasons until every row is checked', () => {
    const totals = totalsOf(rowsWith([{ ...tokens(54), ...finish('stop', 'stop') }, { isChecked: false }]));
    expect(totals.tokens).toBeUndefined();
    expect(totals.finish).toBeUndefined();
  });

  test('sizes of the groups stand largest first, once every row is in one', () => {
    expect(totalsOf(rowsWith([0, 1, 1, 2].map((group) => ({ group })))).groupSizes).toEqual([2, 1, 1]);
    expect(totalsOf(rowsWith([{ group: 0 }, {}])).groupSizes).toBeUndefined();
  });

  test('finish reasons: the ones that did not end by themselves, or the one that all have', () => {
    const stop = finish('stop', 'stop');
    expect(totalsOf(rowsWith([stop, finish('length', 'length'), stop])).finish).toBe('1 length');
    expect(totalsOf(rowsWith([stop, stop])).finish).toBe('all stop');
    expect(totalsOf(rowsWith([stop, {}])).finish).toBe('1 without');
  });

  test('pool the log probabilities of all tokens, not the means of the rows', () => {
    const rows = rowsWith([
      { logprobs: { count: 1, usable: 1, mean: -1 } },
      { logprobs: { count: 3, usable: 3, mean: -3 } },
      {},
    ]);
    expect(totalsOf(rows).logprobs).toMatchObject({ count: 4, usable: 4, mean: -2.5, total: -10 });
    expect(totalsOf(rowsWith([{}])).logprobs).toBeUndefined();
  });

  test('count the linked rows, once all were tried', () => {
    const link = { link: { word: 'certain' as const, choice: pointer, evidence: '' } };
    const none = { link: { word: 'none' as const, evidence: '' } };
    expect(totalsOf(rowsWith([link, none])).linked).toBe(1);
    expect(totalsOf(rowsWith([link, {}])).linked).toBeUndefined();
  });
});

describe('words for the distinct answers', () => {
  test('name every size while they are few', () => {
    expect(distinctWords([3, 2, 1, 1, 1])).toBe('5 distinct: 3 + 2 + 1 + 1 + 1');
  });

  test('count equal sizes when they are many, and leave out what says nothing', () => {
    expect(distinctWords([3, 2, ...Array<number>(40).fill(1)])).toBe('42 distinct: 3 + 2 + 40 × 1');
    expect(distinctWords([1, 1, 1])).toBe('3 distinct');
    expect(distinctWords([8])).toBe('1 distinct');
  });

  test('do not count what gives no answer', () => {
    expect(distinctWords([2, 1], 5)).toBe('2 distinct: 2 + 1, 2 without an answer');
    expect(distinctWords([], 4)).toBe('4 without an answer');
    expect(totalsOf(rowsWith([{ outputKind: 'missing' }, { outputKind: 'null' }])).groupSizes).toEqual([]);
    expect(totalsOf(rowsWith([{ outputKind: 'missing' }, { group: 0 }])).groupSizes).toEqual([1]);
    expect(totalsOf(everyRow([], 2)).groupSizes).toBeUndefined();
  });
});
