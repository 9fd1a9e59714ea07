// Everything that is said of the similarity of samples, worked out at once: the matrix, its clusters, who is typical. For a worker.
// Knows texts; not who wrote them.

import type { StepHooks } from '../steps.ts';
import { type Clustering, cluster } from './clusters.ts';
import { WordComparison } from './keptWords.ts';
import { compareTexts, type SimilarityMatrix } from './matrix.ts';
import { type Typicality, typicality } from './medoid.ts';

export interface Similarities {
  readonly matrix: SimilarityMatrix;
  readonly clustering: Clustering;
  readonly typicality: Typicality;
}

/** Compares all texts with each other. */
export function compareSamples(texts: readonly string[], hooks: StepHooks = {}): Similarities {
  const matrix = compareTexts(texts, hooks);
  return { matrix, clustering: cluster(matrix), typicality: typicality(matrix) };
}

/** For each text what it has that the base does not keep: code units `[from, to)`, pair after pair. */
export type DifferingWords = ReadonlyMap<string, Uint32Array>;

export function differingWords(base: string, texts: readonly string[]): DifferingWords {
  const comparison = new WordComparison([base, ...texts]);
  return new Map(texts.map((text, at) => [text, comparison.unkept(0, at + 1)]));
}
