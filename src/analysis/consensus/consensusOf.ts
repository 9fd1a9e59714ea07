// Makes a consensus of any number of texts. The one entry to this folder for those who have texts; pure, and in steps, so that a worker can
// report how far it is.

import { alignInSteps } from '../align/align.ts';
import type { Alignment } from '../align/alignment.ts';
import { cutText, type Granularity } from '../align/tokens.ts';
import { numberTokens } from '../align/vocabulary.ts';
import { runSteps, type StepHooks } from '../steps.ts';
import type { Consensus, ConsensusText } from './consensus.ts';
import { findApart } from './reading.ts';
import { type Segment, segmentColumns } from './segments.ts';

/** Code units of all different texts beyond which sentences are compared, and then lines, so that the work stays within a few seconds. */
const mostForWords = 12_000_000;
const mostForSentences = 24_000_000;

export function consensusOf(texts: readonly string[], hooks: StepHooks = {}): Consensus {
  return runSteps(consensusInSteps(texts), hooks);
}

function* consensusInSteps(samples: readonly string[]): Generator<number, Consensus> {
  const { texts, members } = differentTexts(samples);
  const granularity = granularityFor(texts);
  const isApart = apartFrom(texts, members, granularity);
  yield 0.1;
  const along = [...texts.keys()].filter((text) => isApart[text] === 0);
  // Each text once for each sample: what most samples say has the weight of them.
  const given = along.flatMap((text) => (members[text] ?? []).map(() => texts[text] as string));
  const aligning = alignInSteps(given, { granularity });
  let aligned = aligning.next();
  while (!aligned.done) {
    yield 0.1 + 0.6 * aligned.value;
    aligned = aligning.next();
  }
  const alignment = aligned.value;
  const cutting = segmentColumns({
    columnCount: alignment.columnCount,
    kinds: alignment.kinds,
    columnOf: alignment.texts.map(({ columnOf }) => columnOf),
  });
  let cut = cutting.next();
  while (!cut.done) {
    yield 0.7 + 0.25 * cut.value;
    cut = cutting.next();
  }
  return finish({ texts, members, isApart, along, alignment, segments: cut.value });
}

function differentTexts(samples: readonly string[]): {
  readonly texts: readonly string[];
  readonly members: readonly (readonly number[])[];
} {
  // Sorted, so that nothing depends on which sample comes first.
  const texts = [...new Set(samples)].sort((one, other) => (one < other ? -1 : 1));
  const membersOf = new Map(texts.map((text) => [text, [] as number[]]));
  samples.forEach((text, sample) => {
    membersOf.get(text)?.push(sample);
  });
  return { texts, members: texts.map((text) => membersOf.get(text) ?? []) };
}

function granularityFor(texts: readonly string[]): Granularity {
  const length = texts.reduce((sum, text) => sum + text.length, 0);
  if (length <= mostForWords) return 'word';
  return length <= mostForSentences ? 'sentence' : 'line';
}

function apartFrom(
  texts: readonly string[],
  members: readonly (readonly number[])[],
  granularity: Granularity,
): Uint8Array {
  // Sentences and lines are seldom equal: there nothing tells what is related.
  if (granularity !== 'word') return new Uint8Array(texts.length);
  const cut = texts.map((text) => cutText(text, 'word'));
  const numbered = numberTokens(cut, 'word', { granularity: 'word' });
  return findApart(numbered.texts.map(({ content }, text) => ({ content, weight: members[text]?.length ?? 0 })));
}

interface Found {
  readonly texts: readonly string[];
  readonly members: readonly (readonly number[])[];
  readonly isApart: Uint8Array;
  /** Places in `texts` of those that are read along. */
  readonly along: readonly number[];
  readonly alignment: Alignment;
  readonly segments: readonly Segment[];
}

