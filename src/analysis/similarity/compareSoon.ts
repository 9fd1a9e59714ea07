// The similarity of the samples that are on screen, soon: exact where that takes a moment, else estimated. Knows texts.

import type { StepHooks } from '../steps.ts';
import { compareTexts, type SimilarityMatrix } from './matrix.ts';

/** Code units of all pairs together that are compared exactly: some tenths of a second. */
const mostExactWork = 6_000_000;

/** As `compareTexts`; long or many texts are estimated, and the matrix says so. */
export function compareSoon(texts: readonly string[], hooks: StepHooks = {}): SimilarityMatrix {
  const length = texts.reduce((sum, text) => sum + text.length, 0);
  const isExact = length * (texts.length - 1) <= mostExactWork;
  return compareTexts(texts, hooks, isExact ? texts.length : 0);
}
