// Lays several texts beside a baseline: what differs in each, the places at which any differs, and rows at which all can start level.
// Knows texts only: not which generations they are, which is chosen, or how they are drawn. What finds differences can be replaced here.

import { countWords } from '../../analysis/words.ts';
import { differInTurns, type PairDifference } from './pairDifference.ts';

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

export interface AlignedText {
  /** Pieces by row; together they are the text. Every text has the same number of rows. */
  readonly rows: readonly (readonly Piece[])[];
  /** Words of this text that the baseline lacks; for the baseline, that any other lacks. */
  readonly differingWords: number;
  /** Words of the baseline that this text lacks. */
  readonly lackingWords: number;
  readonly isApproximate: boolean;
}

export interface Alignment {
  readonly texts: readonly AlignedText[];
  readonly divergenceCount: number;
  readonly rowCount: number;
}

/** More rows make the layout slow; shared line ends beyond are inside of rows. */
const mostRows = 300;

/** Aligns the texts with the one at `baseline`, all at once. */
export function alignOutputs(texts: readonly string[], baseline: number): Alignment {
  const turns = alignInTurns(texts, baseline);
  for (;;) {
    const step = turns.next();
    if (step.done) return step.value;
  }
}

/** As alignOutputs, yielding between short turns of work. `known` keeps pairs that were compared before. */
export function* alignInTurns(
  texts: readonly string[],
  baseline: number,
  known: PairCache = new Map(),
): Generator<undefined, Alignment> {
  const base = texts[baseline] ?? '';
  const differences: (PairDifference | undefined)[] = [];
  for (const [at, text] of texts.entries()) {
    if (at === baseline) {
      differences.push(undefined);
      continue;
    }
    const before = known.get(base)?.get(text);
    const difference = before ?? (yield* differInTurns(base, text));
    remember(known, base, text, difference);
    differences.push(difference);
    yield;
  }
  const hunks = differences.map((difference) => (difference ? hunksOf(difference) : []));
  const places = divergencesOf(hunks);
  const rowStarts = rowStartsOf(base, differences, hunks);
  const aligned = texts.map((text, at): AlignedText => {
    const own = hunks[at] ?? [];
    const difference = differences[at];
    const isBaseline = difference === undefined;
    const toText = (start: number, end: boolean) => (isBaseline ? start : placeIn(own, start, end));
    const levels = withoutOuterBlanks(
      text,
      isBaseline ? baselineLevels(base, texts, hunks) : otherLevels(base, text, own),
    );
    return {
      rows: cutPieces(
        text.length,
        levels,
        places.map(([from, to]) => [toText(from, false), toText(to, true)]),
        rowStarts.map((start) => toText(start, false)),
      ),
      differingWords: levels.reduce(
        (sum, { from, to, level }) => sum + (level > 0 ? countWords(text.slice(from, to)) : 0),
        0,
      ),
      lackingWords: own.reduce((sum, hunk) => sum + countWords(base.slice(hunk.base[0], hunk.base[1])), 0),
      isApproximate: difference?.isApproximate ?? false,
    };
  });
  return { texts: aligned, divergenceCount: places.length, rowCount: rowStarts.length };
}

/** Differences by baseline, then by other text. */
export type PairCache = Map<string, Map<string, PairDifference>>;

/** Baselines that are kept: going back to the one before costs nothing. */
const mostBaselines = 3;

function remember(known: PairCache, base: string, text: string, difference: PairDifference): void {
  const ofBase = known.get(base) ?? new Map<string, PairDifference>();
  ofBase.set(text, difference);
  // The last used baseline is the last key.
  known.delete(base);
  known.set(base, ofBase);
  for (const oldest of known.keys()) {
    if (known.size <= mostBaselines) break;
    known.delete(oldest);
  }
}

type Range = readonly [from: number, to: number];

/** One difference of a pair: what stands in the baseline and what stands there instead; either may be empty. */
interface Hunk {
  readonly base: Range;
  readonly other: Range;
}

function hunksOf({ baseline, other }: PairDifference): readonly Hunk[] {
  const hunks: Hunk[] = [];
  let left = 0;
  let right = 0;
  let leftAt = 0;
  let rightAt = 0;
  // Both sides are walked by their shared text, which is the same on both.
  while (leftAt < baseline.length || rightAt < other.length) {
    const leftSpan = baseline[leftAt];
    const rightSpan = other[rightAt];
    const isLeftOwn = leftSpan !== undefined && !leftSpan.isShared;
    const isRightOwn = rightSpan !== undefined && !rightSpan.isShared;
    if (isLeftOwn || isRightOwn) {
      const base: Range = [left, isLeftOwn ? leftSpan.to : left];
      const there: Range = [right, isRightOwn ? rightSpan.to : right];
      hunks.push({ base, other: there });
      left = base[1];
      right = there[1];
    } else if (leftSpan && rightSpan) {
      const shared = Math.min(leftSpan.to - left, rightSpan.to - right);
      left += shared;
      right += shared;
    } else break;
    if (leftSpan && left >= leftSpan.to) leftAt++;
    if (rightSpan && right >= rightSpan.to) rightAt++;
  }
  return hunks;
}

/** Ranges of the baseline at which any text differs; ranges that touch are one place. */
function divergencesOf(hunks: readonly (readonly Hunk[])[]): readonly Range[] {
  const ranges = hunks.flatMap((ofText) => ofText.map((hunk) => hunk.base)).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const places: [number, number][] = [];
  for (const [from, to] of ranges) {
    const last = places.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else places.push([from, to]);
  }
  return places;
}

/** Where a place of the baseline is in the other text: before, or with `isAfter` behind what was put in right there. */
function placeIn(hunks: readonly Hunk[], place: number, isAfter: boolean): number {
  let low = 0;
  let high = hunks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const start = (hunks[middle] as Hunk).base[0];
    if (start < place || (isAfter && start === place)) low = middle + 1;
    else high = middle;
  }
  const last = hunks[low - 1];
  if (!last) return place;
  return place < last.base[1] ? last.other[0] : place - last.base[1] + last.other[1];
}

/** Places right behind line ends that all texts share; the first is 0. */
function rowStartsOf(
  base: string,
  differences: readonly (PairDifference | undefined)[],
  hunks: readonly (readonly Hunk[])[],
): readonly number[] {
  const starts: number[] = [];
  const next = differences.map(() => 0);
  for (const lineEnds of base.matchAll(/[\r\n]+/g)) {
    const end = lineEnds.index + lineEnds[0].length;
    if (end === base.length) break;
    const isShared = hunks.every((ofText, at) => {
      let hunk = ofText[next[at] as number];
      while (hunk && hunk.base[1] <= lineEnds.index) {
        next[at] = (next[at] as number) + 1;
        hunk = ofText[next[at] as number];
      }
      return !hunk || hunk.base[0] >= end;
    });
    if (isShared) starts.push(end);
  }
  const every = Math.ceil((starts.length + 1) / mostRows);
  return [0, ...starts.filter((_, at) => (at + 1) % every === 0)];
}

interface Levelled {
  readonly from: number;
  readonly to: number;
  readonly level: Piece['level'];
}

const isBlank = (text: string): boolean => text.trim() === '';

/** Stretches of another text that the baseline lacks. A space where the baseline has words is nothing that this text adds. */
function otherLevels(base: string, text: string, hunks: readonly Hunk[]): readonly Levelled[] {
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
function baselineLevels(
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
function withoutOuterBlanks(text: string, levels: readonly Levelled[]): readonly Levelled[] {
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
function cutPieces(
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
