// Draws the texts of many or long columns one after the other, so that no frame waits for all of them. Knows lengths only.

import { useEffect, useState } from 'react';
import type { FirstView } from './firstView.ts';

/** Code units that are drawn in every frame after the first one. */
const perFrame = 20_000;

/** How many of the columns are drawn by now, one of `steps` in every frame; begins anew when `of` is another one. */
export function useDrawnCount(of: unknown, steps: readonly number[]): number {
  const [drawn, setDrawn] = useState({ of, step: 0 });
  const step = drawn.of === of ? drawn.step : 0;
  useEffect(() => {
    if (step >= steps.length - 1) return;
    const frame = requestAnimationFrame(() => setDrawn({ of, step: step + 1 }));
    return () => cancelAnimationFrame(frame);
  }, [of, step, steps]);
  return steps[Math.min(step, steps.length - 1)] ?? 0;
}

/** How many columns there are after each frame: at first those in view, of which only the starts count. */
export function stepsOf(lengths: readonly number[], first: FirstView): readonly number[] {
  const steps: number[] = [];
  let sum = 0;
  lengths.forEach((length, at) => {
    const start = Math.min(length, first.unitsEach);
    const isFull = steps.length === 0 ? sum + start > first.units : sum + length > perFrame;
    if (at > 0 && isFull) {
      steps.push(at);
      sum = 0;
    }
    sum += steps.length === 0 ? start : length;
  });
  return [...steps, lengths.length];
}
