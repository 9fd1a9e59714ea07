import { describe, expect, test } from 'vitest';
import { distinctWords, finishWords } from './totals.ts';

test('finish reasons: the ones that did not end by themselves, or the one that all have', () => {
  const stop = { word: 'stop', isStop: true, count: 2 };
  expect(finishWords([stop, { word: 'length', isStop: false, count: 1 }])).toBe('1 length');
  expect(finishWords([stop])).toBe('all stop');
  expect(finishWords([stop, { isStop: false, count: 1 }])).toBe('1 without');
  expect(finishWords([stop, { word: 'eos', isStop: true, count: 1 }])).toBe('2 stop, 1 eos');
});

describe('words for the distinct answers', () => {
  test('name every size while they are few', () => {
    const groups = [
      { size: 3, count: 1 },
      { size: 2, count: 1 },
      { size: 1, count: 3 },
    ];
    expect(distinctWords(groups, 8)).toBe('5 distinct: 3 + 2 + 1 + 1 + 1');
  });

  test('count equal sizes when they are many, and leave out what says nothing', () => {
    const groups = [
      { size: 3, count: 1 },
      { size: 2, count: 1 },
      { size: 1, count: 40 },
    ];
    expect(distinctWords(groups, 45)).toBe('42 distinct: 3 + 2 + 40 × 1');
    expect(distinctWords([{ size: 1, count: 3 }], 3)).toBe('3 distinct');
    expect(distinctWords([{ size: 8, count: 1 }], 8)).toBe('1 distinct');
    const many = Array.from({ length: 8 }, (_, at) => ({ size: 9 - at, count: 1 }));
    expect(distinctWords(many, 44)).toBe('8 distinct: 9 + 8 + 7 + 6 + 5 + 4 + …');
  });

  test('do not count what gives no answer', () => {
    const groups = [
      { size: 2, count: 1 },
      { size: 1, count: 1 },
    ];
    expect(distinctWords(groups, 5)).toBe('2 distinct: 2 + 1, 2 without an answer');
    expect(distinctWords([], 4)).toBe('4 without an answer');
  });
});
