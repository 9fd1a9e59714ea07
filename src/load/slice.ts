// Slices of time for a long load: tells how far it is, and lets the thread answer questions in between.

import type { LoadEvent, LoadStage } from '../response/loadEvents.ts';

/** The thread answers questions at least this often. */
const sliceMs = 12;
const progressMs = 60;
const quickMs = 0.5;
const mostApart = 16;

/** Lets the thread answer what was asked meanwhile. */
export type Pause = () => Promise<void>;

/** Hears that so many milliseconds went into a stage, pauses not counted. */
export type OnTime = (stage: LoadStage, milliseconds: number) => void;

export interface Slice {
  /** What was done since the last time was for this stage. */
  spent(stage: LoadStage): void;
  /** Tells progress now and then, and pauses when the slice of time is used up. */
  progress(stage: LoadStage, done: number, total: number): Promise<void>;
}

export function createSlice(tell: (event: LoadEvent) => void, pause: Pause, onTime?: OnTime): Slice {
  let since = performance.now();
  let toldAt = since;
  let workedFrom = since;
  // A clock costs as much as a small part of the work: of parts that take no time it is asked now and then.
  let apart = 1;
  let unasked = 0;
  let stageBefore: LoadStage | undefined;
  return {
    spent(stage) {
      const now = performance.now();
      onTime?.(stage, now - workedFrom);
      workedFrom = now;
    },
    async progress(stage, done, total) {
      if (++unasked < apart && stage === stageBefore) return;
      const now = performance.now();
      apart = now - workedFrom < quickMs ? Math.min(2 * apart, mostApart) : 1;
      unasked = 0;
      stageBefore = stage;
      onTime?.(stage, now - workedFrom);
      if (now - toldAt > progressMs) {
        toldAt = now;
        tell({ type: 'progress', stage, done, total });
      }
      if (now - since > sliceMs) {
        await pause();
        since = performance.now();
      }
      workedFrom = Math.max(now, since);
    },
  };
}

/** Runs work to its end, with rests where it yields. */
export async function inSteps<Result>(steps: Generator<void, Result>, slice: Slice): Promise<Result> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await slice.progress('linking', 0, 1);
  }
}
