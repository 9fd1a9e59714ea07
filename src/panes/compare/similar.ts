// The similarity of the chosen generations, worked out once for all tabs that show it, and what takes no part: too long, or saying nothing.
// Knows texts and tasks; not how they are shown.

import { useEffect, useMemo } from 'react';
import type { Similarities } from '../../analysis/similarity/compareSamples.ts';
import { type TaskState, useTask } from '../../state/task.ts';
import { type Compared, saysSomething } from './compared.ts';

/** Code units above which a text takes no part: a pair of such texts alone takes seconds. */
export const longestCompared = 200_000;

/** The texts that take part, in document order, so that they are the same whichever is first. */
interface Comparable {
  readonly texts: readonly string[];
  /** For each of them its generation's position. */
  readonly positions: readonly number[];
}

const comparableOf = new WeakMap<object, Comparable>();
const similaritiesOf = new WeakMap<object, Similarities>();

/** What of the compared texts takes part; the same object as long as the same generations are chosen. */
function comparable(compared: Compared): Comparable {
  const { rows, texts, choice } = compared;
  const known = comparableOf.get(choice);
  if (known !== undefined) return known;
  const positionOf = (place: number): number => rows[place]?.position ?? place;
  const places = [...texts.keys()]
    .filter((place) => !isLong(compared, place) && saysSomething(texts[place] ?? ''))
    .sort((one, other) => positionOf(one) - positionOf(other));
  const found = { texts: places.map((place) => texts[place] ?? ''), positions: places.map(positionOf) };
  comparableOf.set(choice, found);
  return found;
}

function isLong({ texts, totalLengths }: Compared, place: number): boolean {
  return Math.max(texts[place]?.length ?? 0, totalLengths[place] ?? 0) > longestCompared;
}

export interface SimilarityState {
  readonly texts: readonly string[];
  /** For each of the texts its place in `Compared`. */
  readonly places: readonly number[];
  /** Places of texts that are too long. */
  readonly leftOut: readonly number[];
  /** Places of texts that say nothing. */
  readonly silent: readonly number[];
  readonly similarities: Similarities | undefined;
  readonly task: TaskState<Similarities>;
}

/** Asks for the similarities unless they are known from another tab. */
export function useSimilarity(compared: Compared): SimilarityState {
  const { choice } = compared;
  const taking = comparable(compared);
  const known = similaritiesOf.get(choice);
  const input = useMemo(
    () => (known !== undefined || taking.texts.length < 2 ? undefined : { texts: taking.texts }),
    [known, taking],
  );
  const task = useTask('similarity', input);
  const found = task.isStale ? undefined : task.value;
  useEffect(() => {
    if (found !== undefined) similaritiesOf.set(choice, found);
  }, [found, choice]);
  const parts = useMemo(() => {
    const placeOf = new Map(compared.rows.map(({ position }, place) => [position, place]));
    const all = [...compared.rows.keys()];
    const leftOut = all.filter((place) => isLong(compared, place));
    return {
      places: taking.positions.flatMap((position) => placeOf.get(position) ?? []),
      leftOut,
      silent: all.filter((place) => !isLong(compared, place) && !saysSomething(compared.texts[place] ?? '')),
    };
  }, [compared, taking]);
  return { texts: taking.texts, ...parts, similarities: known ?? found, task };
}
