// The way of the keys from match to match: within an output, then on to the next row. Pure.

import { mostMatches, type TextMatches } from '../../response/matches.ts';
import { formatCount } from '../../words/numbers.ts';

interface FoundRow {
  readonly position: number;
  readonly matches?: TextMatches | undefined;
}

export interface MatchPlace {
  readonly position: number;
  /** From 0, among the matches in the output. */
  readonly at: number;
}

/** The match that follows (1) or precedes (-1), around the end. `rows` as they stand; `selected` with the match that the keys are at. */
export function steppedMatch(
  rows: readonly FoundRow[],
  selected: number | undefined,
  at: number,
  by: 1 | -1,
): MatchPlace | undefined {
  const order = by > 0 ? rows : rows.toReversed();
  const from = order.findIndex(({ position }) => position === selected);
  const count = order[from]?.matches?.count ?? 0;
  const to = Math.min(at, count - 1) + by;
  if (selected !== undefined && count > 0 && to >= 0 && to < count) return { position: selected, at: to };
  const isFound = ({ matches }: FoundRow) => matches !== undefined;
  const next = order.slice(from + 1).find(isFound) ?? order.find(isFound);
  return next?.matches && { position: next.position, at: by > 0 ? 0 : next.matches.count - 1 };
}

/** `match 2 of 3`, counted over all rows; undefined where the place holds none. */
export function matchWords(rows: readonly FoundRow[], { position, at }: MatchPlace): string | undefined {
  let total = 0;
  let before: number | undefined;
  let isMore = false;
  for (const row of rows) {
    if (row.matches === undefined) continue;
    if (row.position === position) before = total + Math.min(at, row.matches.count - 1);
    isMore ||= row.matches.count >= mostMatches;
    total += row.matches.count;
  }
  return before === undefined
    ? undefined
    : `match ${formatCount(before + 1)} of ${formatCount(total)}${isMore ? ' or more' : ''}`;
}
