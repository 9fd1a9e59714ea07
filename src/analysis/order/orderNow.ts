// The order of few rows at once, where to ask for it would take longer. Pure.

import type { SampleTable } from '../../response/samples/sampleTable.ts';
import type { OrderRequest, SampleOrder } from './orderRequest.ts';
import { type KnownOrder, orderInSteps } from './orderRows.ts';

const known = new WeakMap<SampleTable, KnownOrder>();

export function orderNow(rows: SampleTable, request: OrderRequest): SampleOrder {
  const before = known.get(rows) ?? {};
  known.set(rows, before);
  const steps = orderInSteps(rows, 0, request, before);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
