import { describe, expect, it } from 'vitest';
import { matchWords, steppedMatch } from './matchSteps.ts';

const row = (position: number, count: number) => ({
  position,
  ...(count > 0 && { matches: { count, first: [], excerpt: { from: 0, text: '', ranges: [], current: -1 } } }),
});
const rows = [row(4, 2), row(1, 0), row(7, 1)];

describe('steps from match to match', () => {
  it('go through an output first and then on to the next row that has one', () => {
    expect(steppedMatch(rows, 4, 0, 1)).toEqual({ position: 4, at: 1 });
    expect(steppedMatch(rows, 4, 1, 1)).toEqual({ position: 7, at: 0 });
    expect(steppedMatch(rows, 7, 0, -1)).toEqual({ position: 4, at: 1 });
    expect(steppedMatch(rows, 1, 0, 1)).toEqual({ position: 7, at: 0 });
  });

  it('go around the end, and begin anywhere', () => {
    expect(steppedMatch(rows, 7, 0, 1)).toEqual({ position: 4, at: 0 });
    expect(steppedMatch(rows, 4, 0, -1)).toEqual({ position: 7, at: 0 });
    expect(steppedMatch(rows, undefined, 0, 1)).toEqual({ position: 4, at: 0 });
    expect(steppedMatch([row(1, 0)], 1, 0, 1)).toBeUndefined();
  });

  it('are counted over all rows', () => {
    expect(matchWords(rows, { position: 4, at: 1 })).toBe('match 2 of 3');
    expect(matchWords(rows, { position: 7, at: 0 })).toBe('match 3 of 3');
    expect(matchWords(rows, { position: 1, at: 0 })).toBeUndefined();
    expect(matchWords([row(0, 10_000)], { position: 0, at: 0 })).toBe('match 1 of 10,000 or more');
  });
});
