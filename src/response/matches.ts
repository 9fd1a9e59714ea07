// Where a text that is looked for stands in an output, and what a row shows of that. Pure; a person's pattern is run by the caller.
// All places are UTF-16 code units.

import { foldedText } from '../json/search/foldedText.ts';

/** `[from, to)`. */
export interface MatchRange {
  readonly from: number;
  readonly to: number;
}

/** The part of an output around one of its matches. */
export interface Excerpt {
  /** Where it begins in the output. */
  readonly from: number;
  readonly text: string;
  /** Places in `text`. */
  readonly ranges: readonly MatchRange[];
  /** The one of `ranges` that it is around. */
  readonly current: number;
}

export interface TextMatches {
  /** `mostMatches` stands for that many or more. */
  readonly count: number;
  /** The ones that begin within the start of the output that a row shows. */
  readonly first: readonly MatchRange[];
  readonly excerpt: Excerpt;
}

/** A generation that is found: by its output, or by its id or finish reason alone. */
export interface FoundGeneration {
  readonly position: number;
  readonly matches?: TextMatches;
}

/** Generations that are found, in the order of the document, and how often in the output of each: 0 where only its id or finish reason holds it. */
export interface FoundRows {
  readonly positions: Uint32Array;
  readonly counts: Uint32Array;
}

/** What is found in a part of the document. */
export interface FoundPart extends FoundRows {
  /** The first of them, with what a row shows of each. */
  readonly first: readonly FoundGeneration[];
  /** The generation to go on with; absent at the end. */
  readonly next?: number;
}

/** So many matches of a text are told apart. */
export const mostMatches = 10_000;
/** Of the length of a row's preview. */
const shownLength = 240;
const before = 20;

/** Every place of `wanted`, none within another; in any case unless case matters. */
export function literalRanges(text: string, wanted: string, isCaseMatched: boolean): readonly MatchRange[] {
  if (wanted === '') return [];
  const [where, sought] = isCaseMatched ? [text, wanted] : [foldedText(text), foldedText(wanted)];
  const ranges: MatchRange[] = [];
  for (let from = where.indexOf(sought); from >= 0; from = where.indexOf(sought, from + sought.length)) {
    ranges.push({ from, to: from + sought.length });
    if (ranges.length === mostMatches) break;
  }
  return ranges;
}

/** Every place that the expression, which has the flag `g`, finds; empty matches are none. */
export function expressionRanges(text: string, expression: RegExp): readonly MatchRange[] {
  const ranges: MatchRange[] = [];
  for (const match of text.matchAll(expression)) {
    if (match[0] !== '') ranges.push({ from: match.index, to: match.index + match[0].length });
    if (ranges.length === mostMatches) break;
  }
  return ranges;
}

/** What a row shows; undefined where nothing is found. */
export function matchesIn(text: string, ranges: readonly MatchRange[]): TextMatches | undefined {
  const [first] = ranges;
  if (first === undefined) return undefined;
  return {
    count: ranges.length,
    first: ranges.filter((range) => range.from < shownLength),
    excerpt: excerptAround({ text, from: 0 }, ranges, first),
  };
}

/** Code units before and behind the beginning of a match that its excerpt needs. */
export const excerptReach = { before: before + 2, after: shownLength } as const;

/** What a row shows of one match. `window` is the output or the part of it around the match; `ranges` are places in the whole output. */
export function excerptAround(
  window: { readonly text: string; readonly from: number },
  ranges: readonly MatchRange[],
  match: MatchRange,
): Excerpt {
  const start = excerptStart(window.text, match.from - window.from, window.from > 0);
  const from = window.from + start;
  const text = window.text.slice(start, start + shownLength);
  const end = from + text.length;
  const near = ranges.filter((range) => range.to > from && range.from < end);
  return {
    from,
    text,
    ranges: near.map((range) => ({ from: Math.max(0, range.from - from), to: Math.min(range.to, end) - from })),
    current: near.indexOf(match),
  };
}

/** A little before the match, at the beginning of a word where there is one, never inside a surrogate pair. */
function excerptStart(text: string, match: number, goesOnBefore: boolean): number {
  if (match <= before && !goesOnBefore) return 0;
  const start = Math.max(1, match - before);
  const word = /\s\S/.exec(text.slice(start - 1, match));
  const from = word ? start + word.index : start;
  return /[\udc00-\udfff]/.test(text[from] ?? '') ? from + 1 : from;
}
