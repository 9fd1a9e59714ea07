// Spreads work over frames by its weight: who waits is called in order, as many in a frame as are light enough. Knows nothing of the work.

interface Waiting {
  readonly weight: number;
  readonly run: () => void;
}

/** The weight of one frame, in code units of text; something heavier has a frame of its own. */
const perFrame = 14_000;

const waiting = new Set<Waiting>();
let isScheduled = false;

/** Calls `run` in one of the next frames; the function it returns takes that back. */
export function inTurn(weight: number, run: () => void): () => void {
  const own = { weight, run };
  waiting.add(own);
  schedule();
  return () => waiting.delete(own);
}

function schedule(): void {
  if (isScheduled || waiting.size === 0) return;
  isScheduled = true;
  requestAnimationFrame(runSome);
}

function runSome(): void {
  isScheduled = false;
  let sum = 0;
  for (const one of [...waiting]) {
    sum += one.weight;
    if (sum > perFrame && sum > one.weight) break;
    waiting.delete(one);
    one.run();
  }
  schedule();
}
