// The similarity of the chosen generations, worked out once for all tabs that show it, and what takes no part: too long, or saying nothing.
// Knows texts and tasks; not how they are shown.

import { useMemo } from 'react';
import type { Similarities } from '../../analysis/similarity/compareSamples.ts';
import type { SampleList } from '../../response/samples/sampleList.ts';
import { useHeld } from '../../state/held.ts';
import { type TaskState, useTask } from '../../state/task.ts';
import { type Compared, saysSomething } from './compared.ts';

/** Code units above which a text takes no part: a pair of such texts alone takes seconds. */
export const longestCompared = 200_000;

/** The texts that take part, in document order, so that they are the same whichever is first. */
interface Comparable {
  readonly texts: readonly string[];
  /** For each of them its place in `Compared`. */
  readonly places: readonly number[];
  /** Places of texts that are too long. */
  readonly leftOut: readonly number[];
  /** Places of texts that say nothing. */
  readonly silent: readonly number[];
}

/** What of the compared texts takes part. */
function comparable(compared: Compared): Comparable {
  const { rows, texts } = compared;
  const all = [...texts.keys()];
  const places = all
    .filter((place) => !isLong(compared, place) && saysSomething(texts[place] ?? ''))
    .sort((one, other) => rows.position(one) - rows.position(other));
  return {
    texts: places.map((place) => texts[place] ?? ''),
    places,
    leftOut: all.filter((place) => isLong(compared, place)),
    silent: all.filter((place) => !isLong(compared, place) && !saysSomething(texts[place] ?? '')),
  };
}

function isLong({ texts, totalLengths }: Compared, place: number): boolean {
  return Math.max(texts[place]?.length ?? 0, totalLengths[place] ?? 0) > longestCompared;
}

export interface SimilarityState extends Comparable {
  readonly similarities: Similarities | undefined;
  readonly task: TaskState<Similarities>;
  /** What a matrix shows: while other similarities are worked out those of before, so that whoever walks it stays in it. */
  readonly drawn: DrawnSimilarities | undefined;
}

export interface DrawnSimilarities {
  readonly similarities: Similarities;
  /** The samples of the matrix, by their place in it. */
  readonly rows: SampleList;
}

/** Asks for the similarities; what another tab, or another order of the same generations, has asked for is remembered with the tasks. */
export function useSimilarity(compared: Compared): SimilarityState {
  const taking = useMemo(() => comparable(compared), [compared]);
  const input = useMemo(() => (taking.texts.length < 2 ? undefined : { texts: taking.texts }), [taking]);
  const task = useTask('similarity', input);
  const similarities = task.isStale ? undefined : task.value;
  const present = useMemo(
    () => similarities && { similarities, rows: compared.rows.pick(taking.places) },
    [similarities, taking, compared],
  );
  const last = useHeld(present);
  return { ...taking, similarities, task, drawn: task.stopped === undefined ? last : present };
}
