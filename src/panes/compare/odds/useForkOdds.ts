// The odds of every fork that a tab shows, worked out in the disposable worker, and one fork in full. Knows no markup.

import { useCallback, useMemo } from 'react';
import { type ForkOdds, oneFork } from '../../../analysis/probability/forkOdds.ts';
import type { SampleOdds } from '../../../analysis/probability/oddsShapes.ts';
import type { Pointer } from '../../../json/pointer.ts';
import { useTask } from '../../../state/task.ts';
import { type OddsSubject, oddsMaterial, type WithoutOdds } from './oddsSubject.ts';
import { useSampleTokens } from './useSampleTokens.ts';

export interface ForkInFull {
  readonly odds: ForkOdds;
  readonly samples: readonly SampleOdds[];
}

export interface ForkOddsState {
  /** By fork; undefined until they are known, and where no sample's choice lists tokens. */
  readonly odds: readonly ForkOdds[] | undefined;
  /** Samples whose choice lists tokens; 0 where none does. */
  readonly listingCount: number;
  /** Of those, how many are beyond what is held at once, and the ones whose tokens cannot be held against their text. */
  readonly leftOutCount: number;
  readonly without: readonly WithoutOdds[];
  /** Why it failed. */
  readonly problem: string | undefined;
  /** A fork with every sample; undefined until its tokens are known. */
  inFull(fork: number): ForkInFull | undefined;
  /** The place in the document of the token that decides. */
  pointerOf(odds: SampleOdds): Pointer | undefined;
}

const deadlineMs = 60_000;

/** `counted`: the samples that count, where not all do. Both must be the same values as long as they mean the same. */
export function useForkOdds(subject: OddsSubject, counted?: readonly number[]): ForkOddsState {
  const { tokens, listingCount, leftOutCount, problem } = useSampleTokens(subject.rows);
  const material = useMemo(() => tokens && oddsMaterial(subject, tokens), [subject, tokens]);
  const input = useMemo(() => {
    if (material === undefined || material.samples.length === 0) return undefined;
    const among = counted && new Set(counted);
    return {
      texts: material.texts,
      counts: subject.samplesOf.map((members) =>
        among === undefined ? members.length : members.filter((sample) => among.has(sample)).length,
      ),
      samples: among === undefined ? material.samples : material.samples.filter(({ sample }) => among.has(sample)),
      forks: subject.forks(),
    };
  }, [material, subject, counted]);
  const task = useTask('forkOdds', input, deadlineMs);
  const inFull = useCallback(
    (fork: number): ForkInFull | undefined => {
      const place = input?.forks[fork];
      return input && place && oneFork(input, place);
    },
    [input],
  );
  const pointerOf = useCallback(
    ({ sample, token }: SampleOdds): Pointer | undefined =>
      input?.samples.find((one) => one.sample === sample)?.index.pointers[token],
    [input],
  );
  return {
    odds: task.isStale ? undefined : task.value,
    listingCount,
    leftOutCount,
    without: material?.without ?? [],
    problem: problem ?? task.stopped?.message,
    inFull,
    pointerOf,
  };
}
