// Runs work that is done in steps, reports how far it is and stops when asked. Knows nothing of the work.

export interface StepHooks {
  /** Gets the part of the work that is done, 0 to 1. */
  readonly onProgress?: (done: number) => void;
  /** Asked between steps of a few milliseconds; true ends the work. */
  readonly shouldStop?: () => boolean;
}

/** The result of the work; undefined when it was stopped. */
export function runSteps<Result>(steps: Generator<number, Result>, hooks: StepHooks): Result | undefined {
  for (;;) {
    if (hooks.shouldStop?.()) return undefined;
    const step = steps.next();
    if (step.done) return step.value;
    hooks.onProgress?.(step.value);
  }
}
