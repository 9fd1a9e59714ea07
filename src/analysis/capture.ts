// What a person's own pattern finds in texts. Pure; may take for ever, so that it runs where it can be ended.

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
  found: readonly Captured[],
  most: number,
): { readonly values: readonly ValueCount[]; readonly others: number } {
  const counts = new Map<string | undefined, number>();
  for (const { count, value } of found) {
    const key = count === 0 ? undefined : (value ?? '');
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const values = [...counts].map(([value, count]) => ({ value, count })).sort((one, other) => other.count - one.count);
  // One more takes no more room than the words that there is one.
  const shown = values.length === most + 1 ? values.length : most;
  return { values: values.slice(0, shown), others: Math.max(0, values.length - shown) };
}
