// Gets the consensus of the compared texts from the worker, and which ways of it a person follows. Knows no markup.

import { useMemo, useState } from 'react';
import type { Consensus } from '../../../analysis/consensus/consensus.ts';
import { type FollowedWay, type Weighed, weigh } from '../../../analysis/consensus/follow.ts';
import type { SampleList } from '../../../response/samples/sampleList.ts';
import { useClosedByEscape } from '../../../state/escape.ts';
import { useHeld, useSame, useSameList } from '../../../state/held.ts';
import { type TaskState, useTask } from '../../../state/task.ts';
import type { Compared } from '../compared.ts';
import { deadlineMs } from '../comparedOutputs.ts';
import { readable } from './readable.ts';

/** A consensus with the samples that it is of. */
export interface ReadConsensus {
  readonly consensus: Consensus;
  /** By sample of the consensus. */
  readonly texts: readonly string[];
  readonly rows: SampleList;
  /** By sample: code units at the beginning of its text that are its output. */
  readonly outputLengths: readonly number[];
  saying(sample: number): string;
}

export interface ConsensusState {
  /** What is on screen: while another one is being worked out, the one before. */
  readonly read: ReadConsensus | undefined;
  readonly task: TaskState<Consensus>;
  /** Compared samples that take no part, because they say nothing or are not here as a whole. */
  readonly silentCount: number;
  readonly cutCount: number;
}

export function useConsensus(compared: Compared): ConsensusState {
  const { places, silentCount, cutCount } = useMemo(() => readable(compared), [compared]);
  const texts = useSameList(useMemo(() => places.map((place) => compared.texts[place] ?? ''), [places, compared]));
  const input = useMemo(() => (texts.length < 2 ? undefined : { texts }), [texts]);
  const task = useTask('consensus', input, deadlineMs);
  const consensus = task.isStale ? undefined : task.value;
  const rows = useSame(
    useMemo(() => compared.rows.pick(places), [places, compared]),
    (one, other) => one.equals(other),
  );
  const outputLengths = useSameList(
    useMemo(() => places.map((place) => compared.outputLengths[place] ?? 0), [places, compared]),
  );
  const present = useMemo(
    (): ReadConsensus | undefined =>
      consensus && { consensus, texts, rows, outputLengths, saying: (sample) => texts[sample] ?? '' },
    [consensus, texts, rows, outputLengths],
  );
  const held = useHeld(task.stopped === undefined ? present : undefined);
  return { read: input === undefined || task.stopped !== undefined ? present : held, task, silentCount, cutCount };
}

export interface Following {
  readonly followed: readonly FollowedWay[];
  readonly weighed: Weighed;
  /** Follows a way, or no longer; another way of the same fork takes its place. */
  toggle(way: FollowedWay): void;
  /** Follows nothing. */
  clear(): void;
}

const none: readonly FollowedWay[] = [];

/** Forgets the ways when the consensus is another one. Escape goes back way by way. */
export function useFollowing(consensus: Consensus): Following {
  const [last, setLast] = useState<{ readonly of: Consensus; readonly ways: readonly FollowedWay[] }>();
  const followed = last?.of === consensus ? last.ways : none;
  const set = (ways: readonly FollowedWay[]): void => setLast({ of: consensus, ways });
  useClosedByEscape(followed.length > 0, () => set(followed.slice(0, -1)));
  const weighed = useMemo(() => weigh(consensus, followed), [consensus, followed]);
  return {
    followed,
    weighed,
    toggle({ segment, way }) {
      const others = followed.filter((one) => one.segment !== segment);
      const isFollowed = followed.some((one) => one.segment === segment && one.way === way);
      set(isFollowed ? others : [...others, { segment, way }]);
    },
    clear: () => set(none),
  };
}
