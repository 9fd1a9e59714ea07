// How far two samples of one alignment differ, counted. Pure; knows an alignment and texts.

import { type Alignment, columnKind } from '../../../analysis/align/alignment.ts';

/** What a sample has that the baseline lacks, and the other way round, in units of the granularity. */
export interface Difference {
  readonly own: number;
  readonly lacking: number;
  /** Punctuation that only one of both has; it is not among the words. */
  readonly punctuation: number;
  /** White space that counts and that only one of both has. */
  readonly blanks: number;
}

/** Counts what only one of two samples has; `textOf` gives the text of a sample. */
export function differenceOf(
  alignment: Alignment,
  sample: number,
  baseline: number,
  textOf: (sample: number) => string,
): Difference {
  const count = { own: 0, lacking: 0, punctuation: 0, blanks: 0 };
  const one = alignment.texts[alignment.textOf[sample] ?? -1];
  const other = alignment.texts[alignment.textOf[baseline] ?? -1];
  if (one === undefined || other === undefined || one === other) return count;
  const note = (side: 'own' | 'lacking', text: typeof one, at: number): void => {
    const kind = alignment.kinds[text.columnOf[at] ?? -1];
    if (kind === columnKind.space) count.blanks++;
    if (kind !== columnKind.content) return;
    const token = textOf(side === 'own' ? sample : baseline).slice(text.starts[at], text.starts[at + 1]);
    if (alignment.granularityUsed === 'word' && /^[\p{P}`]/u.test(token)) count.punctuation++;
    else count[side]++;
  };
  let at = 0;
  let otherAt = 0;
  while (at < one.columnOf.length || otherAt < other.columnOf.length) {
    const column = one.columnOf[at] ?? Number.POSITIVE_INFINITY;
    const otherColumn = other.columnOf[otherAt] ?? Number.POSITIVE_INFINITY;
    if (column < otherColumn) note('own', one, at++);
    else if (otherColumn < column) note('lacking', other, otherAt++);
    else {
      at++;
      otherAt++;
    }
  }
  return count;
}
