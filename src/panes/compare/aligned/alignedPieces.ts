// Cuts one sample's text into the pieces that are drawn: what is shared, what differs, and the empty places where it has nothing; by rows
// that all samples start level. Pure; knows an alignment and texts, no generations and no screen.

import { type Alignment, tokenAt } from '../../../analysis/align/alignment.ts';
import { type AlignedSpan, spansOf } from '../../../analysis/align/spans.ts';

/** A stretch `[from, to)` in code units of one text. */
export interface Piece {
  readonly from: number;
  readonly to: number;
  /** How it is marked: 0 not at all, 1 a variant of most samples, 2 of some, 3 of one. */
  readonly level: 0 | 1 | 2 | 3;
  /** Number of the divergence that it lies in; an empty piece is where this text has nothing. Absent for what all share. */
  readonly divergence?: number;
  /** How many samples say the same there. */
  readonly support: number;
  /** An empty piece behind another one: one sign stands for both. */
  readonly isRepeated?: boolean;
  /** Number of the moved passage. */
  readonly moved?: number;
}

/** More rows make the layout slow; shared line ends beyond are inside of rows. */
const mostRows = 300;

/** The columns of line ends that all samples share and behind which a row starts; `texts` by sample. */
export function rowEnds(alignment: Alignment, texts: readonly string[]): readonly number[] {
  const { columnCount, support, sampleCount, textAt } = alignment;
  const ends: number[] = [];
  for (let column = 0; column < columnCount; column++) {
    if (support[column] !== sampleCount) continue;
    const text = alignment.texts[textAt[column] ?? -1];
    const sample = text?.samples[0];
    if (text === undefined || sample === undefined) continue;
    const unit = texts[sample]?.charCodeAt(text.starts[tokenAt(text, column)] ?? -1);
    if (unit !== 0x0a && unit !== 0x0d) continue;
    // Of several line ends in a row the last one counts.
    if (ends.at(-1) === column - 1) ends.pop();
    ends.push(column);
  }
  // Nothing follows what ends the texts.
  if (ends.at(-1) === columnCount - 1) ends.pop();
  const every = Math.ceil((ends.length + 1) / mostRows);
  return ends.filter((_, at) => (at + 1) % every === 0);
}

/** The pieces of a sample by row: one row more than there are `ends`. Together they are its text. */
export function piecesOf(alignment: Alignment, sample: number, ends: readonly number[]): readonly (readonly Piece[])[] {
  const text = alignment.texts[alignment.textOf[sample] ?? -1];
  const rows: Piece[][] = [[]];
  if (text === undefined) return rows;
  const breaks = ends.map((column) => text.starts[tokenAt(text, column) + 1] ?? 0);
  const put = (piece: Piece): void => {
    let { from } = piece;
    for (let end = breaks[rows.length - 1]; end !== undefined && end < piece.to; end = breaks[rows.length - 1]) {
      if (end > from) rows.at(-1)?.push({ ...piece, from, to: end });
      rows.push([]);
      from = Math.max(from, end);
    }
    const row = rows.at(-1);
    const last = row?.at(-1);
    const isQuiet = piece.level === 0 && piece.divergence === undefined;
    // Shared text is one piece, however it came about.
    if (row && last && isQuiet && last.level === 0 && last.divergence === undefined) {
      row[row.length - 1] = { ...last, to: piece.to };
    } else row?.push(from === piece.from ? piece : { ...piece, from });
  };
  for (const span of spansOf(alignment, sample)) put(pieceOf(alignment, span));
  while (rows.length <= breaks.length) rows.push([]);
  return rows;
}

function pieceOf({ sampleCount }: Alignment, span: AlignedSpan): Piece {
  const { from, to, divergence, support, moved, isRepeated } = span;
  if (divergence < 0) return { from, to, level: 0, support };
  if (support === 0) return { from, to, level: 0, divergence, support, ...(isRepeated && { isRepeated }) };
  return { from, to, level: levelOf(support, sampleCount), divergence, support, ...(moved >= 0 && { moved }) };
}

/** How strongly it is marked that so many samples say the same: more the fewer they are. */
export function levelOf(support: number, sampleCount: number): 1 | 2 | 3 {
  if (support <= 1) return 3;
  return 2 * support > sampleCount ? 1 : 2;
}
