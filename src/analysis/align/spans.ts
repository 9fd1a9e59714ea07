// One sample's text in spans, as few as say everything: what all share is one span however long it is, what it says at a difference another.
// Knows an alignment and one text's tokens; not the text.

import { type AlignedText, type Alignment, columnKind } from './alignment.ts';

/** Code units `[from, to)` of a sample's text. */
export interface AlignedSpan {
  readonly from: number;
  readonly to: number;
  /** The number of the divergence; -1 for what all samples share, what is ignored, and white space around what is said at a divergence. */
  readonly divergence: number;
  /** How many samples say the same here; 0 where this one has nothing: such a span is empty. */
  readonly support: number;
  /** The number of the moved passage, -1 for others. */
  readonly moved: number;
  /** It is empty, and so is the one before, with at most white space between them. */
  readonly isRepeated: boolean;
}

/** The spans of a sample, which together are its text. Every divergence has at least one. */
export function spansOf(alignment: Alignment, sample: number): readonly AlignedSpan[] {
  const text = alignment.texts[alignment.textOf[sample] ?? -1];
  const spans: AlignedSpan[] = [];
  if (text === undefined) return spans;
  const unitAt = (token: number): number => text.starts[token] ?? 0;
  const share = (from: number, to: number): void => {
    if (to > from) spans.push({ ...shared, from: unitAt(from), to: unitAt(to), support: alignment.sampleCount });
  };
  let done = 0;
  let emptyAt = -1;
  let stop = 0;
  alignment.divergences.forEach(({ fromColumn, toColumn }, divergence) => {
    let start = stop;
    while ((text.columnOf[start] ?? toColumn) < fromColumn) start++;
    stop = start;
    while ((text.columnOf[stop] ?? toColumn) < toColumn) stop++;
    const way = text.wayOf[divergence] ?? -1;
    if (way < 0) {
      share(done, start);
      const isRepeated = emptyAt >= 0 && isBlank(alignment, text, emptyAt, start);
      spans.push({ from: unitAt(start), to: unitAt(start), divergence, support: 0, moved: -1, isRepeated });
      done = start;
      emptyAt = start;
      return;
    }
    const [from, to] = withoutBlanks(alignment, text, start, stop);
    share(done, from);
    const support = alignment.wayCounts[divergence]?.[way] ?? 0;
    for (let first = from, end = from; first < to; first = end) {
      end = movedEnd(alignment, text, first, to);
      const moved = alignment.movedOf[text.columnOf[first] ?? -1] ?? -1;
      spans.push({ from: unitAt(first), to: unitAt(end), divergence, support, moved, isRepeated: false });
    }
    done = to;
    emptyAt = -1;
  });
  share(done, text.columnOf.length);
  return spans;
}

const shared = { divergence: -1, moved: -1, isRepeated: false } as const;

function isContent({ kinds }: Alignment, { columnOf }: AlignedText, token: number): boolean {
  return kinds[columnOf[token] ?? -1] === columnKind.content;
}

function isBlank(alignment: Alignment, text: AlignedText, from: number, to: number): boolean {
  for (let token = from; token < to; token++) if (isContent(alignment, text, token)) return false;
  return true;
}

/** White space around words that differ is not marked; where nothing else differs, it is. */
function withoutBlanks(alignment: Alignment, text: AlignedText, from: number, to: number): readonly [number, number] {
  if (isBlank(alignment, text, from, to)) return [from, to];
  let [first, end] = [from, to];
  while (!isContent(alignment, text, first)) first++;
  while (!isContent(alignment, text, end - 1)) end--;
  return [first, end];
}

/** The token after the last one that moved with `first`, or stayed with it; white space goes with what stands before it. */
function movedEnd(alignment: Alignment, text: AlignedText, first: number, to: number): number {
  const movedAt = (token: number): number => alignment.movedOf[text.columnOf[token] ?? -1] ?? -1;
  let end = first + 1;
  while (end < to && (!isContent(alignment, text, end) || movedAt(end) === movedAt(first))) end++;
  return end;
}
