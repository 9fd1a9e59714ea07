// What a list says of the findings of one check: of how many generations or places, and the first of them. From columns alone.

import { placeWidth } from '../samples/placeCells.ts';
import { HashIndex, mixed, spread } from './hashIndex.ts';
import { type IssueColumns, type IssueGroup, mostFirst } from './issueColumns.ts';

type Facts = Pick<IssueGroup, 'about' | 'distinct' | 'first'>;
type Columns = Pick<IssueColumns, 'places' | 'positions' | 'relatedEnds'>;

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
  range: Range,
  positionOfRelated: (at: number) => number,
): Generator<void, Facts> {
  const own = columns.positions.subarray(range.from, range.from + range.count);
  if (own.includes(-1)) return yield* placeFacts(columns.places, range);
  const { relatedEnds } = columns;
  const first = relatedEnds[range.from - 1] ?? 0;
  const last = relatedEnds[range.from + range.count - 1] ?? 0;
  const positions = new Int32Array(own.length + last - first);
  positions.set(own);
  for (let at = first; at < last; at++) positions[own.length + at - first] = positionOfRelated(at);
  // They were found in this order as a rule.
  if (!isAscending(positions)) positions.sort();
  const seen: number[] = [];
  let distinct = 0;
  for (let at = 0; at < positions.length; at++) {
    if (at % stepLength === stepLength - 1) yield;
    const position = positions[at] ?? -1;
    if (position < 0 || position === positions[at - 1]) continue;
    if (distinct++ < mostFirst) seen.push(position);
  }
  return { about: 'generations', distinct, first: seen };
}

function isAscending(positions: Int32Array): boolean {
  for (let at = 1; at < positions.length; at++) if ((positions[at] ?? 0) < (positions[at - 1] ?? 0)) return false;
  return true;
}

function* placeFacts(places: Uint32Array, { from, count }: Range): Generator<void, Facts> {
  const index = new HashIndex();
  const first: number[] = [];
  let distinct = 0;
  for (let n = from; n < from + count; n++) {
    if (n % stepLength === stepLength - 1) yield;
    const number = index.numberOf(hashOf(places, n), n, (other) => areEqual(places, n, other));
    if (number === n && distinct++ < mostFirst) first.push(n);
  }
  return { about: 'places', distinct, first };
}

function hashOf(places: Uint32Array, n: number): number {
  let hash = 0;
  for (let cell = n * placeWidth; cell < (n + 1) * placeWidth; cell++) hash = mixed(hash, places[cell] ?? 0);
  return spread(hash);
}

function areEqual(places: Uint32Array, one: number, other: number): boolean {
  for (let cell = 0; cell < placeWidth; cell++)
    if (places[one * placeWidth + cell] !== places[other * placeWidth + cell]) return false;
  return true;
}
