// What the samples say at one place of an alignment, and who says it. Knows an alignment and the texts.

import { type Alignment, tokensIn } from './alignment.ts';

export interface Variant {
  /** As the first of its samples writes it, without the white space around it unless that is all. */
  readonly text: string;
  /** Places of the samples in the texts that were given, rising. */
  readonly samples: readonly number[];
  /** Where the text stands in its first sample, in code units. */
  readonly from: number;
  readonly to: number;
}

export interface Variants {
  /** Those of most samples first. */
  readonly variants: readonly Variant[];
  /** Samples that have nothing here. */
  readonly absent: readonly number[];
}

/** The variants at a divergence, by the number of their way; `textOf` gives the text of a sample. */
export function variantsIn(alignment: Alignment, divergence: number, textOf: (sample: number) => string): Variants {
  const place = alignment.divergences[divergence];
  const found: { text: string; samples: number[]; from: number; to: number }[] = [];
  const absent: number[] = [];
  if (place === undefined) return { variants: found, absent };
  for (const text of alignment.texts) {
    const way = text.wayOf[divergence] ?? -1;
    const same = found[way];
    if (way < 0) absent.push(...text.samples);
    else if (same !== undefined) same.samples.push(...text.samples);
    else {
      const [first, end] = tokensIn(text, place);
      const start = text.starts[first] ?? 0;
      const whole = textOf(text.samples[0] ?? -1).slice(start, text.starts[end]);
      const trimmed = whole.trim();
      const said = trimmed === '' ? whole : trimmed;
      const from = start + (trimmed === '' ? 0 : whole.indexOf(trimmed));
      found[way] = { text: said, samples: [...text.samples], from, to: from + said.length };
    }
  }
  for (const { samples } of found) samples.sort(byNumber);
  return { variants: found, absent: absent.sort(byNumber) };
}

function byNumber(one: number, other: number): number {
  return one - other;
}
