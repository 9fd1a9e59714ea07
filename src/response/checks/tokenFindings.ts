// What is found of the tokens of a choice in words, where it is found both of tokens as objects and of tokens in columns.

import type { Pointer } from '../../json/pointer.ts';
import { formatCount, formatPercent, listPhrase } from '../../words/numbers.ts';
import type { LogprobState } from '../tokens/token.ts';
import type { Finding } from './check.ts';

/** HL063: so many tokens after the stop sequence, the first of them at `first`. */
export function afterStopFinding(count: number, first: Pointer): Finding {
  return { message: `${formatCount(count)} tokens after the stop sequence are hidden from the text.`, pointer: first };
}

/** Whether HL064 is about a token of that state. */
export function isValueless(state: LogprobState): boolean {
  return state === 'belowTop' || state === 'unknown' || state === 'negInf';
}

/** HL064: so many tokens without a usable value, written in these ways ('' for nothing); places of at most a hundred. */
export function valuelessFinding(
  count: number,
  lexemes: ReadonlySet<string>,
  first: Pointer,
  others: readonly Pointer[],
): Finding {
  const values = listPhrase(
    Array.from(lexemes, (lexeme) => lexeme || 'missing'),
    5,
  );
  return {
    message: `${formatCount(count)} tokens have no usable log probability (${values}); left out of averages.`,
    pointer: first,
    related: others,
  };
}

/** HL067: of the alternatives that were wanted, one of `count` tokens has `fewest`, and so many have fewer than wanted. */
export function fewerFinding(found: {
  readonly fewest: number;
  readonly wanted: number;
  readonly fewer: number;
  readonly count: number;
  readonly at: Pointer;
  readonly list: Pointer;
}): Finding {
  const { fewest, wanted, fewer, count, at, list } = found;
  return {
    message: `${fewest} of ${wanted} alternatives (identical strings merge, or the provider gives fewer).`,
    pointer: at,
    related: [list],
    detail: `${formatCount(fewer)} of ${formatCount(count)} tokens have fewer.`,
  };
}

/** HL069: the alternatives of the tokens at these places add up to more than can be, those of the first to `sum`; places of at most a hundred others. */
export function tooMuchFinding(sum: number, first: Pointer, others: readonly Pointer[]): Finding {
  return { message: `Alternatives add up to ${formatPercent(sum, 1)}.`, pointer: first, related: others.slice(0, 100) };
}
