// Lists of completions that do not fit: values that say nothing, other lengths, other texts, chunks, prompts; and any text cut at any byte.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chat, completion, flagged, item, type Row, read, spans, utf8 } from '../../../e2e/fixtures/testTokens.ts';
import type { JsonValue } from '../../json/value.ts';

describe('completions', () => {
  test('values that only say "not among the top", or nothing, are left out of the mean', () => {
    const tokens = read(
      completion('abcdefg', [
        ['a', -1],
        ['b', -9999],
        ['c', null],
        ['d', '-Infinity'],
        ['e', 'NaN'],
        ['f', -100],
        ['g', -2],
      ]),
    );
    expect(tokens.tokens.map(({ state }) => state)).toEqual([
      'ok',
      'belowTop',
      'unknown',
      'negInf',
      'nan',
      'belowTop',
      'ok',
    ]);
    expect(tokens.tokens.map(({ lexeme }) => lexeme)).toEqual([
      '-1',
      '-9999',
      'null',
      '-Infinity',
      'NaN',
      '-100',
      '-2',
    ]);
    expect(tokens.facts).toMatchObject({ count: 7, generated: 7, usable: 2, unusable: 5, mean: -1.5 });
    expect(read(completion('a', [['a', Number.NEGATIVE_INFINITY]])).tokens[0]?.state).toBe('negInf');
  });

  test('tiny, negative zero and slightly positive values are values', () => {
    const tokens = read(
      completion('abc', [
        ['a', -8.4157e-6],
        ['b', -0],
        ['c', 1e-9],
      ]),
    );
    expect(tokens.tokens.map(({ lexeme, state }) => [lexeme, state])).toEqual([
      ['-0.0000084157', 'ok'],
      ['-0', 'ok'],
      ['1e-9', 'ok'],
    ]);
  });

  test('lists of different lengths are named', () => {
    const body = completion('ab', [
      ['a', -1],
      ['b', -1],
    ]) as { choices: { logprobs: object }[] };
    const [choice] = body.choices;
    const logprobs = { ...choice?.logprobs, token_logprobs: [-1] };
    const tokens = read({ object: 'text_completion', choices: [{ ...choice, logprobs }] } as unknown as JsonValue);
    expect(tokens.unequalLists.map(({ name, length }) => [name, length])).toEqual([
      ['tokens', 2],
      ['token_logprobs', 1],
    ]);
    expect(tokens.tokens[1]).toMatchObject({ state: 'unknown', lexeme: '' });
  });

  test('tokens that do not spell the text are said so, with the first difference', () => {
    const rows: readonly Row[] = [
      ['The ', -1],
      ['quick ', -1],
      ['brown ', -1],
      ['fox jumps ', -1],
      ['over', -1],
    ];
    const tokens = read(completion('The quick green fox jumps over', rows));
    expect(tokens.coverage).toEqual({ relation: 'mismatch', from: 0, to: 30, at: 10 });
    expect(spans(tokens)).toEqual(['0..4', '4..10', '-..-', '16..26', '26..30']);
    expect(read(completion('something else', [['no', -1]])).coverage).toEqual({
      relation: 'mismatch',
      from: 0,
      to: 0,
      at: 0,
    });
  });

  test('stream chunks are one list, with positions and all (OpenAI completions chunks)', () => {
    const chunk = (text: string, offset: number): JsonValue => ({
      object: 'text_completion',
      choices: [
        {
          text,
          index: 0,
          logprobs: { tokens: [text], token_logprobs: [-1], top_logprobs: [{}], text_offset: [offset] },
        },
      ],
    });
    const tokens = read([chunk('one', 4), chunk(' two', 7)]);
    expect(tokens).toMatchObject({ offsets: 'fit', coverage: { relation: 'equal', to: 7 }, facts: { count: 2 } });
    expect(tokens.tokens[1]?.pointer).toBe('/provider_responses/0/1/choices/0/logprobs/tokens/0');
  });

  test('tokens before the text are those of a prompt', () => {
    const tokens = read(
      completion('fox', [
        ['The ', -1],
        ['fox', -2],
      ]),
    );
    expect(tokens.coverage).toEqual({ relation: 'textIsSuffix', from: 0, to: 3 });
    expect(flagged(tokens, 'isPrompt')).toEqual(['The ']);
    expect(tokens.facts.mean).toBe(-2);
  });
});

test('any text that is cut into tokens at any byte is spelled by them', () => {
  const text = fc.string({ unit: fc.constantFrom('a', ' ', 'é', '“', '🙂', '\n', '\\'), minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(text, fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 40, maxLength: 40 }), (whole, sizes) => {
      const bytes = utf8(whole);
      const items: JsonValue[] = [];
      for (let at = 0, i = 0; at < bytes.length; at += sizes[i++ % sizes.length] ?? 1) {
        const part = bytes.slice(at, at + (sizes[i % sizes.length] ?? 1));
        items.push(item(new TextDecoder().decode(Uint8Array.from(part)), -1, part));
      }
      const tokens = read(chat(whole, items));
      expect(tokens.coverage).toEqual({ relation: 'equal', from: 0, to: Array.from(whole).length });
      expect(tokens.tokens.every(({ start, end }) => start !== undefined && end !== undefined && start < end)).toBe(
        true,
      );
    }),
    { numRuns: 100 },
  );
});
