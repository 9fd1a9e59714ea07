// Which of the chosen generations take no part in a comparison, in words. Pure.

import { formatCount, plural } from '../../words/numbers.ts';
import type { Compared } from './compared.ts';
import { namesOf } from './sampleWords.ts';
import { longestCompared } from './similar.ts';

/** `#3 takes no part: longer than 200,000 UTF-16 units.`; undefined when all take part. */
export function leftOutWords({ rows }: Compared, leftOut: readonly number[]): string | undefined {
  const out = leftOut.flatMap((place) => rows[place] ?? []);
  if (out.length === 0) return undefined;
  const limit = `longer than ${formatCount(longestCompared)} UTF-16 units`;
  if (out.length > 4) return `${plural(out.length, 'text')} take no part: ${limit}.`;
  return `${namesOf(out)} ${out.length === 1 ? 'takes' : 'take'} no part: ${limit}.`;
}
