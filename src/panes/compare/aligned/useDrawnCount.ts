// Draws the texts of long columns one after the other, so that no frame waits for all of them. Knows lengths only.

import { useEffect, useMemo, useState } from 'react';

/** Code units that are drawn at first, and in every frame after that: without marks, a text costs its layout only. */
const atFirst = 28_000;
const perFrame = 60_000;

/** How many of the columns are drawn by now; begins anew when `of` is another one. */
export function useDrawnCount(of: unknown, lengths: readonly number[]): number {
  const steps = useMemo(() => stepsOf(lengths), [lengths]);
  const [drawn, setDrawn] = useState({ of, step: 0 });
  const step = drawn.of === of ? drawn.step : 0;
  useEffect(() => {
    if (step >= steps.length - 1) return;
    const frame = requestAnimationFrame(() => setDrawn({ of, step: step + 1 }));
    return () => cancelAnimationFrame(frame);
  }, [of, step, steps]);
  return steps[Math.min(step, steps.length - 1)] ?? lengths.length;
}

/** How many columns there are after each frame. */
export function stepsOf(lengths: readonly number[]): readonly number[] {
  const steps: number[] = [];
  let sum = 0;
  lengths.forEach((length, at) => {
    if (at > 0 && sum + length > (steps.length === 0 ? atFirst : perFrame)) {
      steps.push(at);
      sum = 0;
    }
    sum += length;
  });
  return [...steps, lengths.length];
}
