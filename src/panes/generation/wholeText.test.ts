import { expect, it } from 'vitest';
import { pointerOf } from '../../json/pointer.ts';
import type { Questions } from '../../response/questions.ts';
import { wholeText } from './wholeText.ts';

const place = pointerOf('data', 0, 'output');

/** Answers with at most `most` code units at a time, whatever was asked. */
function questionsOf(text: string | undefined, most: number): Pick<Questions, 'text'> {
  return {
    text: async (_pointer, from, maxLength) =>
      text === undefined
        ? undefined
        : { text: text.slice(from, from + Math.min(most, maxLength)), from, totalLength: text.length },
  };
}

it('joins the pieces of a long text', async () => {
  const text = 'one two three';
  expect(await wholeText(questionsOf(text, 4) as Questions, place)).toBe(text);
});

it('asks for nothing when the text is already there', async () => {
  const known = { text: 'all', from: 0, totalLength: 3 };
  expect(await wholeText(questionsOf(undefined, 1) as Questions, place, known)).toBe('all');
});

it('rejects where there is no text', async () => {
  await expect(wholeText(questionsOf(undefined, 1) as Questions, place)).rejects.toThrow('no text');
});
