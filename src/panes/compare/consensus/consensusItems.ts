// What is drawn of a consensus, in the order of the text: what all share, and the forks with the ways that are still gone. Pure; knows no screen.

import { type Consensus, waysOf } from '../../../analysis/consensus/consensus.ts';
import { type FollowedWay, type Weighed, waysLeft } from '../../../analysis/consensus/follow.ts';
import { contestedBits } from '../../../analysis/contested.ts';

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

/** A text with more forks than a person reads is one in which a fork must be more than one sample's own. */
const manyForks = 24;

/**
 * Whether so nearly all go one way at a fork that it would only be in the way of who reads: nine of ten samples; where there are many forks, four
 * of five.
 */
export function isNearlyShared({ ways, of, isApart }: ForkItem, forkCount: number): boolean {
  const isMany = forkCount > manyForks;
  const share = (ways[0]?.count ?? 0) / of;
  return !isApart && ways.length > 1 && of >= (isMany ? 5 : 10) && share >= (isMany ? 0.8 : 0.9);
}

/** Where each fork lies in what is read, 0 to 1, and how contested it is, beside the most contested one. */
export function stripOf(items: readonly ConsensusItem[]): {
  readonly places: readonly number[];
  readonly weights: readonly number[];
} {
  const places: number[] = [];
  const bits: number[] = [];
  let length = 0;
  for (const item of items) {
    if (item.kind === 'fork') {
      places.push(length);
      bits.push(contestedBits(item.ways.map(({ count }) => count)));
    }
    length += item.kind === 'shared' ? item.text.length : (item.ways[0]?.text.length ?? 0);
  }
  const most = Math.max(1e-9, ...bits);
  return { places: places.map((place) => place / Math.max(1, length)), weights: bits.map((one) => one / most) };
}
