// Cuts one sample's text into the pieces that are drawn: what is shared, what differs, and the empty places where it has nothing; by rows
// that all samples start level. Pure; knows an alignment and texts, no generations and no screen.

import { type Alignment, columnKind, tokenAt, tokensIn } from '../../../analysis/align/alignment.ts';
import { type AlignedSpan, spansOf } from '../../../analysis/align/spans.ts';

/** A stretch `[from, to)` in code units of one text. */
export interface Piece {
  readonly from: number;
  readonly to: number;
  /** How it is marked: 0 not at all, 1 a variant of most samples, 2 of some, 3 of one. */
  readonly level: 0 | 1 | 2 | 3;
  /** Number of the divergence that it lies in; an empty piece is where this text has nothing. Absent for what all share. */
  readonly divergence?: number;
  /** How many samples have it. */
  readonly support: number;
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
  const said = new Set<number>();
  const spans = spansOf(alignment, sample);
  for (const span of spans) if (span.divergence >= 0 && isMarked(alignment, span)) said.add(span.divergence);
  let next = 0;
  const places = alignment.divergences;
  for (const span of spans) {
    let { from } = span;
    for (let place = places[next]; place && place.fromColumn < span.toColumn; place = places[++next]) {
      if (said.has(next)) continue;
      const at = text.starts[tokensIn(text, place)[0]] ?? from;
      if (at > from && span.divergence < 0) put({ from, to: at, level: 0, support: span.support });
      if (span.divergence < 0) from = Math.max(from, at);
      put({ from, to: from, level: 0, divergence: next, support: 0 });
    }
    if (from < span.to) put(pieceOf(alignment, span, from));
  }
  for (; next < places.length; next++) {
    if (!said.has(next))
      put({ from: text.starts.at(-1) ?? 0, to: text.starts.at(-1) ?? 0, level: 0, divergence: next, support: 0 });
  }
  while (rows.length <= breaks.length) rows.push([]);
  return rows;
}

function pieceOf(alignment: Alignment, span: AlignedSpan, from: number): Piece {
  const { to, divergence, support, moved } = span;
  if (divergence < 0 || !isMarked(alignment, span)) return { from, to, level: 0, support };
  const level = levelOf(support, alignment.sampleCount);
  return { from, to, level, divergence, support, ...(moved >= 0 && { moved }) };
}

/** White space beside words that differ is not marked; where nothing else differs, it is. */
function isMarked({ divergences, kinds }: Alignment, { divergence, isBlank }: AlignedSpan): boolean {
  if (!isBlank) return true;
  const place = divergences[divergence];
  if (place === undefined) return false;
  for (let column = place.fromColumn; column < place.toColumn; column++) {
    if (kinds[column] === columnKind.content) return false;
  }
  return true;
}

function levelOf(support: number, sampleCount: number): 1 | 2 | 3 {
  if (support <= 1) return 3;
  return 2 * support > sampleCount ? 1 : 2;
}
