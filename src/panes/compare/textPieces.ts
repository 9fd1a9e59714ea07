// The marked pieces of one text, made from what differs between it and the baseline. Pure; knows no generations and no screen.

/** A stretch `[from, to)` in code units of one text. */
export interface Piece {
  readonly from: number;
  readonly to: number;
  /**
   * 0: the same as in the baseline, or in the baseline lacked by no other. Baseline: 1 lacked by at most half of the others, 2 by more.
   * Others: 3 not in the baseline.
   */
  readonly level: 0 | 1 | 2 | 3;
  /** Number of the difference that it lies in, from 0; an empty piece is a place where this text lacks what others have. */
  readonly divergence?: number;
}

export type Range = readonly [from: number, to: number];

/** One difference of a pair: what stands in the baseline and what stands there instead; either may be empty. */
export interface Hunk {
  readonly base: Range;
  readonly other: Range;
}

export interface Levelled {
  readonly from: number;
  readonly to: number;
  readonly level: Piece['level'];
}

const isBlank = (text: string): boolean => text.trim() === '';

/** Stretches of another text that the baseline lacks. A space where the baseline has words is nothing that this text adds. */
export function otherLevels(base: string, text: string, hunks: readonly Hunk[]): readonly Levelled[] {
  const own = hunks.filter(
    (hunk) =>
      !isBlank(text.slice(...hunk.other)) || (hunk.other[0] < hunk.other[1] && isBlank(base.slice(...hunk.base))),
  );
  let at = 0;
  const levels: Levelled[] = [];
  for (const { other } of own) {
    if (other[0] > at) levels.push({ from: at, to: other[0], level: 0 });
    levels.push({ from: other[0], to: other[1], level: 3 });
    at = other[1];
  }
  if (at < text.length) levels.push({ from: at, to: text.length, level: 0 });
  return levels;
}

/** Stretches of the baseline by how many of the others lack them. */
export function baselineLevels(
  base: string,
  texts: readonly string[],
  hunks: readonly (readonly Hunk[])[],
): readonly Levelled[] {
  const changes = new Map<number, number>([[0, 0]]);
  const change = (at: number, by: number) => changes.set(at, (changes.get(at) ?? 0) + by);
  for (const [at, ofText] of hunks.entries()) {
    for (const hunk of ofText) {
      const isReplacedSpace = isBlank(base.slice(...hunk.base)) && !isBlank((texts[at] ?? '').slice(...hunk.other));
      if (isReplacedSpace) continue;
      change(hunk.base[0], 1);
      change(hunk.base[1], -1);
    }
  }
  const places = [...changes.keys()].filter((place) => place < base.length).sort((a, b) => a - b);
  const levels: Levelled[] = [];
  let lacking = 0;
  for (const [at, from] of places.entries()) {
    lacking += changes.get(from) ?? 0;
    const level = lacking === 0 ? 0 : lacking * 2 > texts.length - 1 ? 2 : 1;
    const last = levels.at(-1);
    const to = places[at + 1] ?? base.length;
    if (last?.level === level) levels[levels.length - 1] = { ...last, to };
    else levels.push({ from, to, level });
  }
  return levels;
}

/** Takes white space at both ends of a marked stretch out of the mark, unless it is all that differs. */
export function withoutOuterBlanks(text: string, levels: readonly Levelled[]): readonly Levelled[] {
  const isMarked = (at: number) => (levels[at]?.level ?? 0) > 0;
  const isEdge = (at: number) =>
    isBlank(text.slice(levels[at]?.from, levels[at]?.to)) && isMarked(at - 1) !== isMarked(at + 1);
  const isOpen = (at: number) => !isMarked(at) || isEdge(at);
  return levels.flatMap((span, at): readonly Levelled[] => {
    const words = text.slice(span.from, span.to);
    if (span.level === 0 || isBlank(words)) return [isEdge(at) ? { ...span, level: 0 } : span];
    const from = isOpen(at - 1) ? span.to - words.trimStart().length : span.from;
    const to = isOpen(at + 1) ? span.from + words.trimEnd().length : span.to;
    const parts: readonly Levelled[] = [
      { from: span.from, to: from, level: 0 },
      { from, to, level: span.level },
      { from: to, to: span.to, level: 0 },
    ];
    return parts.filter((part) => part.to > part.from);
  });
}

/** Cuts a text at every change of level, at the ends of every divergence and at every row. */
export function cutPieces(
  length: number,
  levels: readonly Levelled[],
  divergences: readonly Range[],
  rowStarts: readonly number[],
): readonly (readonly Piece[])[] {
  const rows: Piece[][] = [];
  let levelAt = 0;
  let divergenceAt = 0;
  for (const [row, start] of rowStarts.entries()) {
    const end = rowStarts[row + 1] ?? length;
    const isLast = row === rowStarts.length - 1;
    const pieces: Piece[] = [];
    let from = start;
    // What is empty at the end of a row belongs to the start of the next one.
    while (from < end || isLast) {
      while (levels[levelAt] && (levels[levelAt] as Levelled).to <= from) levelAt++;
      while (divergences[divergenceAt] && (divergences[divergenceAt] as Range)[1] < from) divergenceAt++;
      const divergence = divergences[divergenceAt];
      if (divergence && divergence[0] === from && divergence[1] === from) {
        pieces.push({ from, to: from, level: 0, divergence: divergenceAt });
        divergenceAt++;
        continue;
      }
      if (divergence && divergence[1] === from) {
        divergenceAt++;
        continue;
      }
      if (from >= end) break;
      const isInside = divergence !== undefined && divergence[0] <= from;
      const stop = isInside ? divergence[1] : divergence ? divergence[0] : end;
      const to = Math.min(end, stop, levels[levelAt]?.to ?? end);
      const level = levels[levelAt]?.level ?? 0;
      pieces.push({ from, to, level, ...(isInside ? { divergence: divergenceAt } : {}) });
      from = to;
    }
    rows.push(pieces);
  }
  return rows;
}
