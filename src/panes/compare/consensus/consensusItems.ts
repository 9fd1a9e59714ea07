// What is drawn of a consensus, in the order of the text: what all share, and the forks with the ways that are still gone. Pure; knows no screen.

import { type Consensus, waysOf } from '../../../analysis/consensus/consensus.ts';
import { type FollowedWay, type Weighed, waysLeft } from '../../../analysis/consensus/follow.ts';

export interface ShownWay {
  /** Its number in its segment. */
  readonly way: number;
  /** Exactly as it is written; '' for nothing. */
  readonly text: string;
  /** Samples, of those that count, that go it. */
  readonly count: number;
}

export interface SharedItem {
  readonly kind: 'shared';
  readonly segment: number;
  readonly text: string;
}

export interface ForkItem {
  readonly kind: 'fork';
  readonly segment: number;
  /** Among all forks, from 0. */
  readonly fork: number;
  /** Those of most samples first; one where all that count go the same way. */
  readonly ways: readonly ShownWay[];
  /** Samples that count here. */
  readonly of: number;
  /** A person follows its one way. */
  readonly isFollowed: boolean;
  /** The segment in which the texts that stand apart say all that they say. */
  readonly isApart: boolean;
}

export type ConsensusItem = SharedItem | ForkItem;

/** What is left to read when only the weighed samples count; nothing that none of them says. */
export function consensusItems(
  consensus: Consensus,
  weighed: Weighed,
  followed: readonly FollowedWay[],
  saying: (sample: number) => string,
): readonly ConsensusItem[] {
  const forkOf = new Map(Array.from(consensus.forks, (segment, fork) => [segment, fork]));
  const hasApart = consensus.texts.some(({ isApart }) => isApart);
  return Array.from({ length: consensus.segmentCount }, (_, segment): ConsensusItem | undefined => {
    const left = waysLeft(consensus, weighed, segment);
    if (left.length === 0) return undefined;
    const ways = waysOf(consensus, segment, saying);
    const fork = forkOf.get(segment);
    if (fork === undefined) return { kind: 'shared', segment, text: ways[0]?.text ?? '' };
    return {
      kind: 'fork',
      segment,
      fork,
      ways: left.map(({ way, count }) => ({ way, count, text: ways[way]?.text ?? '' })),
      of: left.reduce((sum, { count }) => sum + count, 0),
      isFollowed: followed.some((one) => one.segment === segment),
      isApart: hasApart && segment === 0,
    };
  }).filter((item) => item !== undefined);
}

/** Of so many samples, and where one way has so great a share of them, a fork is read as that way, until it is opened. */
const leastFolded = 10;
const foldedShare = 0.9;

/** Whether nearly all go one way at a fork, so that it would only be in the way of who reads. */
export function isNearlyShared({ ways, of, isApart }: ForkItem): boolean {
  return !isApart && of >= leastFolded && ways.length > 1 && (ways[0]?.count ?? 0) >= foldedShare * of;
}
