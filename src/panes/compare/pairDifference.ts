// The words in which one text differs from the baseline, worked out in short turns so that a page stays alive. Knows text only.

import { diffWords, type Span } from '../../analysis/wordDiff.ts';
import { sliceTexts } from './textSlices.ts';

export interface PairDifference {
  /** Spans that cover each text, shared and other ones in turn; the shared ones together are the same text. */
  readonly baseline: readonly Span[];
  readonly other: readonly Span[];
  /** True when not all shared words were looked for. */
  readonly isApproximate: boolean;
}

/** Words and spaces that are compared in one turn: some milliseconds also when the texts have nothing in common. */
const longestTurn = 500;
/** Up to this many code units both texts are compared at once. */
const shortText = 3000;

/** Yields after each turn; returns the whole difference. */
export function* differInTurns(baseline: string, other: string): Generator<undefined, PairDifference> {
  if (baseline === other || (baseline.length <= shortText && other.length <= shortText))
    return diffWords(baseline, other);
  const { slices, isForced } = sliceTexts(baseline, other, longestTurn);
  const spans: { baseline: Span[]; other: Span[] } = { baseline: [], other: [] };
  let isApproximate = isForced;
  for (const slice of slices) {
    const part = diffWords(baseline.slice(...slice.baseline), other.slice(...slice.other));
    append(spans.baseline, part.baseline, slice.baseline[0]);
    append(spans.other, part.other, slice.other[0]);
    isApproximate ||= part.isApproximate;
    yield;
  }
  return { ...spans, isApproximate };
}

/** Adds spans that start at `offset`; neighbours of the same kind become one. */
function append(spans: Span[], more: readonly Span[], offset: number): void {
  for (const span of more) {
    const last = spans.at(-1);
    if (last && last.isShared === span.isShared) spans[spans.length - 1] = { ...last, to: span.to + offset };
    else spans.push({ from: span.from + offset, to: span.to + offset, isShared: span.isShared });
  }
}
