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

/** `positionOfRelated` says which generation a related place lies in, -1 for none; those in none do not count. */
export function groupFacts(columns: Columns, range: Range, positionOfRelated: (at: number) => number): Facts {
  const own = columns.positions.subarray(range.from, range.from + range.count);
  if (own.includes(-1)) return placeFacts(columns.places, range);
  const { relatedEnds } = columns;
  const first = relatedEnds[range.from - 1] ?? 0;
  const last = relatedEnds[range.from + range.count - 1] ?? 0;
  const positions = new Int32Array(own.length + last - first);
  positions.set(own);
  for (let at = first; at < last; at++) positions[own.length + at - first] = positionOfRelated(at);
  positions.sort();
  const seen: number[] = [];
  let distinct = 0;
  positions.forEach((position, at) => {
    if (position < 0 || position === positions[at - 1]) return;
    if (distinct++ < mostFirst) seen.push(position);
  });
  return { about: 'generations', distinct, first: seen };
}

function placeFacts(places: Uint32Array, { from, count }: Range): Facts {
  const index = new HashIndex();
  const first: number[] = [];
  let distinct = 0;
  for (let n = from; n < from + count; n++) {
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
