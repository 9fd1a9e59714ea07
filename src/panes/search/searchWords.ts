// What the search says of itself. Pure.

import { formatCount, formatPercent, plural } from '../../words/numbers.ts';
import type { SearchProgress } from './DocumentSearch.ts';

/** `3 of 1,204`, `3 of 240 so far`, `1,204 hits`, `No hits in the first 40 %`. `at`: the hit that a person is at, from 0. */
export function countText({ count, done, state }: SearchProgress, at: number | undefined): string {
  const isWhole = state === 'done';
  if (count === 0 && state === 'running') return '';
  const found =
    count === 0
      ? 'No hits'
      : at === undefined
        ? plural(count, 'hit')
        : `${formatCount(at + 1)} of ${formatCount(count)}`;
  if (isWhole) return found;
  return state === 'running' ? `${found} so far` : `${found} in the first ${percentText(done)}`;
}

/** Rounded down: what is not whole yet is not 100 %. */
export function percentText(done: number): string {
  return formatPercent(Math.floor(done * 100) / 100);
}
