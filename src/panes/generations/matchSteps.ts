// The way of the keys from match to match: within an output, then on to the next row. Pure.

import { mostMatches } from '../../response/matches.ts';
import { formatCount } from '../../words/numbers.ts';

/** Rows as they stand. */
export interface MatchedRows {
  readonly count: number;
  positionAt(place: number): number | undefined;
  /** -1 where it is not shown. */
  placeOf(position: number | undefined): number;
  /** Matches in the output; undefined for none. */
  matchCountOf(position: number): number | undefined;
  /** Matches in the rows before a place. */
  matchesBefore(place: number): number;
}

export interface MatchPlace {
  readonly position: number;
  /** From 0, among the matches in the output. */
  readonly at: number;
}

/** The match that follows (1) or precedes (-1), around the end; `selected` with the match that the keys are at. */
export function steppedMatch(
  rows: MatchedRows,
  selected: number | undefined,
  at: number,
  by: 1 | -1,
): MatchPlace | undefined {
  const from = rows.placeOf(selected);
  const count = (from < 0 || selected === undefined ? undefined : rows.matchCountOf(selected)) ?? 0;
  const to = Math.min(at, count - 1) + by;
  if (selected !== undefined && count > 0 && to >= 0 && to < count) return { position: selected, at: to };
  // From a row that is not shown the way begins at the end that it leads away from.
  const start = from >= 0 ? from : by > 0 ? -1 : rows.count;
  for (let step = 1; step <= rows.count; step++) {
    const position = rows.positionAt(around(start + step * by, rows.count)) ?? -1;
    const own = rows.matchCountOf(position);
    if (own !== undefined) return { position, at: by > 0 ? 0 : own - 1 };
  }
  return undefined;
}

function around(place: number, count: number): number {
  return ((place % count) + count) % count;
}

/** `match 2 of 3`, counted over all rows; undefined where the place holds none. `isMore`: an output holds more than are counted. */
export function matchWords(rows: MatchedRows, { position, at }: MatchPlace, isMore: boolean): string | undefined {
  const place = rows.placeOf(position);
  const own = place < 0 ? undefined : rows.matchCountOf(position);
  if (own === undefined) return undefined;
  const before = rows.matchesBefore(place) + Math.min(at, own - 1);
  const total = rows.matchesBefore(rows.count);
  return `match ${formatCount(before + 1)} of ${formatCount(total)}${isMore ? ' or more' : ''}`;
}

/** Whether an output holds more matches than are counted. */
export function isCountCut(counts: Uint32Array | undefined): boolean {
  return counts?.some((count) => count >= mostMatches) ?? false;
}
