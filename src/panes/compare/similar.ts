// The similarity of the chosen generations, worked out once for all tabs that show it, and what takes no part because it is too long.
// Knows texts and tasks; not how they are shown.

import { useMemo } from 'react';
import type { Similarities } from '../../analysis/similarity/compareSamples.ts';
import { type TaskState, useTask } from '../../state/task.ts';
import type { Compared } from './compared.ts';

/** Code units above which a text takes no part: a pair of such texts alone takes seconds. */
export const longestCompared = 200_000;

/** The texts that take part, by their place among the compared ones. */
export interface Comparable {
  readonly texts: readonly string[];
  /** For each of them its place in `Compared`. */
  readonly places: readonly number[];
  /** Places of texts that are too long. */
  readonly leftOut: readonly number[];
}

/** What of the compared texts takes part. */
function comparable({ texts, totalLengths }: Pick<Compared, 'texts' | 'totalLengths'>): Comparable {
  const places: number[] = [];
  const leftOut: number[] = [];
  texts.forEach((text, place) => {
    const isLong = Math.max(text.length, totalLengths[place] ?? 0) > longestCompared;
    (isLong ? leftOut : places).push(place);
  });
  return { texts: places.map((place) => texts[place] ?? ''), places, leftOut };
}

export interface SimilarityState extends Comparable {
  readonly similarities: Similarities | undefined;
  readonly task: TaskState<Similarities>;
}

/** Asks for the similarities; what another tab has asked for is remembered with the tasks. */
export function useSimilarity({ texts, totalLengths }: Compared): SimilarityState {
  const taking = useMemo(() => comparable({ texts, totalLengths }), [texts, totalLengths]);
  const input = useMemo(() => (taking.texts.length < 2 ? undefined : { texts: taking.texts }), [taking]);
  const task = useTask('similarity', input);
  return { ...taking, similarities: task.isStale ? undefined : task.value, task };
}
