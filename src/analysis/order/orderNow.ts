// The order of few rows at once, where to ask for it would take longer. Pure.

import type { SampleTable } from '../../response/samples/sampleTable.ts';
import type { OrderRequest, SampleOrder } from './orderRequest.ts';
import { orderInSteps } from './orderRows.ts';

/** So many rows are put in order within some milliseconds. */
export const mostAtOnce = 5000;

export function orderNow(rows: SampleTable, request: OrderRequest): SampleOrder {
  const steps = orderInSteps(rows, 0, request);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
