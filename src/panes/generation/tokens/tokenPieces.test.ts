import { expect, test } from 'vitest';
import { chat, completion, item, read, utf8 } from '../../../../e2e/fixtures/testTokens.ts';
import type { Pointer } from '../../../json/pointer.ts';
import { blocksOf, tokenAtPointer, tokenPieces, tokensOfPiece } from './tokenPieces.ts';

const cut = (text: string, tokens: ReturnType<typeof read>) =>
  tokenPieces({ ...tokens, text }).map(({ kind, text: shown }) => `${kind}:${shown}`);

test('the text is cut into its tokens, byte tokens of one character stand together', () => {
  const emoji = utf8('🙂');
  const text = '🙂 it’s';
  const tokens = read(
    chat(text, [
      item('\\xf0', -1, emoji.slice(0, 1)),
      item('\\x9f', -1, emoji.slice(1, 3)),
      item('\\x82', -1, emoji.slice(3)),
      item(' it'),
      item('’s'),
    ]),
  );
  const pieces = tokenPieces({ ...tokens, text });
  expect(cut(text, tokens)).toEqual(['group:🙂', 'token: it', 'token:’s']);
  expect(pieces.flatMap(tokensOfPiece)).toEqual([0, 1, 2, 3, 4]);
});

test('what no token spells stays in the text, and what the text does not hold stands between', () => {
  const text = '<reasoning>Think twice.</reasoning>It is 4.';
  const texts = ['<|message|>', 'Think', ' twice', '.', '<|end|>', 'It', ' is', ' 4', '.', '<|return|>'];
  const tokens = read(
    chat(
      text,
      texts.map((one) => item(one)),
    ),
  );
  expect(cut(text, tokens)).toEqual([
    'outside:<|message|>',
    'gap:<reasoning>',
    'token:Think',
    'token: twice',
    'token:.',
    'outside:<|end|>',
    'gap:</reasoning>',
    'token:It',
    'token: is',
    'token: 4',
    'token:.',
    'outside:<|return|>',
  ]);
});

test('tokens past the stop are outside; without a text the tokens are all there is', () => {
  const rows = [
    [' dog', -1],
    ['.', -3],
  ] as const;
  expect(cut(' dog', read(completion(' dog', rows)))).toEqual(['token: dog', 'outside:.']);
  expect(cut('', read(chat(null, [item('{'), item('}')])))).toEqual(['token:{', 'token:}']);
});

test('blocks and chunks hold all pieces in order, end behind lines where they can, and are never long', () => {
  const lines = (count: number, words: number): string[] =>
    Array.from({ length: count }, () => [...Array.from({ length: words }, () => ' ab'), '\n']).flat();
  const cutIn = (texts: readonly string[]) => {
    const text = texts.join('');
    const pieces = tokenPieces({
      ...read(
        chat(
          text,
          texts.map((one) => item(one)),
        ),
      ),
      text,
    });
    const blocks = blocksOf(pieces);
    expect(blocks.flatMap(({ chunks }) => chunks.flat())).toEqual(pieces);
    expect(Math.max(...blocks.flatMap(({ chunks }) => chunks.map((chunk) => chunk.length)))).toBeLessThanOrEqual(80);
    return blocks.map(({ goesOn, rows, chunks }) => [chunks.flat().length, goesOn, rows]);
  };
  // Two lines of 100 words are the first to have 600 units.
  expect(cutIn(lines(4, 100))).toEqual([
    [202, false, 15],
    [202, false, 15],
  ]);
  // One line without an end.
  expect(cutIn(Array.from({ length: 3000 }, () => ' ab'))).toEqual([
    [2731, true, 164],
    [269, false, 17],
  ]);
});

test('a pointer leads to its token, also through its value and its alternatives', () => {
  const tokens = read(
    completion('ab', [
      ['a', -1, { a: -1 }],
      ['b', -2, { b: -2 }],
    ]),
  );
  const at = (path: string) => tokenAtPointer(tokens, `/provider_responses/0/choices/0${path}` as Pointer);
  expect([at('/logprobs/tokens/1'), at('/logprobs/token_logprobs/1'), at('/logprobs/top_logprobs/0/a')]).toEqual([
    1, 1, 0,
  ]);
  expect([at('/logprobs/tokens'), at('/logprobs/top_logprobs/7'), at('/text')]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  const items = read(chat('a', [item('a', -1, undefined, [item('a', -1)])]));
  expect(tokenAtPointer(items, '/provider_responses/0/choices/0/logprobs/content/0/top_logprobs/0' as Pointer)).toBe(0);
});
