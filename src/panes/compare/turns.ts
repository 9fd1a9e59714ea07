// The one scheduler of what long texts of Compare draw: whatever is not drawn at once waits here and is drawn in one of the next frames, as much in each
// as there is time for. Knows nothing of what is drawn.

import { useEffect, useState } from 'react';

/** What comes first: text near the view where there is none, marks near it, all other text, and last what has left the view. */
export const ranks = { text: 0, marks: 1, rest: 2, gone: 3 } as const;
type Rank = (typeof ranks)[keyof typeof ranks];

interface Waiting {
  readonly rank: Rank;
  readonly weight: number;
  readonly run: () => void;
}

/** The weight of one frame, in UTF-16 code units with marks; something heavier has a frame of its own. */
const perFrame = 16_000;

const waiting = new Set<Waiting>();
let isScheduled = false;

/** Calls `run` in one of the next frames; the function it returns takes that back. */
export function inTurn(rank: Rank, weight: number, run: () => void): () => void {
  const own = { rank, weight, run };
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
  for (const one of [...waiting].sort((a, b) => a.rank - b.rank)) {
    sum += one.weight;
    if (sum > perFrame && sum > one.weight) break;
    waiting.delete(one);
    one.run();
  }
  schedule();
}

export interface Turn<T> {
  /** Drawn with the component itself. */
  readonly isAtOnce: boolean;
  /** What is drawn while its first turn has not come. */
  readonly start: T;
  /** False keeps it from waiting at all for now. */
  readonly isDue?: boolean;
  readonly rank: Rank;
  readonly weight: number;
}

/** `wanted` once its turn has come; until then what was drawn before. */
export function useInTurn<T>(wanted: T, { isAtOnce, start, isDue = true, rank, weight }: Turn<T>): T {
  const [drawn, setDrawn] = useState(isAtOnce ? wanted : start);
  if (isAtOnce && drawn !== wanted) setDrawn(() => wanted);
  const isWaiting = !isAtOnce && isDue && drawn !== wanted;
  // In step with the frames of the browser. No transition: those of several turns would come together.
  useEffect(
    () => (isWaiting ? inTurn(rank, weight, () => setDrawn(() => wanted)) : undefined),
    [wanted, isWaiting, rank, weight],
  );
  return isAtOnce ? wanted : drawn;
}
