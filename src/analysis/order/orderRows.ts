// Puts the rows of a table in order: sorts them, leaves out what a person narrowed away, and adds up what is left. In steps, between which others
// may work. Pure; keeps what the next order of the same rows needs again.

import { outputKinds } from '../../response/samples/sampleColumns.ts';
import type { SampleTable } from '../../response/samples/sampleTable.ts';
import { nothingShared, type SharedPreviews, sharedPreviews } from '../previews.ts';
import { chartsOf } from './charts.ts';
import { comparison, ranksOf } from './compareRows.ts';
import { everyRowOf } from './everyRow.ts';
import { narrowed } from './narrowed.ts';
import type { EveryRow, OrderColumn, OrderRequest, SampleOrder, SampleTotals } from './orderRequest.ts';
import { type KnownBy, positionsBy } from './rowsBy.ts';
import { sortedInSteps } from './sortInSteps.ts';
import { byAll } from './sortKeys.ts';
import { placesByRank, type TextRanks } from './textRanks.ts';
import { totalsOf } from './totals.ts';

/** What was worked out of a table, for the next order of it. */
export interface KnownOrder {
  sorted?: { readonly key: string; readonly positions: Uint32Array | undefined };
  /** Where no column sorts them. */
  by?: KnownBy;
  /** Of columns of texts. */
  ranks?: { readonly count: number; readonly of: Map<OrderColumn, TextRanks> };
  every?: { readonly count: number; readonly of: EveryRow };
  /** Of all rows, not narrowed. */
  whole?: { readonly count: number; readonly totals: SampleTotals; readonly shared?: SharedPreviews };
}

/** The order of `rows`; `known` is the same object as long as they are the same, and is filled. */
export function* orderInSteps(
  rows: SampleTable,
  version: number,
  request: OrderRequest,
  known: KnownOrder = {},
): Generator<void, SampleOrder> {
  const { count } = request;
  const isLeft = yield* narrowed(rows, request);
  const sorted = yield* sortedRows(rows, request, known);
  const positions = yield* leftOf(sorted, isLeft);
  // However all of them are sorted, they add up to the same.
  const whole = isLeft === undefined && known.whole?.count === count ? known.whole : undefined;
  const totals = whole?.totals ?? (yield* totalsOf(rows, count, isLeft));
  const shared = request.isWhole ? (whole?.shared ?? (yield* sharedOf(rows, request, isLeft))) : undefined;
  if (isLeft === undefined) known.whole = { count, totals, ...(shared && { shared }) };
  const charts = request.charts && (yield* chartsOf(rows, count, isLeft, request.charts));
  if (known.every?.count !== count) known.every = { count, of: yield* everyRowOf(rows, count) };
  return {
    version,
    count: totals.count,
    ...(positions && { positions }),
    totals,
    every: known.every.of,
    ...(charts && { charts }),
    shared: shared ?? nothingShared,
  };
}

/** All positions as they are sorted; undefined where that is as in the document. */
function* sortedRows(
  rows: SampleTable,
  request: OrderRequest,
  known: KnownOrder,
): Generator<void, Uint32Array | undefined> {
  const { sort, by, count, annotations, patterns } = request;
  if (sort.length === 0) {
    if (by) known.by = yield* positionsBy(rows, by, count, known.by);
    return by && known.by?.positions;
  }
  const key = sortKeyOf(request);
  if (key !== undefined && known.sorted?.key === key) return known.sorted.positions;
  const compares = [];
  let ranks: TextRanks | undefined;
  for (const one of sort) {
    ranks = yield* knownRanks(rows, one.column, count, known);
    compares.push(yield* comparison(rows, one, { count, patterns, ...(annotations && { annotations }) }, ranks));
  }
  const [only] = sort;
  const isByRank = sort.length === 1 && ranks !== undefined && only !== undefined;
  const positions = isByRank
    ? placesByRank(ranks as TextRanks, only.isDescending)
    : yield* sortedInSteps(count, byAll(compares));
  if (key !== undefined) known.sorted = { key, positions };
  return positions;
}

/** Ranks the texts that people sort by most, before they do: that takes longer than all else of a first order by them. Goes into `known`. */
export function* rankedAhead(rows: SampleTable, count: number, known: KnownOrder): Generator<void, void> {
  yield* knownRanks(rows, 'output', count, known);
}

/** Equal for equal orders of the same rows; undefined where they do not follow from the rows: a person's own patterns and notes are no part of these. */
export function sortKeyOf({ count, sort }: Pick<OrderRequest, 'count' | 'sort'>): string | undefined {
  return sort.every(({ column }) => !/^(pattern|star|note)/.test(column)) ? JSON.stringify([count, sort]) : undefined;
}

function* knownRanks(
  rows: SampleTable,
  column: OrderColumn,
  count: number,
  known: KnownOrder,
): Generator<void, TextRanks | undefined> {
  if (known.ranks?.count !== count) known.ranks = { count, of: new Map() };
  const ranks = known.ranks.of.get(column) ?? (yield* ranksOf(rows, column, count));
  if (ranks !== undefined) known.ranks.of.set(column, ranks);
  return ranks;
}

/** A list of its own, which may be handed over. */
function* leftOf(
  sorted: Uint32Array | undefined,
  isLeft: Uint8Array | undefined,
): Generator<void, Uint32Array | undefined> {
  if (isLeft === undefined) return sorted?.slice();
  let left = 0;
  for (const one of isLeft) left += one;
  const positions = new Uint32Array(left);
  let at = 0;
  for (let place = 0; place < isLeft.length; place++) {
    const position = sorted === undefined ? place : (sorted[place] as number);
    if (isLeft[position] === 1) positions[at++] = position;
    if (place % 100_000 === 99_999) yield;
  }
  return positions;
}

const isText = outputKinds.indexOf('text');

/** Of the rows that show the beginning of their output: no match, no other part, no words in its stead. */
function* sharedOf(
  rows: SampleTable,
  { count, found }: OrderRequest,
  isLeft: Uint8Array | undefined,
): Generator<void, SharedPreviews> {
  const isMatched = new Uint8Array(count);
  found?.positions.forEach((position, at) => {
    if ((found.counts[at] ?? 0) > 0) isMatched[position] = 1;
  });
  const positions = new Uint32Array(count);
  let length = 0;
  for (let position = 0; position < Math.min(count, rows.length); position++) {
    if (position % 10_000 === 9_999) yield;
    if (isLeft?.[position] === 0 || isMatched[position] === 1) continue;
    if (rows.outputKind(position) !== isText || rows.isBroken(position) || rows.characters(position) === 0) continue;
    positions[length++] = position;
  }
  return yield* sharedPreviews({
    length,
    preview: (at) => rows.preview(positions[at] ?? 0),
    isPreviewWhole: (at) => rows.isPreviewWhole(positions[at] ?? 0),
  });
}
