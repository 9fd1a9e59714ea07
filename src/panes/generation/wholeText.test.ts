import { expect, it } from 'vitest';
import { pointerOf } from '../../json/pointer.ts';
import type { ResponseReader } from '../../response/reader.ts';
import { wholeText } from './wholeText.ts';

const place = pointerOf('data', 0, 'output');

/** Answers with at most `most` code units at a time, whatever was asked. */
function readerOf(text: string | undefined, most: number): Pick<ResponseReader, 'text'> {
  return {
    text: async (_pointer, from, maxLength) =>
      text === undefined
        ? undefined
        : { text: text.slice(from, from + Math.min(most, maxLength)), from, totalLength: text.length },
  };
}

it('joins the pieces of a long text', async () => {
  const text = 'one two three';
  expect(await wholeText(readerOf(text, 4) as ResponseReader, place)).toBe(text);
});

it('asks for nothing when the text is already there', async () => {
  const known = { text: 'all', from: 0, totalLength: 3 };
  expect(await wholeText(readerOf(undefined, 1) as ResponseReader, place, known)).toBe('all');
});

it('rejects where there is no text', async () => {
  await expect(wholeText(readerOf(undefined, 1) as ResponseReader, place)).rejects.toThrow('no text');
});
