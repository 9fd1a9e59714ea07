import { describe, expect, it } from 'vitest';
import { isCountCut, matchWords, steppedMatch } from './matchSteps.ts';
import { ShownRows } from './shownRows.ts';

/** Rows as they stand, with the matches in each. */
function shown(...rows: readonly (readonly [position: number, count: number])[]): ShownRows {
  const rising = rows.toSorted(([one], [other]) => one - other);
  const found = {
    positions: Uint32Array.from(rising, ([position]) => position),
    counts: Uint32Array.from(rising, ([, count]) => count),
  };
  const order = Uint32Array.from(rows, ([position]) => position);
  return new ShownRows({ at: () => undefined }, 9, order, [], { found });
}

const rows = shown([4, 2], [1, 0], [7, 1]);

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
    expect(steppedMatch(rows, 3, 0, -1)).toEqual({ position: 7, at: 0 });
    expect(steppedMatch(shown([1, 0]), 1, 0, 1)).toBeUndefined();
  });

  it('are counted over all rows', () => {
    expect(matchWords(rows, { position: 4, at: 1 }, false)).toBe('match 2 of 3');
    expect(matchWords(rows, { position: 7, at: 0 }, false)).toBe('match 3 of 3');
    expect(matchWords(rows, { position: 1, at: 0 }, false)).toBeUndefined();
    expect(isCountCut(Uint32Array.of(3, 9_999))).toBe(false);
    expect(isCountCut(Uint32Array.of(3, 10_000))).toBe(true);
    expect(matchWords(shown([0, 10_000]), { position: 0, at: 0 }, true)).toBe('match 1 of 10,000 or more');
  });
});
