// What a person's own pattern finds in texts. Pure; may take for ever, so that it runs where it can be ended.

import type { CapturedColumn } from './order/orderRequest.ts';
import { compile, patternProblem } from './pattern.ts';
import { runSteps, type StepHooks } from './steps.ts';

export interface Captured {
  /** How often it matches, 0 where it does not; `mostMatches` stands for that many or more. */
  readonly count: number;
  /** The first group of the first match, or all of the match where the pattern has no group; cut to 200 code units and an ellipsis. */
  readonly value?: string;
}

/** Longer patterns are not taken. */
export const longestPattern = 200;
/** So many matches are counted in a text. */
export const mostMatches = 10_000;
const longestValue = 200;

/** By pattern what it finds in each of the texts; a pattern that is none finds nothing. */
export function capture(
  texts: readonly string[],
  sources: readonly string[],
  hooks: StepHooks = {},
): readonly (readonly Captured[])[] {
  return runSteps(captureInSteps(texts, sources), hooks);
}

function* captureInSteps(texts: readonly string[], sources: readonly string[]) {
  const all: Captured[][] = [];
  for (const [at, source] of sources.entries()) {
    const pattern = { source, isCaseMatched: true };
    const isUsable = patternProblem(pattern) === undefined;
    const found: Captured[] = [];
    for (const [place, text] of texts.entries()) {
      found.push(isUsable ? captureIn(text, new RegExp(compile(pattern), 'gu')) : { count: 0 });
      yield (at + place / texts.length) / sources.length;
    }
    all.push(found);
  }
  return all;
}

function captureIn(text: string, pattern: RegExp): Captured {
  let count = 0;
  let value: string | undefined;
  for (const match of text.matchAll(pattern)) {
    if (count === 0) value = shortened(match.length > 1 ? match[1] : match[0]);
    count++;
    if (count === mostMatches) break;
  }
  return { count, ...(value !== undefined && { value }) };
}

function shortened(value: string | undefined): string | undefined {
  return value !== undefined && value.length > longestValue ? `${value.slice(0, longestValue)}…` : value;
}

export interface ValueCount {
  /** Undefined stands for texts in which the pattern finds nothing. */
  readonly value: string | undefined;
  readonly count: number;
}

/** How many texts give which value, the most common first, then as they come; at most `most` and one, and how many others there are. */
export function countValues(
  { counts, valueAt, values }: CapturedColumn,
  most: number,
): { readonly values: readonly ValueCount[]; readonly others: number; readonly total: number } {
  const none = values.length;
  // By value, those without a match at the end; a match of a group that took no part is an empty one.
  const tally = new Map<number, number>();
  const empty = values.indexOf('');
  let total = 0;
  for (let at = 0; at < counts.length; at++) {
    const count = counts[at] ?? -1;
    if (count < 0) continue;
    total++;
    const value = valueAt[at] ?? -1;
    const key = count === 0 ? none : value < 0 ? empty : value;
    tally.set(key, (tally.get(key) ?? 0) + 1);
  }
  const all = Array.from(tally, ([key, count]) => ({
    value: key === none ? undefined : (values[key] ?? ''),
    count,
  })).sort((one, other) => other.count - one.count);
  // One more takes no more room than the words that there is one.
  const shown = all.length === most + 1 ? all.length : most;
  return { values: all.slice(0, shown), others: Math.max(0, all.length - shown), total };
}

/** Gathers what patterns find, part by part, as columns by position. */
export class CapturedSoFar {
  readonly #columns: readonly {
    readonly counts: Int32Array;
    readonly valueAt: Int32Array;
    readonly values: string[];
    readonly places: Map<string, number>;
  }[];

  constructor(count: number, patternCount: number) {
    this.#columns = Array.from({ length: patternCount }, () => ({
      counts: new Int32Array(count).fill(-1),
      valueAt: new Int32Array(count).fill(-1),
      values: [],
      places: new Map(),
    }));
  }

  /** By pattern what it finds in the texts of these positions. */
  add(positions: readonly number[], found: readonly (readonly Captured[])[]): void {
    for (const [pattern, { counts, valueAt, values, places }] of this.#columns.entries()) {
      for (const [at, { count, value }] of (found[pattern] ?? []).entries()) {
        const position = positions[at];
        if (position === undefined) continue;
        counts[position] = count;
        if (value === undefined) continue;
        const place = places.get(value) ?? values.push(value) - 1;
        places.set(value, place);
        valueAt[position] = place;
      }
    }
  }

  columns(): readonly CapturedColumn[] {
    return this.#columns.map(({ counts, valueAt, values }) => ({ counts, valueAt, values }));
  }
}
