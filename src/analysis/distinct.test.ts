// Words and characters of a text, and which answers are distinct.

import { describe, expect, test } from 'vitest';
import { type Pointer, rootPointer } from '../json/pointer.ts';
import type { OutputKind } from '../response/model.ts';
import { startOf } from '../response/text/startOf.ts';
import { TextScan } from '../response/text/textScan.ts';
import { groupAnswers } from './distinct.ts';
import { countCodePoints } from './words.ts';

function countWords(text: string): number {
  const scan = new TextScan();
  scan.scanText(text);
  return scan.words;
}

test('words are what stands between white space, characters are code points', () => {
  expect(countWords("  It's a well-known\n\tfact. ")).toBe(4);
  // Words without space between them are not counted as one; a foreign name among others is.
  expect([countWords('今日は晴れです。'), countWords('สวัสดีครับ'), countWords('to 東京 today')]).toEqual([-1, -1, 3]);
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
