// Puts the samples of the document in order for the page, in slices of time, so that the load goes on and other questions are answered meanwhile. Runs in
// the worker, where it comes when it is first asked for; knows no messages.

import type { OrderRequest, SampleOrder } from '../analysis/order/orderRequest.ts';
import { type KnownOrder, orderInSteps } from '../analysis/order/orderRows.ts';
import { type SampleOverlay, SampleTable } from '../response/samples/sampleTable.ts';
import type { SamplesSoFar } from './samplesSoFar.ts';
import type { Pause } from './slice.ts';

const sliceMs = 12;
const overtaken = 'A newer order was asked for';

export class Ordering {
  readonly #samples: SamplesSoFar;
  readonly #pause: Pause;
  /** Of the rows as they were read, without what a person put over them. */
  #known: KnownOrder = {};
  #knownVersion = 0;
  #turn = 0;

  constructor(samples: SamplesSoFar, pause: Pause) {
    this.#samples = samples;
    this.#pause = pause;
  }

  /** Rejects when a newer order is asked for meanwhile. */
  async order(request: OrderRequest, overlay: SampleOverlay): Promise<SampleOrder> {
    const turn = ++this.#turn;
    // A worker that took the place of another one reads them once more.
    if (request.isWhole) await this.#samples.whole;
    if (turn !== this.#turn) throw new Error(overtaken);
    const { rows: read, version } = this.#samples;
    if (version !== this.#knownVersion) this.#known = {};
    this.#knownVersion = version;
    const isAsRead = overlay.estimates === undefined && overlay.taken === undefined;
    const rows = isAsRead ? read : new SampleTable({ ...read.parts, overlay });
    const steps = orderInSteps(rows, version, request, isAsRead ? this.#known : {});
    for (let since = performance.now(); ; ) {
      const step = steps.next();
      if (step.done) return step.value;
      if (performance.now() - since < sliceMs) continue;
      await this.#pause();
      if (turn !== this.#turn) throw new Error(overtaken);
      since = performance.now();
    }
  }
}
