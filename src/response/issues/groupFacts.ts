// What a list says of the findings of one check: of how many generations or places, and the first of them. From columns alone.

import { placeWidth } from '../samples/placeCells.ts';
import { HashIndex, mixed, spread } from './hashIndex.ts';
import { type IssueColumns, type IssueGroup, mostFirst, placeCell } from './issueColumns.ts';
import type { Stretches } from './stretches.ts';

type Facts = Pick<IssueGroup, 'about' | 'distinct' | 'first'>;
type Columns = Pick<IssueColumns, 'places' | 'shared' | 'positions' | 'relatedEnds'>;

interface Range {
  readonly from: number;
  readonly count: number;
}

/** Issues after which others may work: some milliseconds. */
export const stepLength = 50_000;

/** The result of work in steps, without a rest. */
export function allAtOnce<Result>(steps: Generator<void, Result>): Result {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** `positionOfRelated` says which generation a related place lies in, -1 for none; those in none do not count. */
export function* groupFacts(
  columns: Columns,
  stretches: Stretches,
  range: Range,
  positionOfRelated: (at: number) => number,
): Generator<void, Facts> {
  const end = range.from + range.count;
  const [from, to] = [stretches.singlesBefore(range.from), stretches.singlesBefore(end)];
  const own = columns.positions.subarray(from, to);
  if (own.includes(-1)) return yield* placeFacts((n, at) => placeCell(columns, stretches, n, at), range);
  const { relatedEnds } = columns;
  const first = relatedEnds[from - 1] ?? 0;
  const last = to > from ? (relatedEnds[to - 1] ?? 0) : first;
  const positions = new Int32Array(own.length + last - first);
  positions.set(own);
  for (let at = first; at < last; at++) positions[own.length + at - first] = positionOfRelated(at);
  // They were found in this order as a rule.
  if (!isAscending(positions)) positions.sort();
  const ranges = stretches.rangesIn(range.from, end);
  const seen = ranges.slice(0, mostFirst).flatMap(([start, after]) => {
    return Array.from({ length: Math.min(after - start, mostFirst) }, (_, at) => start + at);
  });
  let distinct = ranges.reduce((sum, [start, after]) => sum + after - start, 0);
  let singles = 0;
  let next = 0;
  for (let at = 0; at < positions.length; at++) {
    if (at % stepLength === stepLength - 1) yield;
    const position = positions[at] ?? -1;
    if (position < 0 || position === positions[at - 1]) continue;
    while (position >= (ranges[next]?.[1] ?? Number.POSITIVE_INFINITY)) next++;
    if (position >= (ranges[next]?.[0] ?? Number.POSITIVE_INFINITY)) continue;
    distinct++;
    if (singles++ < mostFirst) seen.push(position);
  }
  return { about: 'generations', distinct, first: seen.sort((one, other) => one - other).slice(0, mostFirst) };
}

function isAscending(positions: Int32Array): boolean {
  for (let at = 1; at < positions.length; at++) if ((positions[at] ?? 0) < (positions[at - 1] ?? 0)) return false;
  return true;
}

type CellAt = (n: number, at: number) => number;

function* placeFacts(cellAt: CellAt, { from, count }: Range): Generator<void, Facts> {
  const index = new HashIndex();
  const first: number[] = [];
  let distinct = 0;
  for (let n = from; n < from + count; n++) {
    if (n % stepLength === stepLength - 1) yield;
    const number = index.numberOf(hashOf(cellAt, n), n, (other) => areEqual(cellAt, n, other));
    if (number === n && distinct++ < mostFirst) first.push(n);
  }
  return { about: 'places', distinct, first };
}

function hashOf(cellAt: CellAt, n: number): number {
  let hash = 0;
  for (let cell = 0; cell < placeWidth; cell++) hash = mixed(hash, cellAt(n, cell));
  return spread(hash);
}

function areEqual(cellAt: CellAt, one: number, other: number): boolean {
  for (let cell = 0; cell < placeWidth; cell++) if (cellAt(one, cell) !== cellAt(other, cell)) return false;
  return true;
}
