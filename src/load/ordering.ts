// Puts the samples of the document in order for the page, in slices of time, so that the load goes on and other questions are answered meanwhile. Runs in
// the worker; knows no messages.

import type { OrderRequest, SampleOrder } from '../analysis/order/orderRequest.ts';
import { type KnownOrder, orderInSteps } from '../analysis/order/orderRows.ts';
import { noSamples } from '../response/samples/sampleChanges.ts';
import { type SampleOverlay, SampleTable } from '../response/samples/sampleTable.ts';
import type { Pause } from './slice.ts';

const sliceMs = 12;
const overtaken = 'A newer order was asked for';

export class Ordering {
  readonly #pause: Pause;
  #rows = noSamples;
  /** Done when all rows are there. */
  readonly #whole: Promise<void>;
  #onWhole: () => void = () => undefined;
  #version = 0;
  /** Of the rows as they were read, without what a person put over them. */
  #known: KnownOrder = {};
  #turn = 0;

  constructor(pause: Pause) {
    this.#pause = pause;
    this.#whole = new Promise((resolve) => {
      this.#onWhole = resolve;
    });
  }

  /** From here on the rows are these. */
  setRows(rows: SampleTable): void {
    this.#rows = rows;
    this.#version++;
    this.#known = {};
  }

  /** The rows are all there are. */
  finish(): void {
    this.#onWhole();
  }

  /** Rejects when a newer order is asked for meanwhile. */
  async order(request: OrderRequest, overlay: SampleOverlay): Promise<SampleOrder> {
    const turn = ++this.#turn;
    // A worker that took the place of another one reads them once more.
    if (request.isWhole) await this.#whole;
    if (turn !== this.#turn) throw new Error(overtaken);
    const read = this.#rows;
    const isAsRead = overlay.estimates === undefined && overlay.taken === undefined;
    const rows = isAsRead ? read : new SampleTable({ ...read.parts, overlay });
    const steps = orderInSteps(rows, this.#version, request, isAsRead ? this.#known : {});
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
