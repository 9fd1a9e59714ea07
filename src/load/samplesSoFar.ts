// The samples of the document as far as they have been read, and when they are all there. Runs in the worker; knows no messages.

import { noSamples } from '../response/samples/sampleChanges.ts';
import type { SampleTable } from '../response/samples/sampleTable.ts';

export class SamplesSoFar {
  rows: SampleTable = noSamples;
  /** Rises with every change of the rows. */
  version = 0;
  /** Done when all rows are there. */
  readonly whole: Promise<void>;
  #onWhole: () => void = () => undefined;

  constructor() {
    this.whole = new Promise((resolve) => {
      this.#onWhole = resolve;
    });
  }

  /** From here on the rows are these. */
  set(rows: SampleTable): void {
    this.rows = rows;
    this.version++;
  }

  /** The rows are all there are. */
  finish(): void {
    this.#onWhole();
  }
}
