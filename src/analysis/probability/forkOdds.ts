// The odds of every fork over all samples: what was said beside what was expected, and how much the two part. Pure, and in steps, so that a worker
// can report how far it is.

import { runSteps, type StepHooks } from '../steps.ts';
import { bytesOfText, type ForkWays, forkWays, type OddsFork, type OddsText } from './forkWays.ts';
import { forkContext, sampleOdds } from './odds.ts';
import type { OddsSample, SampleOdds } from './oddsShapes.ts';

export interface OddsInput {
  readonly texts: readonly OddsText[];
  /** By text: how many samples say it, of those that are looked at. */
  readonly counts: readonly number[];
  /** Those of them whose tokens are known. */
  readonly samples: readonly OddsSample[];
  readonly forks: readonly OddsFork[];
}

export interface ForkOdds {
  /** By way: its share of the samples that take part, 0 to 1. */
  readonly said: Float64Array;
  /** By way: mean of what the samples' lists give to it, 0 to 1; NaN where no sample's lists are usable, or all its texts were cut off. */
  readonly expected: Float64Array;
  /** What no sample said and lists give, the likeliest first; at most `mostUnsaid`. */
  readonly unsaid: readonly { readonly text: string; readonly expected: number }[];
  /** Mean of all that goes no known way. */
  readonly unsaidMass: number;
  /** Mean mass of the alternatives that begin several ways. */
  readonly undecided: number;
  /** Mean mass that the lists show. */
  readonly listed: number;
  /** Samples that the means are over, and those that take part. */
  readonly used: number;
  readonly taking: number;
  /** See `surpriseOf`; NaN without means. */
  readonly surprise: number;
}

const mostUnsaid = 3;

/** The odds of all forks, in their order. */
export function forkOdds(input: OddsInput, hooks: StepHooks = {}): readonly ForkOdds[] {
  return runSteps(inSteps(input), hooks);
}

function* inSteps({ texts, counts, samples, forks }: OddsInput): Generator<number, readonly ForkOdds[]> {
  const bytesOf = texts.map(bytesOfText);
  const found: ForkOdds[] = [];
  for (const [at, fork] of forks.entries()) {
    const ways = forkWays(texts, bytesOf, fork);
    found.push(summary(ways, fork, counts, allOdds(texts, samples, fork, ways)));
    yield (at + 1) / forks.length;
  }
  return found;
}

/** One fork in full: its means and every sample. */
export function oneFork(
  { texts, counts, samples }: Omit<OddsInput, 'forks'>,
  fork: OddsFork,
): { readonly odds: ForkOdds; readonly samples: readonly SampleOdds[] } {
  const ways = forkWays(texts, texts.map(bytesOfText), fork);
  const all = allOdds(texts, samples, fork, ways);
  return { odds: summary(ways, fork, counts, all), samples: all };
}

function allOdds(
  texts: readonly OddsText[],
  samples: readonly OddsSample[],
  fork: OddsFork,
  ways: ForkWays,
): readonly SampleOdds[] {
  const context = forkContext(texts, samples, fork, ways);
  return samples.flatMap((_, place) => sampleOdds(place, context) ?? []);
}

/** Whether a sample's lists count in the means: its own probability is known, and alternatives are listed beside it. */
export function isUsed({ own, listCount }: SampleOdds): boolean {
  return !Number.isNaN(own) && listCount > 0;
}

function summary(
  { wayCount }: ForkWays,
  { wayOf }: OddsFork,
  counts: readonly number[],
  all: readonly SampleOdds[],
): ForkOdds {
  const said = new Float64Array(wayCount);
  let taking = 0;
  counts.forEach((count, text) => {
    const way = wayOf[text] ?? -1;
    if (way < 0) return;
    said[way] = (said[way] as number) + count;
    taking += count;
  });
  const used = all.filter(isUsed);
  const mean = (value: (one: SampleOdds) => number): number =>
    used.reduce((sum, one) => sum + value(one), 0) / used.length;
  const shares = said.map((count) => (taking === 0 ? 0 : count / taking));
  const expected = shares.map((_, way) => mean(({ odds }) => odds[way] as number));
  const unsaid = unsaidOf(used);
  const listed = mean((one) => one.listed);
  return {
    said: shares,
    expected,
    unsaid: unsaid.slice(0, mostUnsaid),
    unsaidMass: unsaid.reduce((sum, one) => sum + one.expected, 0),
    undecided: mean(({ undecided }) => undecided),
    listed,
    used: used.length,
    taking,
    surprise:
      used.length === 0
        ? Number.NaN
        : surpriseOf(
            shares,
            expected,
            unsaid.map((one) => one.expected),
          ),
  };
}

const decoder = new TextDecoder();

/** What no sample said, as it would be read: alternatives of equal bytes are one. */
function unsaidOf(used: readonly SampleOdds[]): readonly { readonly text: string; readonly expected: number }[] {
  const masses = new Map<string, number>();
  for (const { unsaid } of used) {
    for (const { bytes, probability } of unsaid) masses.set(bytes, (masses.get(bytes) ?? 0) + probability);
  }
  return [...masses]
    .map(([bytes, mass]) => ({
      text: decoder.decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0))),
      expected: mass / used.length,
    }))
    .sort((one, other) => other.expected - one.expected);
}

/**
 * How much what was said parts from what was expected, 0 to 1: the least total variation distance (half the sum of all absolute differences) between
 * the observed shares and any distribution that the lists allow, with the mass that no list shows given to the ways that need it. That is the
 * sum, over the ways and over what nobody said, of what was expected beyond what came. Likely ways that nobody took raise it, and so do
 * unlikely ones that many took, because what they took is missing elsewhere.
 */
export function surpriseOf(
  said: ArrayLike<number>,
  expected: ArrayLike<number>,
  unsaid: ArrayLike<number> = [],
): number {
  let missing = 0;
  for (let way = 0; way < expected.length; way++) {
    const beyond = (expected[way] as number) - (said[way] ?? 0);
    if (beyond > 0) missing += beyond;
  }
  for (let at = 0; at < unsaid.length; at++) missing += unsaid[at] as number;
  return Math.min(1, missing);
}

/** Places by their surprise, the most first, those without any last, equal ones in their order. */
export function mostSurprisingFirst(surprises: readonly number[]): readonly number[] {
  const rank = (place: number): number => {
    const surprise = surprises[place] ?? Number.NaN;
    return Number.isNaN(surprise) ? -1 : Math.round(surprise * 1e9);
  };
  return [...surprises.keys()].sort((one, other) => rank(other) - rank(one) || one - other);
}
