// Which of the chosen generations take no part in a comparison, in words. Pure.

import { formatCount, plural } from '../../words/numbers.ts';
import type { Compared } from './compared.ts';
import { namesOf } from './sampleWords.ts';
import { longestCompared } from './similar.ts';

/** `#3 takes no part: longer than 200,000 UTF-16 units. #5 says nothing.`; undefined when all take part. */
export function leftOutWords(
  compared: Compared,
  leftOut: readonly number[],
  silent: readonly number[],
): string | undefined {
  return (
    [longWords(compared, leftOut), silentWords(compared, silent)].filter((words) => words !== undefined).join(' ') ||
    undefined
  );
}

function silentWords({ rows }: Compared, silent: readonly number[]): string | undefined {
  const who = rows.pick(silent);
  if (who.length === 0) return undefined;
  if (who.length > 4) return `${plural(who.length, 'generation')} say nothing.`;
  return `${namesOf(who)} ${who.length === 1 ? 'says' : 'say'} nothing.`;
}

function longWords({ rows }: Compared, leftOut: readonly number[]): string | undefined {
  const out = rows.pick(leftOut);
  if (out.length === 0) return undefined;
  const limit = `longer than ${formatCount(longestCompared)} UTF-16 units`;
  if (out.length > 4) return `${plural(out.length, 'text')} take no part: ${limit}.`;
  return `${namesOf(out)} ${out.length === 1 ? 'takes' : 'take'} no part: ${limit}.`;
}