function finish(found: Found): Consensus {
  const { texts, members, isApart, alignment } = found;
  const starts = startsOf(found);
  const { bounds, groups } = groupWays(found, starts);
  const wayOf = new Uint16Array(groups.length * texts.length);
  const firstWay = new Uint32Array(groups.length + 1);
  const wayText: number[] = [];
  const wayCount: number[] = [];
  const forks: number[] = [];
  groups.forEach((ways, segment) => {
    firstWay[segment] = wayText.length;
    if (ways.length > 1) forks.push(segment);
    ways.forEach(({ going, count }, way) => {
      wayText.push(going[0] as number);
      wayCount.push(count);
      for (const text of going) wayOf[segment * texts.length + text] = way;
    });
  });
  firstWay[groups.length] = wayText.length;
  const textOf = new Uint32Array(members.reduce((sum, { length }) => sum + length, 0));
  members.forEach((list, text) => {
    for (const sample of list) textOf[sample] = text;
  });
  return {
    sampleCount: textOf.length,
    texts: texts.map(
      (_, text): ConsensusText => ({
        samples: members[text] ?? [],
        starts: Uint32Array.from(bounds, (bound) => starts[text]?.[bound] ?? 0),
        isApart: isApart[text] === 1,
      }),
    ),
    textOf,
    segmentCount: groups.length,
    wayOf,
    firstWay,
    wayText: Uint32Array.from(wayText),
    wayCount: Uint32Array.from(wayCount),
    forks: Uint32Array.from(forks),
    granularity: alignment.granularityUsed,
    isApproximate: alignment.isApproximate,
  };
}

/** Segments that come before those of the alignment: one in which the texts that stand apart say all that they say, and the others nothing. */
function segmentsBefore({ along, texts }: Found): number {
  return along.length < texts.length ? 1 : 0;
}

/** By text: where each segment begins in it, and where the last one ends. */
function startsOf(found: Found): readonly Uint32Array[] {
  const { texts, along, alignment, segments } = found;
  const before = segmentsBefore(found);
  const starts = texts.map((text) => {
    const apart = new Uint32Array(before + segments.length + 1).fill(text.length);
    apart[0] = 0;
    return apart;
  });
  const isFork = segments.map((segment) => segment.isFork);
  // The alignment has the different texts sorted, as they are here.
  alignment.texts.forEach((aligned, place) => {
    const own = starts[along[place] as number] as Uint32Array;
    own[before] = 0;
    let token = 0;
    segments.forEach(({ toColumn }, at) => {
      while (token < aligned.columnOf.length && (aligned.columnOf[token] as number) < toColumn) token++;
      own[before + at + 1] = aligned.starts[token] as number;
    });
    givePrecedingSpace(texts[along[place] as number] as string, own, before, isFork);
  });
  return starts;
}

/**
 * White space between two words stands beside the one that more samples have, which need not be the first. Where fork follows fork it goes to the
 * end of what is said before it, so that ways do not differ by where it stands.
 */
function givePrecedingSpace(text: string, starts: Uint32Array, before: number, isFork: readonly boolean[]): void {
  for (let at = 1; at < isFork.length; at++) {
    const segment = before + at;
    const start = starts[segment] as number;
    if (!isFork[at] || !isFork[at - 1] || starts[segment - 1] === start) continue;
    const said = text.slice(start, starts[segment + 1]);
    const space = said.length - said.trimStart().length;
    if (space > 0 && space < said.length && !/\s/.test(text.charAt(start - 1))) starts[segment] = start + space;
  }
}

interface WayGroup {
  /** The texts that go this way, rising. */
  readonly going: number[];
  /** How many samples do. */
  count: number;
}

/** The ways of each segment by what is said, most samples first. Segments that all say alike and that follow each other become one. */
function groupWays(
  found: Found,
  starts: readonly Uint32Array[],
): { readonly bounds: readonly number[]; readonly groups: readonly (readonly WayGroup[])[] } {
  const { texts, members, along, segments } = found;
  const before = segmentsBefore(found);
  const bounds: number[] = [];
  const groups: WayGroup[][] = [];
  const everybody = texts.map((_, text) => text);
  for (let segment = 0; segment < before + segments.length; segment++) {
    const isBefore = segment < before;
    const takingPart = isBefore ? everybody : along;
    // By what is said, and not by columns: words that stand in different ones may spell the same, and the white space around them may have moved.
    const bySpelling = new Map<string, WayGroup>();
    for (const text of takingPart) {
      const said = (texts[text] as string).slice(starts[text]?.[segment], starts[text]?.[segment + 1]);
      const count = members[text]?.length ?? 0;
      const way = bySpelling.get(said);
      if (way) {
        way.going.push(text);
        way.count += count;
      } else bySpelling.set(said, { going: [text], count });
    }
    const ways = [...bySpelling.values()].sort(
      (one, other) => other.count - one.count || firstSample(one, members) - firstSample(other, members),
    );
    if (ways.length === 1 && groups.at(-1)?.length === 1) continue;
    bounds.push(segment);
    groups.push(ways);
  }
  return { bounds: [...bounds, before + segments.length], groups };
}

function firstSample({ going }: WayGroup, members: readonly (readonly number[])[]): number {
  return going.reduce((least, text) => Math.min(least, members[text]?.[0] ?? least), Number.POSITIVE_INFINITY);
}
