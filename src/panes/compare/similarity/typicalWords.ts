// Who is most typical and who most unusual, with the figure that says so. Pure.

import { generationName } from '../../../analysis/equalAnswers.ts';
import type { Similarities } from '../../../analysis/similarity/compareSamples.ts';
import type { GenerationRow } from '../../../response/rows.ts';
import { similarityWords } from './matrixShape.ts';

/** `Most typical: #0, mean similarity 0.68 to the others. Most unusual: #1, 0.39.` */
export function typicalWords({ typicality, matrix }: Similarities, rows: readonly GenerationRow[]): string {
  const { means, mostTypical, mostUnusual } = typicality;
  const typical = rows[mostTypical ?? -1];
  const unusual = rows[mostUnusual ?? -1];
  if (typical === undefined || mostTypical === undefined) return '';
  const about = matrix.isApproximate ? 'about ' : '';
  const mean = (sample: number): string => about + similarityWords(means[sample] ?? 0);
  if (unusual === undefined || mostUnusual === undefined) {
    return `No sample is more typical than another: mean similarity ${mean(mostTypical)} each.`;
  }
  return (
    `Most typical: ${generationName(typical.label)}, mean similarity ${mean(mostTypical)} to the others. ` +
    `Most unusual: ${generationName(unusual.label)}, ${mean(mostUnusual)}.`
  );
}
