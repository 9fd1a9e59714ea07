// The order of few rows at once, also of few that a filter leaves of many, where to ask for it would take longer. Pure.

import type { SampleTable } from '../../response/samples/sampleTable.ts';
import { hasBrushes } from '../brushes.ts';
import type { EveryRow, OrderRequest, SampleOrder } from './orderRequest.ts';
import { type KnownOrder, orderInSteps, sortKeyOf } from './orderRows.ts';

const known = new WeakMap<SampleTable, KnownOrder>();

/** So many rows are put in order within some milliseconds. */
const mostRows = 2000;
/** Of so many rows those that are left are gathered in as little. */
const mostNarrowed = 200_000;

/** What an order told of all rows, for the next order of the same ones. */
export interface KnownBefore {
  readonly every?: EveryRow;
  readonly sorted?: NonNullable<KnownOrder['sorted']>;
}

/** `before`, what was known until this order was told, or more. */
export function knownAfter(
  before: KnownBefore | undefined,
  request: OrderRequest,
  { every, positions }: SampleOrder,
): KnownBefore {
  const key = request.found === undefined && isUnbrushed(request) ? sortKeyOf(request) : undefined;
  if (before !== undefined && (key === undefined || key === before.sorted?.key)) return before;
  return { every, ...(key !== undefined && { sorted: { key, positions } }) };
}

/** Whether it takes no longer than a frame. */
export function isQuick(request: OrderRequest, { every, sorted }: KnownBefore = {}): boolean {
  const { count, sort, by, found, charts } = request;
  if (count <= mostRows) return true;
  if (every === undefined || found === undefined || found.positions.length > mostRows || count > mostNarrowed)
    return false;
  const isSorted = sort.length === 0 || (sorted !== undefined && sorted.key === sortKeyOf(request));
  return isSorted && by === undefined && charts === undefined && isUnbrushed(request);
}

function isUnbrushed({ brushes, patterns }: OrderRequest): boolean {
  return !hasBrushes(brushes) && patterns.every(({ shows }) => shows === 'all');
}

export function orderNow(rows: SampleTable, request: OrderRequest, { every, sorted }: KnownBefore = {}): SampleOrder {
  const own = known.get(rows) ?? {};
  if (every) own.every ??= { count: request.count, of: every };
  if (sorted) own.sorted = sorted;
  known.set(rows, own);
  const steps = orderInSteps(rows, 0, request, own);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
