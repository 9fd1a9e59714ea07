// Puts the samples of the document in order for the page, in slices of time, so that the load goes on and other questions are answered meanwhile. Runs in
// the worker, where it comes when it is first asked for; knows no messages.

import type { OrderRequest, SampleOrder } from '../analysis/order/orderRequest.ts';
import { type KnownOrder, orderInSteps, rankedAhead } from '../analysis/order/orderRows.ts';
import type { SampleOverlay } from '../response/samples/sampleParts.ts';
import { SampleTable } from '../response/samples/sampleTable.ts';
import type { SamplesSoFar } from './samplesSoFar.ts';
import type { Pause } from './slice.ts';

const sliceMs = 12;
/** While rows arrive, an order may take so many times less than the load. */
const restsFor = 6;
const overtaken = 'A newer order was asked for';

export class Ordering {
  readonly #samples: SamplesSoFar;
  readonly #pause: Pause;
  /** Of the rows as they were read, without what a person put over them. */
  #known: KnownOrder = {};
  #knownVersion = 0;
  #turn = 0;
  /** Of the last order: whether it was of all rows as they stand, and when the next such one may begin while rows arrive. */
  #wasPlain = false;
  #restUntil = 0;

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
    const isPlain = isOfAllAsTheyStand(request);
    if (isPlain && this.#wasPlain && !request.isWhole) await this.#rest();
    if (turn !== this.#turn) throw new Error(overtaken);
    this.#wasPlain = isPlain;
    const started = performance.now();
    const { rows: read, version } = this.#samples;
    if (version !== this.#knownVersion) this.#known = {};
    this.#knownVersion = version;
    const isAsRead = overlay.estimates === undefined && overlay.taken === undefined;
    const rows = isAsRead ? read : new SampleTable({ ...read.parts, overlay });
    const order = await this.#inSlices(orderInSteps(rows, version, request, isAsRead ? this.#known : {}), turn);
    const now = performance.now();
    this.#restUntil = now + restsFor * (now - started);
    if (isPlain && isAsRead && request.isWhole) this.#ahead(rows, request.count, turn).catch(() => undefined);
    return order;
  }

  /** While nobody asks for another order. */
  async #ahead(rows: SampleTable, count: number, turn: number): Promise<void> {
    await this.#pause();
    await this.#inSlices(rankedAhead(rows, count, this.#known), turn);
  }

  /** Rejects when a newer order is asked for meanwhile. */
  async #inSlices<Result>(steps: Generator<void, Result>, turn: number): Promise<Result> {
    for (let since = performance.now(); ; ) {
      const step = steps.next();
      if (step.done) return step.value;
      if (performance.now() - since < sliceMs) continue;
      await this.#pause();
      if (turn !== this.#turn) throw new Error(overtaken);
      since = performance.now();
    }
  }

  /** Rows arrive more often than it pays to go through all of them again; what they are in the end is told at once. */
  async #rest(): Promise<void> {
    const left = this.#restUntil - performance.now();
    if (left > 0) await Promise.race([this.#samples.whole, new Promise((resolve) => setTimeout(resolve, left))]);
  }
}

/** What is told of it then is what the rows add up to. */
function isOfAllAsTheyStand({ sort, found, brushes, patterns }: OrderRequest): boolean {
  return sort.length === 0 && found === undefined && Object.keys(brushes).length === 0 && patterns.length === 0;
}
