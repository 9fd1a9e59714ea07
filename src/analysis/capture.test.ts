import { describe, expect, test } from 'vitest';
import { capture, countValues, patternOf } from './capture.ts';

const texts = ['score: 7 of 10', 'score: 9 of 10', 'no idea', 'score: 7'];

describe("a person's own pattern", () => {
  test('gives its first group, or all that matches, and how often it matches', () => {
    expect(capture(texts, ['score: (\\d+)', '\\d+'])).toEqual([
      [{ count: 1, value: '7' }, { count: 1, value: '9' }, { count: 0 }, { count: 1, value: '7' }],
      [{ count: 2, value: '7' }, { count: 2, value: '9' }, { count: 0 }, { count: 1, value: '7' }],
    ]);
  });

  test('has no value where its group takes no part, and ends where it matches nothing', () => {
    expect(capture(['ab'], ['a(x)?', ''])).toEqual([[{ count: 1 }], [{ count: 3, value: '' }]]);
  });

  test('that is none says why and finds nothing', () => {
    expect(patternOf('(')).toMatchObject({ problem: expect.stringContaining('(') });
    expect(patternOf('\\-')).toBeInstanceOf(RegExp);
    expect(capture(['a'], ['('])).toEqual([[{ count: 0 }]]);
  });

  test('can be stopped', () => {
    expect(capture(texts, ['a'], { shouldStop: () => true })).toBeUndefined();
  });

  test('is counted by value, and no match is one of them', () => {
    const [found = []] = capture(texts, ['score: (\\d+)']) ?? [];
    expect(countValues(found, 8)).toEqual({
      values: [
        { value: '7', count: 2 },
        { value: '9', count: 1 },
        { value: undefined, count: 1 },
      ],
      others: 0,
    });
    expect(countValues(found, 2)).toMatchObject({ values: [{}, {}, {}], others: 0 });
    expect(countValues(found, 1)).toMatchObject({ values: [{ value: '7' }], others: 2 });
  });
});
