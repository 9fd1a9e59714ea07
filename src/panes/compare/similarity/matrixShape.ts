// What the matrix shows: which of the different texts, in which order, in which clusters. Pure; knows no screen.

import { clustersAt } from '../../../analysis/similarity/clusters.ts';
import type { Similarities } from '../../../analysis/similarity/compareSamples.ts';
import { pairIndex, type SimilarityMatrix } from '../../../analysis/similarity/matrix.ts';

/** More rows than a person can read; each is as many cells. */
const mostShown = 200;

export interface MatrixShape {
  /** Different texts, those of one cluster beside each other. */
  readonly order: readonly number[];
  /** For each place of the order the number of its cluster, from 1. */
  readonly clusterOf: readonly number[];
  readonly clusterCount: number;
  /** Different texts that are not shown. */
  readonly hidden: number;
}

/** The order of the rows at a threshold. Of too many texts those that most samples have are shown, then the earliest. */
export function matrixShape(similarities: Similarities, threshold: number, most = mostShown): MatrixShape {
  const { matrix, clustering, typicality } = similarities;
  // Either end can come first: the one that is nearer to the most typical text.
  const typical = clustering.order.indexOf(matrix.textOf[typicality.mostTypical ?? 0] ?? 0);
  const isTurned = typical > (clustering.order.length - 1) / 2;
  const found = clustersAt(clustering, threshold);
  const clusters = isTurned ? found.map((texts) => [...texts].reverse()).reverse() : found;
  const shown = new Set(
    matrix.samples
      .map((samples, text) => ({ text, count: samples.length }))
      .sort((one, other) => other.count - one.count || one.text - other.text)
      .slice(0, most)
      .map(({ text }) => text),
  );
  const order: number[] = [];
  const clusterOf: number[] = [];
  clusters.forEach((texts, cluster) => {
    for (const text of texts) {
      if (!shown.has(text)) continue;
      order.push(text);
      clusterOf.push(cluster + 1);
    }
  });
  return { order, clusterOf, clusterCount: clusters.length, hidden: matrix.samples.length - order.length };
}

/** The similarity of two different texts; 1 for a text with itself. */
export function textSimilarity({ values }: SimilarityMatrix, one: number, other: number): number {
  return one === other ? 1 : (values[pairIndex(one, other)] ?? 0);
}

/** Its step of colour: below .40, from .40, .50, .70, equal. A value that is shown as 1 but is less is not the last step. */
export function levelOf(value: number): 0 | 1 | 2 | 3 | 4 {
  if (value >= 1) return 4;
  if (value >= 0.7) return 3;
  if (value >= 0.5) return 2;
  return value >= 0.4 ? 1 : 0;
}

/** Two digits; `1` only for what is equal, and `>.99` for what would be rounded to it. */
export function similarityWords(value: number): string {
  if (value >= 1) return '1';
  return value >= 0.995 ? '>.99' : value.toFixed(2);
}
