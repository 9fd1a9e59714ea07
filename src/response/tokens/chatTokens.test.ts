// Tokens of chats: bytes as stated, alternatives, control tokens, refusals, chunks.

import { describe, expect, test } from 'vitest';
import { chat, flagged, item, place, read, spans, utf8 } from '../../../e2e/fixtures/testTokens.ts';
import { valueCursor } from '../../json/cursor.ts';
import type { JsonValue } from '../../json/value.ts';
import { readProvider } from '../provider/read.ts';
import { readTokens } from './readTokens.ts';
import type { Token } from './token.ts';

describe('chat', () => {
  test('bytes are taken as stated; partial ones form a group', () => {
    const emoji = utf8('🙂');
    const tokens = read(
      chat('Hi 🙂!', [
        item('Hi', -0.1, utf8('Hi')),
        item(' \\xf0\\x9f', -0.2, [0x20, ...emoji.slice(0, 2)]),
        item('\\x99', -0.3, emoji.slice(2, 3)),
        item('\\x82', -0.4, emoji.slice(3)),
        item('!', -0.5, utf8('!')),
      ]),
    );
    expect(tokens.coverage.relation).toBe('equal');
    expect(spans(tokens)).toEqual(['0..2', '2..4 g1', '3..4 g1', '3..4 g1', '4..5']);
  });

  test('bytes of the replacement character are lost ones, found by what stands around them (vLLM, Ollama)', () => {
    const lost = item('\ufffd', -0.3, [239, 191, 189]);
    const tokens = read(chat('a é b', [item('a '), lost, lost, item(' b')]));
    expect(tokens.coverage.relation).toBe('equal');
    expect(spans(tokens)).toEqual(['0..2', '2..3 g1', '2..3 g1', '3..5']);
    // At the end there is nothing after them.
    expect(spans(read(chat('a é', [item('a '), lost, lost])))).toEqual(['0..2', '2..3 g1', '2..3 g1']);
    // A text that has the character itself is spelled by it.
    expect(read(chat('a \ufffd b', [item('a '), lost, item(' b')])).coverage.relation).toBe('equal');
    // No more is taken than so many bytes can be.
    expect(read(chat('a quite long b', [item('a '), lost, item(' b')])).coverage.relation).toBe('mismatch');
  });

  test('of alternatives with equal texts the nearest is the chosen one, and all are kept', () => {
    const top = [item('\n\n', -0.5), item('\n\n', -3), item('x', -4)];
    const [token] = read(chat('\n\n', [item('\n\n', -3, undefined, top)])).tokens as readonly Token[];
    expect(token?.alternatives.map(({ isChosen }) => isChosen)).toEqual([false, true, false]);
    expect(token?.chosenRank).toBe(2);
  });

  test('control tokens and reasoning around the text are not held against it', () => {
    const tokens = read(
      chat('<reasoning>Think about it.</reasoning>The answer is 4.', [
        ...['<|channel|>', 'analysis', '<|message|>', 'Think', ' about', ' it', '.', '<|end|>', '<|start|>'].map(
          (text) => item(text),
        ),
        ...['assistant', '<|channel|>', 'final', '<|message|>', 'The', ' answer', ' is', ' 4', '.', '<|return|>'].map(
          (text) => item(text),
        ),
      ]),
    );
    expect(tokens.coverage).toEqual({ relation: 'covers', from: 11, to: 54 });
    expect(flagged(tokens, 'isSpecial')).toEqual([
      '<|channel|>',
      'analysis',
      '<|message|>',
      '<|end|>',
      '<|start|>',
      'assistant',
      '<|channel|>',
      'final',
      '<|message|>',
      '<|return|>',
    ]);
    expect(tokens.facts.generated).toBe(9);
  });

  test('an empty list, null and a missing one are no tokens', () => {
    for (const logprobs of [null, { content: null, refusal: null }, { content: [] }, {}, 'x', 3]) {
      const body = { choices: [{ message: { content: 'a' }, logprobs }] };
      const [choice] = readProvider(valueCursor(body, place)).reading.choices;
      expect(choice?.listedTokens).toBeUndefined();
      expect(choice && readTokens(choice, { prompts: [] })).toBeUndefined();
    }
  });

  test('a refusal has its own list', () => {
    const body = {
      choices: [
        { message: { content: null, refusal: 'No.' }, logprobs: { content: null, refusal: [item('No'), item('.')] } },
      ],
    };
    expect(read(body)).toMatchObject({ coverage: { relation: 'equal' }, facts: { count: 2 } });
  });

  test('without a text there is nothing to differ from', () => {
    expect(read(chat(null, [item('{'), item('}')])).coverage).toEqual({ relation: 'covers', from: 0, to: 0 });
  });

  test('stream chunks are one list', () => {
    const chunk = (content: string): JsonValue => ({
      object: 'chat.completion.chunk',
      choices: [{ index: 0, delta: { content }, logprobs: { content: [item(content)] } }],
    });
    expect(read([chunk('Hel'), chunk('lo')])).toMatchObject({
      coverage: { relation: 'equal', to: 5 },
      facts: { count: 2 },
    });
  });

  test('the prompt of vLLM is listed apart (hand-made from its schema)', () => {
    const body = {
      ...(chat('b', [item('b')]) as object),
      prompt_logprobs: [null, { '17': { logprob: -2.5, rank: 3, decoded_token: 'a' } }],
    };
    expect(read(body as JsonValue).promptTokens.map(({ text, logprob }) => [text, logprob])).toEqual([
      ['', null],
      ['a', -2.5],
    ]);
  });
});
