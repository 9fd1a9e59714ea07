// Which answer is most typical of all samples, and which most unusual: near to the others, and said by many. Knows a matrix.

import { pairIndex, type SimilarityMatrix } from './matrix.ts';

export interface Typicality {
  /** For each sample its mean similarity to all others; 1 where there are no others. */
  readonly means: Float64Array;
  /** The first sample of the most typical text. Undefined without samples. */
  readonly mostTypical: number | undefined;
  /** The first sample of the most unusual text, never one of the largest group; undefined when no text is more typical than another. */
  readonly mostUnusual: number | undefined;
}

/**
 * How typical each text is: its mean similarity to all other samples plus the share of the samples that say it. Where more than half of the
 * samples say the same, that is the most typical; where all texts differ, the medoid is.
 */
export function typicality({ sampleCount, samples, textOf, values }: SimilarityMatrix): Typicality {
  const meanOf = samples.map((own, text) => {
    if (sampleCount < 2) return 1;
    let sum = own.length - 1;
    for (let other = 0; other < samples.length; other++) {
      if (other !== text) sum += (samples[other]?.length ?? 0) * (values[pairIndex(text, other)] as number);
    }
    return sum / (sampleCount - 1);
  });
  const means = Float64Array.from(textOf, (text) => meanOf[text] as number);
  const sizes = samples.map(({ length }) => length);
  const scores = sizes.map(
    (size, text) => (size * 2 > sampleCount ? 2 : 0) + (meanOf[text] as number) + size / sampleCount,
  );
  const largest = Math.max(...sizes);
  const areEqual = sizes.every((size) => size === largest);
  let typical: number | undefined;
  let unusual: number | undefined;
  scores.forEach((score, text) => {
    if (typical === undefined || score > (scores[typical] as number)) typical = text;
    if (!areEqual && sizes[text] === largest) return;
    if (unusual === undefined || score < (scores[unusual] as number)) unusual = text;
  });
  const isNoneTypical = areEqual && scores.every((score) => score === scores[0]);
  return {
    means,
    mostTypical: samples[typical ?? -1]?.[0],
    mostUnusual: isNoneTypical ? undefined : samples[unusual ?? -1]?.[0],
  };
}
