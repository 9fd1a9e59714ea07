// What is left of a consensus when only the samples that went certain ways count. Pure; knows no texts.

import { type Consensus, takesPart, wayOfText } from './consensus.ts';

/** A way that a person follows: its segment, and its number there. */
export interface FollowedWay {
  readonly segment: number;
  readonly way: number;
}

/** A consensus weighed anew for some of its samples. */
export interface Weighed {
  /** The texts that went all the ways, rising. */
  readonly texts: readonly number[];
  /** Their samples, rising. */
  readonly samples: readonly number[];
  /** By way, in the order of the consensus: how many of these samples go it. */
  readonly counts: Uint32Array;
}

/** The samples that went all these ways, and how often each way is gone by them. Without ways: all samples. */
export function weigh(consensus: Consensus, followed: readonly FollowedWay[]): Weighed {
  const { firstWay, wayCount, texts, segmentCount } = consensus;
  const left = [...texts.keys()].filter((text) =>
    followed.every(
      ({ segment, way }) => takesPart(consensus, segment, text) && wayOfText(consensus, segment, text) === way,
    ),
  );
  const counts = new Uint32Array(wayCount.length);
  for (const text of left) {
    const count = texts[text]?.samples.length ?? 0;
    for (let segment = 0; segment < segmentCount; segment++) {
      if (!takesPart(consensus, segment, text)) continue;
      const way = (firstWay[segment] as number) + wayOfText(consensus, segment, text);
      counts[way] = (counts[way] as number) + count;
    }
  }
  const samples = left.flatMap((text) => [...(texts[text]?.samples ?? [])]).sort((one, other) => one - other);
  return { texts: left, samples, counts };
}

/** The ways of a segment that are still gone, those of most samples first, with how many samples go each. */
export function waysLeft(
  { firstWay }: Consensus,
  { counts }: Weighed,
  segment: number,
): readonly { readonly way: number; readonly count: number }[] {
  const first = firstWay[segment] ?? 0;
  return Array.from(counts.subarray(first, firstWay[segment + 1]), (count, way) => ({ way, count }))
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count || one.way - other.way);
}
