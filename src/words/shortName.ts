// A name that may be of any length, in a line: ids, models, keys and reasons are a few words, and can be megabytes. Knows nothing of what it names.

import { formatCount } from './numbers.ts';

/**
 * The name; of more than `most` code units its start, with how many there are of it. No surrogate pair is cut. `isStart`: it is only the start of a
 * longer name.
 */
export function shortName(name: string, most = 120, isStart = false): string {
  if (name.length <= most && !isStart) return name;
  const end = (name.charCodeAt(most - 1) & 0xfc00) === 0xd800 ? most - 1 : most;
  return `${name.slice(0, end)}… (${isStart ? 'more than ' : ''}${formatCount(name.length)} code units)`;
}
