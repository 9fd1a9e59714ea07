// What the samples say at one place of an alignment, and who says it. Knows an alignment and the texts.

import { type Alignment, type ColumnRange, columnKind, tokensIn } from './alignment.ts';

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

/** The variants in a range of columns; `textOf` gives the text of a sample. */
export function variantsIn(alignment: Alignment, range: ColumnRange, textOf: (sample: number) => string): Variants {
  const byKey = new Map<string, { text: string; samples: number[]; from: number; to: number }>();
  const absent: number[] = [];
  for (const text of alignment.texts) {
    const sample = text.samples[0];
    if (sample === undefined) continue;
    const [first, end] = tokensIn(text, range);
    const contents: number[] = [];
    for (let at = first; at < end; at++) {
      const column = text.columnOf[at] as number;
      if (alignment.kinds[column] === columnKind.content) contents.push(column);
    }
    const from = text.starts[first] as number;
    const whole = textOf(sample).slice(from, text.starts[end]);
    if (whole === '' || (contents.length === 0 && isIgnored(alignment, text.columnOf, first, end))) {
      absent.push(...text.samples);
      continue;
    }
    const trimmed = whole.trim();
    const start = trimmed === '' ? 0 : whole.indexOf(trimmed);
    const said = trimmed === '' ? whole : trimmed;
    // Words that differ only in what is ignored stand in the same columns.
    const key = contents.length > 0 ? contents.join(' ') : `"${said}`;
    const same = byKey.get(key);
    if (same) same.samples.push(...text.samples);
    else byKey.set(key, { text: said, samples: [...text.samples], from: from + start, to: from + start + said.length });
  }
  const variants = [...byKey.values()].map((variant) => ({ ...variant, samples: variant.samples.sort(byNumber) }));
  variants.sort(
    (one, other) => other.samples.length - one.samples.length || (one.samples[0] ?? 0) - (other.samples[0] ?? 0),
  );
  return { variants, absent: absent.sort(byNumber) };
}

function isIgnored({ kinds }: Alignment, columnOf: Int32Array, first: number, end: number): boolean {
  for (let at = first; at < end; at++) if (kinds[columnOf[at] as number] !== columnKind.ignored) return false;
  return true;
}

function byNumber(one: number, other: number): number {
  return one - other;
}
