// The similarity of the chosen generations, worked out once for all tabs that show it, and what takes no part because it is too long.
// Knows texts and tasks; not how they are shown.

import { useEffect, useMemo } from 'react';
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

const comparableOf = new WeakMap<readonly string[], Comparable>();
const similaritiesOf = new WeakMap<readonly string[], Similarities>();

/** What of the compared texts takes part; the same object as long as the texts are the same. */
function comparable({ texts, totalLengths }: Compared): Comparable {
  const known = comparableOf.get(texts);
  if (known !== undefined) return known;
  const places: number[] = [];
  const leftOut: number[] = [];
  texts.forEach((text, place) => {
    const isLong = Math.max(text.length, totalLengths[place] ?? 0) > longestCompared;
    (isLong ? leftOut : places).push(place);
  });
  const found = { texts: places.map((place) => texts[place] ?? ''), places, leftOut };
  comparableOf.set(texts, found);
  return found;
}

export interface SimilarityState extends Comparable {
  readonly similarities: Similarities | undefined;
  readonly task: TaskState<Similarities>;
}

/** Asks for the similarities unless they are known from another tab. */
export function useSimilarity(compared: Compared): SimilarityState {
  const { texts } = compared;
  const taking = comparable(compared);
  const known = similaritiesOf.get(texts);
  const input = useMemo(
    () => (known !== undefined || taking.texts.length < 2 ? undefined : { texts: taking.texts }),
    [known, taking],
  );
  const task = useTask('similarity', input);
  const found = task.isStale ? undefined : task.value;
  useEffect(() => {
    if (found !== undefined) similaritiesOf.set(texts, found);
  }, [found, texts]);
  return { ...taking, similarities: known ?? found, task };
}
