import { describe, expect, test } from 'vitest';
import { CapturedSoFar, capture, countValues, mostMatches } from './capture.ts';

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

  test('takes whole code points, minds case, and counts no further than it says', () => {
    expect(capture(['🙂 A'], ['^.', 'a'])).toEqual([[{ count: 1, value: '🙂' }], [{ count: 0 }]]);
    expect(capture(['a'.repeat(mostMatches + 1)], ['a'])).toEqual([[{ count: mostMatches, value: 'a' }]]);
  });

  test('shows that a long value is cut', () => {
    expect(capture(['x'.repeat(201)], ['x+'])).toEqual([[{ count: 1, value: `${'x'.repeat(200)}…` }]]);
  });

  test('that is none finds nothing', () => {
    expect(capture(['a'], ['('])).toEqual([[{ count: 0 }]]);
  });

  test('is counted by value, and no match is one of them', () => {
    const so = new CapturedSoFar(6, 1);
    // Part by part; the output at 1 is no text.
    so.add([0, 2], capture(texts.slice(0, 2), ['score: (\\d+)']));
    so.add([3, 4], capture(texts.slice(2), ['score: (\\d+)']));
    const [found] = so.columns();
    expect(found).toEqual({
      counts: Int32Array.of(1, -1, 1, 0, 1, -1),
      valueAt: Int32Array.of(0, -1, 1, -1, 0, -1),
      values: ['7', '9'],
    });
    if (found === undefined) return;
    expect(countValues(found, 8)).toEqual({
      values: [
        { value: '7', count: 2 },
        { value: '9', count: 1 },
        { value: undefined, count: 1 },
      ],
      others: 0,
      total: 4,
    });
    expect(countValues(found, 2)).toMatchObject({ values: [{}, {}, {}], others: 0 });
    expect(countValues(found, 1)).toMatchObject({ values: [{ value: '7' }], others: 2 });
  });

  test('of a group that takes no part is an empty value', () => {
    const so = new CapturedSoFar(3, 1);
    so.add([0, 1, 2], capture(['ab', 'ax', 'b'], ['a(x)?']));
    const [found] = so.columns();
    expect(found && countValues(found, 8).values).toEqual([
      { value: '', count: 1 },
      { value: 'x', count: 1 },
      { value: undefined, count: 1 },
    ]);
  });
});
