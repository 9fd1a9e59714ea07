// The order of few rows at once, also of few that a filter leaves of many, where to ask for it would take longer. Pure.

import type { SampleTable } from '../../response/samples/sampleTable.ts';
import { hasBrushes } from '../brushes.ts';
import type { EveryRow, OrderRequest, SampleOrder } from './orderRequest.ts';
import { type KnownOrder, orderInSteps } from './orderRows.ts';

const known = new WeakMap<SampleTable, KnownOrder>();

/** So many rows are put in order within some milliseconds. */
const mostRows = 2000;
/** Of so many rows those that are left are gathered in as little. */
const mostNarrowed = 200_000;

/** Whether it takes no longer than a frame; `every` is what holds of all rows, where that is known. */
export function isQuick(
  { count, sort, by, found, brushes, patterns, charts }: OrderRequest,
  every?: EveryRow,
): boolean {
  if (count <= mostRows) return true;
  if (every === undefined || found === undefined || found.positions.length > mostRows || count > mostNarrowed)
    return false;
  return (
    sort.length === 0 &&
    by === undefined &&
    charts === undefined &&
    !hasBrushes(brushes) &&
    patterns.every(({ shows }) => shows === 'all')
  );
}

/** `every`: as it is known of these rows. */
export function orderNow(rows: SampleTable, request: OrderRequest, every?: EveryRow): SampleOrder {
  const before = known.get(rows) ?? {};
  if (every) before.every ??= { count: request.count, of: every };
  known.set(rows, before);
  const steps = orderInSteps(rows, 0, request, before);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
