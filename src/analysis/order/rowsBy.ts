// The order of rows that no column sorts: by prompt, by the ranks of their responses, else as in the document. Pure; counts instead of comparing.

import type { SampleTable } from '../../response/samples/sampleTable.ts';
import type { RowsBy } from './orderRequest.ts';

export interface KnownBy {
  readonly by: RowsBy;
  readonly count: number;
  readonly positions: Uint32Array;
}

const stepLength = 20_000;

/** Positions of `count` rows in that order; `known` where it is the same. In steps. */
export function* positionsBy(
  rows: SampleTable,
  by: RowsBy,
  count: number,
  known: KnownBy | undefined,
): Generator<void, KnownBy> {
  if (known?.count === count && isSameBy(known.by, by)) return known;
  let positions: Uint32Array = Uint32Array.from({ length: count }, (_, position) => position);
  const { ranks } = by;
  // The last key first: each pass leaves equal ones as they are.
  if (ranks) positions = yield* counted(positions, (position) => ranks[rows.response(position)] ?? Number.NaN);
  if (by.isByPrompt) positions = yield* counted(positions, (position) => rows.count('prompt', position));
  return { by, count, positions };
}

/** By whole numbers from 0 on, those without one last. */
function* counted(positions: Uint32Array, keyOf: (position: number) => number): Generator<void, Uint32Array> {
  const { length } = positions;
  const values = new Float64Array(length);
  let most = -1;
  for (let at = 0; at < length; at++) {
    const value = keyOf(positions[at] ?? 0);
    values[at] = value;
    if (value > most) most = value;
    if (at % stepLength === stepLength - 1) yield;
  }
  const next = new Uint32Array(most + 3);
  const bucketOf = (at: number): number => {
    const value = values[at] as number;
    return Number.isNaN(value) ? most + 1 : value;
  };
  for (let at = 0; at < length; at++) {
    const behind = bucketOf(at) + 1;
    next[behind] = (next[behind] ?? 0) + 1;
  }
  for (let bucket = 1; bucket < next.length; bucket++) next[bucket] = (next[bucket] ?? 0) + (next[bucket - 1] ?? 0);
  const ordered = new Uint32Array(length);
  for (let at = 0; at < length; at++) {
    const bucket = bucketOf(at);
    const place = next[bucket] ?? 0;
    ordered[place] = positions[at] ?? 0;
    next[bucket] = place + 1;
    if (at % stepLength === stepLength - 1) yield;
  }
  return ordered;
}

function isSameBy(one: RowsBy, other: RowsBy): boolean {
  if ((one.isByPrompt ?? false) !== (other.isByPrompt ?? false)) return false;
  const [ranks, others] = [one.ranks, other.ranks];
  return ranks?.length === others?.length && (ranks?.every((rank, at) => rank === others?.[at]) ?? true);
}
