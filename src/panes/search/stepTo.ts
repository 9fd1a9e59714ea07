// From one hit to the next or the one before, around the end. Pure.

import type { SearchProgress } from './DocumentSearch.ts';

/**
 * The number of a hit `by` hits away from `at`, from 0; without one the first or the last. As long as the search runs there is no end to go around:
 * then it may be the number of the hit that comes next.
 */
export function stepTo(at: number | undefined, by: -1 | 0 | 1, { count, state }: SearchProgress): number {
  const isOpen = state === 'running' || state === 'waiting';
  const last = Math.max(0, count - 1);
  if (at === undefined) return by < 0 ? last : 0;
  const next = Math.min(at + by, count);
  if (next < 0) return last;
  return next < count || isOpen ? next : 0;
}
