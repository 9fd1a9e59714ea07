// What is odd about listed log probabilities, one test for each of the fourteen known pitfalls, by number: through reading and measures.

import { describe, expect, test } from 'vitest';
import { chat, completion, flagged, item, read, spans, utf8 } from '../../../e2e/fixtures/testTokens.ts';
import type { JsonValue } from '../../json/value.ts';
import type { ChoiceTokens, Token } from '../../response/tokens/token.ts';
import { leftOutReason } from './figures.ts';
import { measures } from './measureNames.ts';
import {
  candidatesOf,
  confidenceOf,
  entropyBits,
  marginOf,
  measureOf,
  probabilityOf,
  rankOf,
  shownMass,
  shownProbability,
  surprisalBits,
} from './measures.ts';

function token({ tokens }: ChoiceTokens, at: number): Token {
  const found = tokens[at];
  if (found === undefined) throw new Error(`No token ${at}`);
  return found;
}

const counted = ({ tokens }: ChoiceTokens): readonly string[] =>
  tokens.filter((one) => leftOutReason(one) === undefined).map(({ text }) => text);
const allMeasures = (one: Token) => measures.map((measure) => measureOf(measure, one));
const nothing = measures.map(() => undefined);

describe('pitfall', () => {
  test('1, echo: the first token has no value, as null or as the 0 of Azure, and the prompt counts in no average', () => {
    for (const first of [null, 0]) {
      const echo = read(
        completion(
          'We study it',
          [
            ['We', first, null],
            [' study', -7, { ' are': -2 }],
            [' it', -1, { ' it': -1, ' them': -3 }],
          ],
          [0, 2, 8],
        ),
        { prompts: ['We'] },
      );
      expect(allMeasures(token(echo, 0))).toEqual(nothing);
      expect(counted(echo)).toEqual([' study', ' it']);
    }
  });

  test('2, positions from any origin: places come from the text, so that measures stand at their tokens', () => {
    for (const origin of [0, 39]) {
      const tokens = read(
        completion(
          'ab',
          [
            ['a', -1],
            ['b', -2],
          ],
          [origin, origin + 1],
        ),
      );
      expect([tokens.offsets, spans(tokens)]).toEqual(['fit', ['0..1', '1..2']]);
      expect(tokens.tokens.map((one) => surprisalBits(one))).toEqual([1 / Math.LN2, 2 / Math.LN2]);
    }
  });

  test('3, tokens past the stop: they keep their probability and count in no average', () => {
    const tokens = read(
      completion(
        ' dog',
        [
          [' dog', -1],
          ['.', -3],
          ['\n', -5],
        ],
        [39, 43, 43],
      ),
    );
    expect(flagged(tokens, 'isAfterStop')).toEqual(['.', '\n']);
    expect(probabilityOf(token(tokens, 1))).toBe(Math.exp(-3));
    expect(counted(tokens)).toEqual([' dog']);
  });

  test('4, byte tokens: each has its own measures and together they are one character', () => {
    const tokens = read(
      completion('a ’s', [
        ['a', -0.1],
        ['bytes: \\xe2\\x80', -0.5, { 'bytes: \\xe2\\x80': -0.5, ' the': -1.5 }],
        ['bytes:\\x99', -0.25, { 'bytes:\\x99': -0.25 }],
        ['s', -0.1],
      ]),
    );
    expect(spans(tokens)).toEqual(['0..1', '1..3 g1', '2..3 g1', '3..4']);
    expect(token(tokens, 1).bytes).toEqual([0x20, 0xe2, 0x80]);
    expect(marginOf(token(tokens, 1))).toBeCloseTo(Math.exp(-0.5) - Math.exp(-1.5), 12);
    const lost = read(
      completion('é', [
        ['\ufffd', -1],
        ['\ufffd', -2],
      ]),
    );
    expect(spans(lost)).toEqual(['0..1 g0', '0..1 g0']);
    expect(lost.tokens.map(({ logprob }) => logprob)).toEqual([-1, -2]);
  });

  test('5, -9999 and its like are no probabilities: no measure, no average, and the mean stays what it is', () => {
    const values: readonly JsonValue[] = [-9999, -1000, -100, null, '-inf', '-Infinity', 'NaN'];
    const tokens = read(
      completion('abbbbbbb', [
        ['a', -0.6],
        ...values.map((value): [string, JsonValue, JsonValue] => ['b', value, { c: -0.5 }]),
      ]),
    );
    for (let at = 1; at <= values.length; at++) {
      const one = token(tokens, at);
      expect([probabilityOf(one), surprisalBits(one), rankOf(one), marginOf(one), entropyBits(one)]).toEqual(
        Array.from({ length: 5 }, () => undefined),
      );
      // It stands in the list of candidates all the same, without a share of the mass.
      expect(candidatesOf(one).map(({ text }) => text)).toEqual(['c', 'b']);
      expect(shownMass(one)).toBe(Math.exp(-0.5));
    }
    expect(tokens.facts).toMatchObject({ usable: 1, mean: -0.6 });
  });

  test('6, a chosen token that its list does not hold is a row of its own and counts once', () => {
    const one = token(
      read(completion(' fox', [[' fox', Math.log(0.1), { ' dog': Math.log(0.5), ' cat': Math.log(0.25) }]])),
      0,
    );
    expect(candidatesOf(one).map(({ text, isAdded }) => [text, isAdded])).toEqual([
      [' dog', false],
      [' cat', false],
      [' fox', true],
    ]);
    expect(rankOf(one)).toEqual({ rank: 3, isAtLeast: true, of: 2 });
    expect(shownMass(one)).toBeCloseTo(0.85, 12);
    expect(marginOf(one)).toBeCloseTo(-0.4, 12);
    const bits = (p: number): number => -p * Math.log2(p);
    expect(entropyBits(one)).toBeCloseTo(bits(0.5) + bits(0.25) + bits(0.1) + bits(0.15), 12);
    // DeepConf is of the list alone.
    expect(confidenceOf(one)).toBeCloseTo(-(Math.log(0.5) + Math.log(0.25)) / 2, 12);
    const listed = token(read(completion('a', [['a', Math.log(0.5), { a: Math.log(0.5), b: Math.log(0.25) }]])), 0);
    expect(candidatesOf(listed)).toHaveLength(2);
    expect(shownMass(listed)).toBeCloseTo(0.75, 12);
    expect(entropyBits(listed)).toBeCloseTo(bits(0.5) + 2 * bits(0.25), 12);
  });

  test('7, alternatives that spell the same stay apart by position', () => {
    const top = [item('\n\n', Math.log(0.5)), item('\n\n', Math.log(0.125)), item('x', Math.log(0.25))];
    const one = token(read(chat('\n\n', [item('\n\n', Math.log(0.125), undefined, top)])), 0);
    expect(candidatesOf(one).map(({ isChosen }) => isChosen)).toEqual([false, true, false]);
    expect(new Set(candidatesOf(one).map(({ pointer }) => pointer)).size).toBe(3);
    expect(rankOf(one)).toEqual({ rank: 3, isAtLeast: false, of: 3 });
    expect(shownMass(one)).toBeCloseTo(0.875, 12);
    expect(marginOf(one)).toBeCloseTo(-0.375, 12);
  });

  test('8, tiny, negative zero and slightly positive values: clamped where they are shown and nowhere else', () => {
    const tokens = read(
      completion('abc', [
        ['a', -8.4157e-6],
        ['b', -0],
        ['c', 1e-7, { c: 1e-7 }],
      ]),
    );
    expect(surprisalBits(token(tokens, 0))).toBeCloseTo(8.4157e-6 / Math.LN2, 15);
    expect(Object.is(surprisalBits(token(tokens, 1)), 0)).toBe(true);
    const over = token(tokens, 2);
    expect(probabilityOf(over)).toBeGreaterThan(1);
    expect(shownProbability(probabilityOf(over) ?? 0)).toBe(1);
    expect(shownMass(over)).toBeGreaterThan(1);
    // The rest is nothing, never less.
    expect(Math.abs(entropyBits(over) ?? 1)).toBeLessThan(1e-6);
  });

  test('9, the average that Gemini states is no measure of the listed tokens', () => {
    const candidate = (text: string, logProbability: number): JsonValue => ({ token: text, logProbability });
    const tokens = read({
      candidates: [
        {
          content: { parts: [{ text: '4!' }] },
          avgLogprobs: -9,
          logprobsResult: { chosenCandidates: [candidate('4', -0.5), candidate('!', -1)] },
        },
      ],
    });
    expect(tokens.facts.mean).toBe(-0.75);
    expect(rankOf(token(tokens, 0))).toBeUndefined();
    expect(confidenceOf(token(tokens, 0))).toBeUndefined();
  });

  test('10, signs for white space and control tokens: the text decides, and a control token counts in no average', () => {
    const listed = (text: string, start: number, end: number, raw: number): JsonValue => ({
      generatedToken: { token: text, logprob: 0, raw_logprob: raw },
      topTokens: null,
      textRange: { start, end },
    });
    const tokens = read({
      prompt: { tokens: [] },
      completions: [
        {
          data: {
            text: '\nis like',
            tokens: [listed('<|newline|>', 0, 1, -1), listed('▁is▁like', 1, 8, -2), listed('<|endoftext|>', 8, 8, -5)],
          },
        },
      ],
    });
    expect(counted(tokens)).toEqual(['<|newline|>', '▁is▁like']);
    expect(probabilityOf(token(tokens, 1))).toBe(Math.exp(-2));
  });

  test('11, a text that begins with the prompt: the tokens stand at its end', () => {
    const one = (text: string, special = false): JsonValue => ({ id: 1, text, logprob: -1, special });
    const tokens = read({
      generated_text: 'It was an error',
      details: { tokens: [one(' an'), one(' error'), one('</s>', true)], prefill: [] },
    });
    expect(spans(tokens)).toEqual(['6..9', '9..15', '-..-']);
    expect(counted(tokens)).toEqual([' an', ' error']);
  });

  test('12, control tokens and reasoning around the answer: what fits is aligned, the rest counts in no average', () => {
    const texts = ['<|channel|>', 'analysis', '<|message|>', 'Think', ' twice', '.', '<|end|>', '<|message|>'];
    const tokens = read(
      chat('<reasoning>Think twice.</reasoning>It is 4.', [
        ...texts.map((text) => item(text, -4)),
        ...['It', ' is', ' 4', '.'].map((text) => item(text, -0.5)),
        item('<|return|>', -4),
      ]),
    );
    expect(spans(tokens).at(-2)).toBe('42..43');
    expect(counted(tokens)).toEqual(['Think', ' twice', '.', 'It', ' is', ' 4', '.']);
  });

  test('13, positions count code points', () => {
    const tokens = read(
      completion(
        '🙂🙂 so',
        [
          ['🙂🙂', -1],
          [' so', -2],
        ],
        [5, 7],
      ),
    );
    expect([tokens.offsets, spans(tokens)]).toEqual(['fit', ['0..2', '2..5']]);
  });

  test('14, lists of nothing are no tokens', () => {
    for (const logprobs of [{ content: null, refusal: null }, { content: [] }])
      expect(() => read({ choices: [{ message: { content: 'a' }, logprobs }] })).toThrow('No tokens');
    // One token is some.
    expect(read(chat('a', [item('a', -1, utf8('a'))])).tokens).toHaveLength(1);
  });
});
