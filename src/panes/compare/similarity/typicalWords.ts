// Who is most typical and who most unusual, with the figure that says so. Pure.

import { generationName } from '../../../analysis/equalAnswers.ts';
import type { Similarities } from '../../../analysis/similarity/compareSamples.ts';
import type { SampleList } from '../../../response/samples/sampleList.ts';
import { formatCount } from '../../../words/numbers.ts';
import { similarityWords } from './matrixShape.ts';

/** `Most typical: #0, said by 5 of 8, similarity 0.68 on average. Most unusual: #1, similarity 0.39 on average.` */
export function typicalWords({ typicality, matrix }: Similarities, rows: SampleList): string {
  const { means, mostTypical, mostUnusual } = typicality;
  const typical = rows.at(mostTypical ?? -1);
  const unusual = rows.at(mostUnusual ?? -1);
  if (typical === undefined || mostTypical === undefined) return '';
  const about = matrix.isApproximate ? 'about ' : '';
  const why = (sample: number): string => {
    const count = matrix.samples[matrix.textOf[sample] ?? -1]?.length ?? 0;
    const said = count > 1 ? `said by ${formatCount(count)} of ${formatCount(matrix.sampleCount)}, ` : '';
    return `${said}similarity ${about}${similarityWords(means[sample] ?? 0)} on average`;
  };
  if (unusual === undefined || mostUnusual === undefined) {
    return `No sample is more typical than another: ${why(mostTypical)}.`;
  }
  return (
    `Most typical: ${generationName(typical.label)}, ${why(mostTypical)}. ` +
    `Most unusual: ${generationName(unusual.label)}, ${why(mostUnusual)}.`
  );
}
