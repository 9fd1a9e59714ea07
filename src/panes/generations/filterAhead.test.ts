import { expect, test } from 'vitest';
import type { FilterRequest, Questions } from '../../response/questions.ts';
import { askAhead, firstPart } from './filterAhead.ts';

const whole = { load: 'complete', count: 3 };
const lamp = { filter: 'lamp', isCaseMatched: false, isPattern: false };

/** Answers each question with a part that begins at its number. */
function asking() {
  const asked: FilterRequest[] = [];
  const filter = (request: FilterRequest) => {
    asked.push(request);
    const positions = Uint32Array.of(asked.length - 1);
    return Promise.resolve({ positions, counts: Uint32Array.of(1), first: [] });
  };
  return { asked, questions: { filter } as unknown as Questions };
}

const positionsOf = async (part: ReturnType<typeof firstPart>) => [...(await part).positions];

test('what a key press asked is not asked again, and taken once', async () => {
  const { asked, questions } = asking();
  askAhead(questions, whole, lamp);
  expect(asked).toEqual([{ text: 'lamp', matchCase: false }]);
  expect(await positionsOf(firstPart(questions, whole, lamp))).toEqual([0]);
  expect(asked).toHaveLength(1);
  expect(await positionsOf(firstPart(questions, whole, lamp))).toEqual([1]);
});

test('another text, another case and a document that has loaded further are asked anew', async () => {
  const { questions } = asking();
  const others = [
    [whole, { ...lamp, filter: 'lamps' }],
    [whole, { ...lamp, isCaseMatched: true }],
    [{ load: 'loading', count: 3 }, lamp],
    [{ load: 'complete', count: 4 }, lamp],
  ] as const;
  for (const [at, [rows, filter]] of others.entries()) {
    askAhead(questions, whole, lamp);
    expect(await positionsOf(firstPart(questions, rows, filter))).toEqual([2 * at + 1]);
  }
});

test('nothing is asked ahead of an empty filter and of a pattern', () => {
  const { asked, questions } = asking();
  askAhead(questions, whole, { ...lamp, filter: '' });
  askAhead(questions, whole, { ...lamp, isPattern: true });
  expect(asked).toEqual([]);
});

test('a question that fails is an error of the one who waits for it', async () => {
  const questions = { filter: () => Promise.reject(new Error('The document is closed')) } as unknown as Questions;
  askAhead(questions, whole, lamp);
  await expect(firstPart(questions, whole, lamp)).rejects.toThrow('The document is closed');
});
