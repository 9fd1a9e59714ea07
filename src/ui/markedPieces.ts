// Cuts a text at the ends of what is to stand out in it. Pure. All places are UTF-16 code units.

/** `[from, to)` of a text. */
export interface TextMark {
  readonly from: number;
  readonly to: number;
  readonly title: string;
  /** The one of several that a person is at. */
  readonly isCurrent?: boolean | undefined;
}

/**
 * The pieces of a text that begins at `start` of the one that the marks are in; joined they are that text. Marks do not overlap and come in
 * order.
 */
export function markedPieces(
  text: string,
  start: number,
  marks: readonly TextMark[],
): readonly { readonly text: string; readonly from: number; readonly mark?: TextMark }[] {
  const end = start + text.length;
  const pieces: { readonly text: string; readonly from: number; readonly mark?: TextMark }[] = [];
  let at = start;
  const put = (to: number, mark?: TextMark) => {
    if (to <= at) return;
    pieces.push({ text: text.slice(at - start, to - start), from: at, ...(mark && { mark }) });
    at = to;
  };
  for (const mark of marks) {
    if (mark.to <= start) continue;
    if (mark.from >= end) break;
    put(Math.min(Math.max(mark.from, at), end));
    put(Math.min(mark.to, end), mark);
  }
  put(end);
  return pieces;
}
