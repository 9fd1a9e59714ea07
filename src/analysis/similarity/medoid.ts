// Which sample is nearest to all others, and which is farthest. Knows a matrix.

import { pairIndex, type SimilarityMatrix } from './matrix.ts';

export interface Typicality {
  /** For each sample its mean similarity to all others; 1 where there are no others. */
  readonly means: Float64Array;
  /** The medoid: the sample of the greatest mean, the first of equal ones. Undefined without samples. */
  readonly mostTypical: number | undefined;
  /** The sample of the smallest mean; undefined when all means are equal. */
  readonly mostUnusual: number | undefined;
}

/** How near each sample is to all others. */
export function typicality({ sampleCount, samples, textOf, values }: SimilarityMatrix): Typicality {
  const ofText = samples.map((own, text) => {
    if (sampleCount < 2) return 1;
    let sum = own.length - 1;
    for (let other = 0; other < samples.length; other++) {
      if (other !== text) sum += (samples[other]?.length ?? 0) * (values[pairIndex(text, other)] as number);
    }
    return sum / (sampleCount - 1);
  });
  const means = Float64Array.from(textOf, (text) => ofText[text] as number);
  let mostTypical = 0;
  let mostUnusual = 0;
  means.forEach((mean, sample) => {
    if (mean > (means[mostTypical] as number)) mostTypical = sample;
    if (mean < (means[mostUnusual] as number)) mostUnusual = sample;
  });
  if (sampleCount === 0) return { means, mostTypical: undefined, mostUnusual: undefined };
  return { means, mostTypical, mostUnusual: means[mostUnusual] === means[mostTypical] ? undefined : mostUnusual };
}

/** The medoid of a few of the samples: the one nearest to all others of them. Undefined without samples. */
export function medoidOf({ textOf, values }: SimilarityMatrix, chosen: readonly number[]): number | undefined {
  let best: number | undefined;
  let bestSum = -1;
  for (const sample of chosen) {
    const text = textOf[sample] as number;
    let sum = 0;
    for (const other of chosen) {
      const otherText = textOf[other] as number;
      sum += otherText === text ? 1 : (values[pairIndex(text, otherText)] as number);
    }
    if (sum <= bestSum) continue;
    best = sample;
    bestSum = sum;
  }
  return best;
}
