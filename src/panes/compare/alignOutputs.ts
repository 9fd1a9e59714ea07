// Lays several texts beside a baseline: what differs in each, the places at which any differs, and rows at which all can start level.
// Knows texts only: not which generations they are, which is chosen, or how they are drawn. What finds differences can be replaced here.

import { countWords } from '../../analysis/words.ts';
import { differInTurns, type PairDifference } from './pairDifference.ts';
import {
  baselineLevels,
  cutPieces,
  type Hunk,
  otherLevels,
  type Piece,
  type Range,
  withoutOuterBlanks,
} from './textPieces.ts';

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
