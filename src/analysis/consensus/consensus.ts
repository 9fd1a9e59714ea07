// The shapes of a consensus, one text to read instead of many, and how to read it. Numbers only, in typed arrays that workers can hand over;
// the texts stay where they are.

import type { Granularity } from '../align/tokens.ts';

/** One of the different texts. */
export interface ConsensusText {
  /** The samples that say it, by their place in the texts that were given, rising. */
  readonly samples: readonly number[];
  /** Where each segment begins in it, in code units; one more for the end. `[starts[i], starts[i + 1])` is segment i, and may be empty. */
  readonly starts: Uint32Array;
  /**
   * It has too little in common with the others to be read along with them: all of it stands in the first segment, and nothing in the
   * others.
   */
  readonly isApart: boolean;
}

/**
 * Texts, cut into the same segments. What all say in a segment is read once; a **fork** is a segment in which they part, and its **ways**
 * are the strings that are said there, '' for nothing. So each text is one path through the segments, byte for byte.
 */
export interface Consensus {
  readonly sampleCount: number;
  /** The different texts, sorted. */
  readonly texts: readonly ConsensusText[];
  /** For each sample the place of its text in `texts`. */
  readonly textOf: Uint32Array;
  readonly segmentCount: number;
  /** By segment and text, `segment * texts.length + text`: the number of the way. Those of a text that stands apart hold in segment 0 only. */
  readonly wayOf: Uint16Array;
  /** The ways of segment i are `[firstWay[i], firstWay[i + 1])` in the lists below; those of most samples come first. */
  readonly firstWay: Uint32Array;
  /** By way: one of the texts that go it, and how many samples do. */
  readonly wayText: Uint32Array;
  readonly wayCount: Uint32Array;
  /** Segments with more than one way, rising. */
  readonly forks: Uint32Array;
  /** What was compared: words, or something coarser where the texts were too many or too long. */
  readonly granularity: Granularity;
  /** True when parts were left uncompared: what is said to be shared is, but there may be more. */
  readonly isApproximate: boolean;
}

/** A string that some samples say at one place. */
export interface Way {
  /** Its number in its segment. */
  readonly number: number;
  /** Exactly as it is written, white space included; '' for nothing. */
  readonly text: string;
  /** How many samples say it. */
  readonly count: number;
}

/** The ways of a segment, those of most samples first; `saying` gives the text of a sample. Samples that stand apart count in segment 0 only. */
export function waysOf(consensus: Consensus, segment: number, saying: (sample: number) => string): readonly Way[] {
  const { firstWay, wayText, wayCount, texts } = consensus;
  const first = firstWay[segment] ?? 0;
  const ways: Way[] = [];
  for (let way = first; way < (firstWay[segment + 1] ?? first); way++) {
    const text = texts[wayText[way] as number];
    if (text === undefined) continue;
    const said = saying(text.samples[0] as number).slice(text.starts[segment], text.starts[segment + 1]);
    ways.push({ number: way - first, text: said, count: wayCount[way] as number });
  }
  return ways;
}

/** The number of the way that a text goes in a segment. */
export function wayOfText({ wayOf, texts }: Consensus, segment: number, text: number): number {
  return wayOf[segment * texts.length + text] as number;
}

/** Whether a text takes part in a segment: one that stands apart does in the first only, and the others everywhere. */
export function takesPart({ texts }: Consensus, segment: number, text: number): boolean {
  return segment === 0 || texts[text]?.isApart === false;
}
