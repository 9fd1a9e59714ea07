import { expect, test } from 'vitest';
import { pointerOf } from '../../json/pointer.ts';
import { likelyFrom, likelyPassedBy, verdictOf } from './passed.ts';
import { type PassedBy, parsePassed, passedText } from './passedBy.ts';

const path = pointerOf('data', '*', 'score');

test('what is gone by survives its text', () => {
  const ways: readonly PassedBy[] = [
    { kind: 'stars' },
    { kind: 'nothing' },
    { kind: 'field', path },
    { kind: 'field', path, from: -0.5 },
    { kind: 'field', path, from: 1e-7 },
  ];
  for (const way of ways) expect(parsePassed(passedText(way))).toEqual(way);
  for (const text of ['', 'star', 'field:', 'field:/data/score', 'field:x:/data/*'])
    expect(parsePassed(text)).toBeUndefined();
});

test('stars that a person gave come before fields, and fields before nothing', () => {
  expect(likelyPassedBy([{ path, kind: 'number' }], true)).toEqual({ kind: 'stars' });
  expect(likelyPassedBy([{ path, kind: 'number' }], false)).toEqual({ kind: 'field', path });
  expect(likelyPassedBy([], false)).toEqual({ kind: 'nothing' });
});

test('booleans, words and numbers from a least one pass', () => {
  expect([true, false, 'Passed', 'bad', 'so so', null].map((value) => verdictOf(value, 0.5))).toEqual([
    true,
    false,
    true,
    false,
    undefined,
    undefined,
  ]);
  expect([0.4, 0.5].map((value) => verdictOf(value, 0.5))).toEqual([false, true]);
  expect(likelyFrom([0, 1, 1])).toBe(0.5);
  expect(likelyFrom([1, 5, null])).toBe(3);
  expect(likelyFrom(['good'])).toBeUndefined();
});
