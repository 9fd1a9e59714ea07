// Runs work that is done in steps and reports how far it is. To stop it is to end its worker. Knows nothing of the work.

export interface StepHooks {
  /** Gets the part of the work that is done, 0 to 1. */
  readonly onProgress?: (done: number) => void;
}

export function runSteps<Result>(steps: Generator<number, Result>, hooks: StepHooks): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    hooks.onProgress?.(step.value);
  }
}
