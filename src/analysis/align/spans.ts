// One sample's text in spans, as few as say everything: what all share is one span however long it is. Knows an alignment
// and one text's tokens; not the text.

import { type Alignment, columnKind } from './alignment.ts';

/** Code units `[from, to)` of a sample's text. */
export interface AlignedSpan {
  readonly from: number;
  readonly to: number;
  readonly fromColumn: number;
  /** The column after the last one. */
  readonly toColumn: number;
  /** The number of the divergence; -1 for what all samples share or what is ignored. */
  readonly divergence: number;
  /** How many samples have these words here. */
  readonly support: number;
  /** The number of the moved passage, -1 for others. */
  readonly moved: number;
  /** White space beside other spans of a divergence: rather not marked, unless it is all that differs. */
  readonly isBlank: boolean;
}

/** The spans of a sample, which together are its text. */
export function spansOf(alignment: Alignment, sample: number): readonly AlignedSpan[] {
  const text = alignment.texts[alignment.textOf[sample] ?? -1];
  const spans: AlignedSpan[] = [];
  if (text === undefined) return spans;
  const { starts, columnOf } = text;
  for (let first = 0, end = 0; first < columnOf.length; first = end) {
    const column = columnOf[first] as number;
    const divergence = alignment.divergenceOf[column] as number;
    const isBlank = divergence >= 0 && alignment.kinds[column] !== columnKind.content;
    end = isBlank ? blankEnd(alignment, columnOf, first) : spanEnd(alignment, columnOf, first);
    spans.push({
      from: starts[first] as number,
      to: starts[end] as number,
      fromColumn: column,
      toColumn: (columnOf[end - 1] as number) + 1,
      divergence,
      support: divergence < 0 ? alignment.sampleCount : (alignment.support[column] as number),
      moved: alignment.movedOf[column] as number,
      isBlank,
    });
  }
  return spans;
}

/** The token after the last one that goes with `first`; white space between words of one kind goes with them. */
function spanEnd({ divergenceOf, kinds, support, movedOf }: Alignment, columnOf: Int32Array, first: number): number {
  const column = columnOf[first] as number;
  const divergence = divergenceOf[column] as number;
  let end = first + 1;
  for (let at = end; at < columnOf.length; at++) {
    const other = columnOf[at] as number;
    if (divergenceOf[other] !== divergence) break;
    if (divergence >= 0 && kinds[other] !== columnKind.content) continue;
    if (divergence >= 0 && (support[other] !== support[column] || movedOf[other] !== movedOf[column])) break;
    end = at + 1;
  }
  return end;
}

function blankEnd({ divergenceOf, kinds }: Alignment, columnOf: Int32Array, first: number): number {
  const divergence = divergenceOf[columnOf[first] as number];
  let end = first + 1;
  for (; end < columnOf.length; end++) {
    const other = columnOf[end] as number;
    if (divergenceOf[other] !== divergence || kinds[other] === columnKind.content) break;
  }
  return end;
}
