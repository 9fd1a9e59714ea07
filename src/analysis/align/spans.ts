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
  /** How many samples have this; of the word that fewest have, where it differs within. */
  readonly support: number;
  /** The number of the moved passage, -1 for others. */
  readonly moved: number;
  /** White space beside other spans of a divergence: rather not marked, unless it is all that differs. */
  readonly isBlank: boolean;
}

/** The spans of a sample, which together are its text. */
export function spansOf(alignment: Alignment, sample: number): readonly AlignedSpan[] {
  const { divergenceOf, kinds, support, movedOf } = alignment;
  const { starts, columnOf } = alignment.texts[alignment.textOf[sample] ?? 0] ?? noText;
  const spans: AlignedSpan[] = [];
  let first = 0;
  while (first < columnOf.length) {
    const column = columnOf[first] as number;
    const divergence = divergenceOf[column] as number;
    const isBlank = divergence >= 0 && kinds[column] !== columnKind.content;
    // White space goes with the words around it when both are of one kind.
    const isSame = (at: number): boolean => {
      const other = columnOf[at] as number;
      if (divergenceOf[other] !== divergence) return false;
      if (divergence < 0) return true;
      return (
        kinds[other] === columnKind.content && support[other] === support[column] && movedOf[other] === movedOf[column]
      );
    };
    let end = first + 1;
    if (isBlank) {
      while (
        end < columnOf.length &&
        kinds[columnOf[end] as number] !== columnKind.content &&
        divergenceOf[columnOf[end] as number] === divergence
      )
        end++;
    } else {
      for (let at = end; at < columnOf.length; at++) {
        if (isSame(at)) end = at + 1;
        else if (
          divergenceOf[columnOf[at] as number] !== divergence ||
          kinds[columnOf[at] as number] === columnKind.content
        )
          break;
      }
    }
    spans.push({
      from: starts[first] as number,
      to: starts[end] as number,
      fromColumn: column,
      toColumn: (columnOf[end - 1] as number) + 1,
      divergence,
      support: divergence < 0 ? alignment.sampleCount : (support[column] as number),
      moved: movedOf[column] as number,
      isBlank,
    });
    first = end;
  }
  return spans;
}

const noText = { starts: new Uint32Array(1), columnOf: new Int32Array(0) };
