import { expect, test } from 'vitest';
import { pointerOf } from '../../json/pointer.ts';
import type { FigureToken } from './figures.ts';
import { surprisalsOf } from './surprisals.ts';

const token = (bits: number | null, more: Partial<FigureToken> = {}): FigureToken => ({
  text: 't',
  pointer: pointerOf('t'),
  logprob: bits === null ? null : -bits * Math.LN2,
  isPrompt: false,
  isSpecial: false,
  isAfterStop: false,
  ...more,
});

test('a bar per token of the answer, none for the others, NaN without a value', () => {
  const found = surprisalsOf(
    [token(9, { isPrompt: true }), token(1), token(null), token(3), token(8, { isAfterStop: true }), token(-1e-9)],
    64,
  );
  expect([...found.bits]).toEqual([1, Number.NaN, expect.closeTo(3, 12), 0]);
  expect([...found.places]).toEqual([1, 2, 3, 5]);
  expect(found.count).toBe(4);
});

test('beyond the number of bars each is as high as the highest of its tokens, and leads to it', () => {
  const found = surprisalsOf(
    [1, 5, 2, null, 4, null, null].map((bits) => token(bits)),
    3,
  );
  expect(found.count).toBe(7);
  expect([...found.places]).toEqual([1, 2, 4]);
  expect([...found.bits].map((bits) => Math.round(bits))).toEqual([5, 2, 4]);
  expect([
    ...surprisalsOf(
      [null, null, 1].map((bits) => token(bits)),
      1,
    ).bits,
  ]).toEqual([1]);
});

test('every token is in one bar, and the highest of all is seen', () => {
  for (let count = 0; count < 200; count++) {
    const tokens = Array.from({ length: count }, (_, at) => token((at * 7919) % 13));
    const { bits, places } = surprisalsOf(tokens, 64);
    expect(bits.length).toBe(Math.min(count, 64));
    expect(new Set(places).size).toBe(places.length);
    expect(Math.max(0, ...bits)).toBeCloseTo(Math.max(0, ...tokens.map((_, at) => (at * 7919) % 13)), 9);
  }
});
