import { expect, test } from 'vitest';
import { completion, read } from '../../../e2e/fixtures/testTokens.ts';
import { seededRandom } from '../../../e2e/seededRandom.ts';
import { pointerOf } from '../../json/pointer.ts';
import { type FigureToken, figuresOf, windowLength } from './figures.ts';

const token = (at: number, logprob: number | null, more: Partial<FigureToken> = {}): FigureToken => ({
  text: `t${at}`,
  pointer: pointerOf('tokens', at),
  logprob,
  isPrompt: false,
  isSpecial: false,
  isAfterStop: false,
  ...more,
});

test('a value that stands for "not among the top" is left out, and said to be', () => {
  // 844 tokens of which one is -9999: the mean is −0.60, not −12.4.
  const rows = Array.from({ length: 844 }, (_, at) => ['a', at === 400 ? -9999 : -0.6] as const);
  const figures = figuresOf(read(completion('a'.repeat(844), rows)));
  expect(figures).toMatchObject({ count: 844, usable: 843, leftOut: { unusable: 1 } });
  expect(figures.mean).toBeCloseTo(-0.6, 9);
  expect(figures.lowest?.logprob).toBe(-0.6);
});

test('prompt, what was sampled after the stop, special and unusable tokens are in no figure, each with its reason', () => {
  const figures = figuresOf({
    tokens: [
      token(0, -9, { isPrompt: true }),
      token(1, -1),
      token(2, -8, { isSpecial: true }),
      token(3, null),
      token(4, -3),
      token(5, -7, { isAfterStop: true }),
      token(6, -6, { isAfterStop: true }),
    ],
  });
  expect(figures).toEqual({
    count: 7,
    usable: 2,
    leftOut: { prompt: 1, special: 1, unusable: 1, afterStop: 2 },
    mean: -2,
    total: -4,
    lowest: { logprob: -3, text: 't4', pointer: pointerOf('tokens', 4) },
    window: { mean: -2, length: 2, pointer: pointerOf('tokens', 1) },
    below: 2,
  });
});

test('without a usable token there are counts and nothing else', () => {
  expect(figuresOf({ tokens: [token(0, null)] })).toEqual({ count: 1, usable: 0, leftOut: { unusable: 1 } });
  expect(figuresOf({ tokens: [] })).toEqual({ count: 0, usable: 0 });
});

test('the lowest window is the 16 in a row with the least mean; what is left out does not part it', () => {
  const values = Array.from({ length: 60 }, (_, at) => (at >= 30 && at < 46 ? -2 : -0.1));
  const tokens = values.map((value, at) => token(at, value)).toSpliced(38, 0, token(99, null));
  const { window } = figuresOf({ tokens });
  expect(window).toEqual({ mean: -2, length: 16, pointer: pointerOf('tokens', 30) });
  // A single very unlikely token lies in every window that holds it: the first of equals is taken.
  const single = figuresOf({ tokens: Array.from({ length: 40 }, (_, at) => token(at, at === 20 ? -16 : 0)) });
  expect(single.window).toEqual({ mean: -1, length: 16, pointer: pointerOf('tokens', 5) });
});

test('an echo whose prompt nothing measures says that its tokens are among them', () => {
  const echo = read(
    completion('red tea', [
      ['red', null],
      [' tea', -7],
    ]),
  );
  expect(figuresOf(echo)).toMatchObject({ usable: 1, mean: -7, isPromptAmong: true });
  expect(figuresOf(read(completion('red', [['red', -1]]))).isPromptAmong).toBeUndefined();
});

test('a probability of exactly one half is not below it', () => {
  expect(figuresOf({ tokens: [token(0, Math.log(0.5)), token(1, Math.log(0.49)), token(2, 0)] }).below).toBe(1);
});

test('agree with a plain computation on 200 seeded lists', () => {
  const random = seededRandom(9);
  for (let run = 0; run < 200; run++) {
    const tokens = Array.from({ length: 1 + Math.floor(random() * 80) }, (_, at) =>
      token(at, random() < 0.1 ? null : -random() * 12, {
        isPrompt: random() < 0.1,
        isSpecial: random() < 0.1,
        isAfterStop: random() < 0.1,
      }),
    );
    const own = tokens.flatMap((one) =>
      one.isPrompt || one.isSpecial || one.isAfterStop || one.logprob === null ? [] : [one.logprob],
    );
    const figures = figuresOf({ tokens });
    expect(figures.usable).toBe(own.length);
    if (own.length === 0) continue;
    const average = (list: readonly number[]) => list.reduce((sum, value) => sum + value, 0) / list.length;
    const windows =
      own.length < windowLength ? [own] : own.slice(windowLength - 1).map((_, at) => own.slice(at, at + 16));
    expect(figures.mean).toBeCloseTo(average(own), 10);
    expect(figures.total).toBeCloseTo(average(own) * own.length, 10);
    expect(figures.lowest?.logprob).toBe(Math.min(...own));
    expect(figures.window?.mean).toBeCloseTo(Math.min(...windows.map(average)), 10);
    expect(figures.below).toBe(own.filter((value) => Math.exp(value) < 0.5).length);
  }
});
