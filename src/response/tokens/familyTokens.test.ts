// Tokens of the other families, each with its trap. Bodies of shapes that were never recorded are built from the providers' schemas, and
// their names say so.

import { describe, expect, test } from 'vitest';
import { flagged, item, read, spans } from '../../../e2e/fixtures/testTokens.ts';
import type { JsonValue } from '../../json/value.ts';

describe('other families', () => {
  test('Responses: the items of every part of the text', () => {
    const part = (text: string): JsonValue => ({ type: 'output_text', text, logprobs: [item(text)] });
    const body = {
      object: 'response',
      output: [
        { type: 'message', content: [part('one ')] },
        { type: 'message', content: [part('two')] },
      ],
    };
    expect(read(body)).toMatchObject({ coverage: { relation: 'equal', to: 7 }, facts: { count: 2 } });
  });

  test('Responses: the pieces of a stream that breaks off', () => {
    const event = (delta: string): JsonValue => ({
      type: 'response.output_text.delta',
      delta,
      logprobs: [item(delta)],
    });
    expect(read([{ type: 'response.created' }, event('a'), event('b')])).toMatchObject({
      facts: { count: 2, relation: 'equal' },
    });
  });

  test('Gemini: chosen and top candidates', () => {
    const candidate = (token: string, logProbability: number): JsonValue => ({ token, tokenId: 7, logProbability });
    const body = {
      candidates: [
        {
          content: { parts: [{ text: '4!' }] },
          // Its own average counts thinking too and is no check on these.
          avgLogprobs: -9,
          logprobsResult: {
            chosenCandidates: [candidate('4', -0.5), candidate('!', -1)],
            topCandidates: [{ candidates: [candidate('4', -0.5), candidate('5', -2)] }],
          },
        },
      ],
    };
    const tokens = read(body);
    expect(tokens.tokens[0]).toMatchObject({ id: 7, chosenRank: 1, alternatives: [{ text: '4' }, { text: '5' }] });
    expect(tokens.facts.mean).toBe(-0.75);
    expect(tokens.unequalLists.map(({ length }) => length)).toEqual([2, 1]);
  });

  test('AI21: the model’s own value counts, both are there, ranges are exact where spellings are not', () => {
    const token = (text: string, start: number, end: number, raw: number): JsonValue => ({
      generatedToken: { token: text, logprob: 0, raw_logprob: raw },
      topTokens: null,
      textRange: { start, end },
    });
    const body = {
      prompt: { tokens: [token('▁Hi', 0, 2, -3)] },
      completions: [
        {
          data: {
            text: '\nA neural net is',
            tokens: [
              token('<|newline|>', 0, 1, -1),
              token('▁A▁neural', 1, 9, -2),
              token('▁net', 9, 13, -3),
              token('▁is', 13, 16, -4),
              token('<|endoftext|>', 16, 16, -0.5),
            ],
          },
        },
      ],
    };
    const tokens = read(body);
    expect(tokens.coverage).toEqual({ relation: 'equal', from: 0, to: 16 });
    expect(spans(tokens)).toEqual(['0..1', '1..9', '9..13', '13..16', '-..-']);
    expect(tokens.tokens[1]).toMatchObject({ logprob: -2, sampled: { logprob: 0, lexeme: '0' } });
    expect(flagged(tokens, 'isSpecial')).toEqual(['<|endoftext|>']);
    expect(tokens.facts).toMatchObject({ generated: 4, mean: -2.5 });
    expect(tokens.promptTokens).toHaveLength(1);
  });

  test('Aleph Alpha: one object per token, an empty one for the first of an echo', () => {
    const body = {
      completions: [
        {
          log_probs: [{}, { ' world': -6.125, ' you': -7 }],
          completion: ' Hello world',
          completion_tokens: [' Hello', ' world'],
        },
      ],
    };
    const tokens = read(body, { prompts: [], promptCount: 2 });
    expect(tokens.tokens.map(({ text, logprob, state }) => [text, logprob, state])).toEqual([
      [' Hello', null, 'unknown'],
      [' world', -6.125, 'ok'],
    ]);
    expect(tokens.tokens[1]?.alternatives).toHaveLength(2);
    expect(tokens.facts.generated).toBe(0);
  });

  test('Text Generation Inference: special tokens, a text that begins with the prompt, and the prompt apart', () => {
    const token = (text: string, special = false): JsonValue => ({ id: 1, text, logprob: -1, special });
    const body = (generated: string): JsonValue => ({
      generated_text: generated,
      details: {
        tokens: [token(' an'), token(' error'), token('</s>', true)],
        prefill: [{ id: 3, text: 'It', logprob: null }],
      },
    });
    const alone = read(body(' an error'));
    expect(alone.coverage.relation).toBe('equal');
    expect(flagged(alone, 'isSpecial')).toEqual(['</s>']);
    expect(alone.promptTokens[0]).toMatchObject({ text: 'It', state: 'unknown', isPrompt: true });
    expect(read(body('It was an error')).coverage).toEqual({ relation: 'covers', from: 6, to: 15 });
  });

  test('Cohere generate: the first token has no likelihood (hand-made from its schema)', () => {
    const body = {
      generations: [
        { text: 'a b', likelihood: -1, token_likelihoods: [{ token: 'a' }, { token: ' b', likelihood: -2 }] },
      ],
    };
    expect(read(body).facts).toMatchObject({ count: 2, usable: 1, unusable: 0, mean: -2 });
  });

  test('Cohere chat v2: chunks of several tokens (hand-made from its schema)', () => {
    const body = {
      finish_reason: 'COMPLETE',
      message: { content: [{ type: 'text', text: 'one two' }] },
      logprobs: [
        { text: 'one', token_ids: [1], logprobs: [-1] },
        { text: ' two', token_ids: [2, 3], logprobs: [-2, -3] },
      ],
    };
    const tokens = read(body);
    expect(tokens.tokens.map(({ text, id, logprob }) => [text, id, logprob])).toEqual([
      ['one', 1, -1],
      [' two', 2, -2],
      ['', 3, -3],
    ]);
    expect(tokens.coverage.relation).toBe('equal');
  });

  test('llama.cpp: logarithms, or probabilities in two spellings (hand-made from its documentation)', () => {
    const body = (list: readonly JsonValue[]): JsonValue => ({
      content: 'a',
      stop_type: 'eos',
      completion_probabilities: list,
    });
    expect(read(body([{ ...(item('a', -0.5) as object), id: 4 }])).tokens[0]).toMatchObject({ id: 4, logprob: -0.5 });
    const sampled = read(
      body([
        {
          token: 'a',
          prob: 0.5,
          top_probs: [
            { token: 'a', prob: 0.5 },
            { token: 'b', prob: 0 },
          ],
        },
      ]),
    );
    expect(sampled.tokens[0]).toMatchObject({ logprob: Math.log(0.5), lexeme: '0.5', chosenRank: 1 });
    expect(sampled.tokens[0]?.alternatives[1]).toMatchObject({ logprob: null, state: 'negInf' });
    const old = read(
      body([
        {
          content: 'a',
          probs: [
            { tok_str: 'b', prob: 0.75 },
            { tok_str: 'a', prob: 0.25 },
          ],
        },
      ]),
    );
    expect(old.tokens[0]).toMatchObject({ logprob: Math.log(0.25), chosenRank: 2 });
  });

  test('Ollama: a list at the top', () => {
    const body = { done: true, message: { content: 'Hi' }, logprobs: [{ token: 'Hi', logprob: -1, bytes: [72, 105] }] };
    expect(read(body).facts).toMatchObject({ count: 1, relation: 'equal' });
  });
});
