// What is known of the calls that several responses came from, by number of the response. Types only; can be sent between threads.

import type { CallMatrix } from './callMatrix.ts';
import type { CallShapes } from './callShapes.ts';

export interface CallReport {
  readonly matrix: CallMatrix;
  /** Milliseconds; NaN where none is written. */
  readonly latencies: Float64Array<ArrayBuffer>;
  /** Tokens as the responses themselves state them; NaN where they do not. */
  readonly usages: Readonly<Record<'prompt' | 'generation' | 'cached', Float64Array<ArrayBuffer>>>;
  /** As the requests name them. */
  readonly models: readonly (string | undefined)[];
  /** The first provider response of each, and where those of the last end. */
  readonly providerStarts: Uint32Array<ArrayBuffer>;
  readonly shapes: CallShapes;
}

/** What of a call has a place: `field PATH`, or one of these. */
export type CallPart = `field ${string}` | 'latency' | 'usage';
