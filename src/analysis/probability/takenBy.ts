// Where other samples of a prompt went at a token of one: each parts from its text at one place, and what it says there tells which of the
// alternatives it took. Pure; works on bytes, because tokens end within characters and samples may be cut otherwise.

import type { Parting } from '../../response/questions.ts';

/** Bytes of what another sample says: enough to know any token. */
const longestNext = 120;

/** Where one byte string leaves another: so many bytes are common, and what follows in the other one. */
export function partingOf(own: string, other: string): Pick<Parting, 'common' | 'next'> {
  const most = Math.min(own.length, other.length);
  let common = 0;
  while (common < most && own.charCodeAt(common) === other.charCodeAt(common)) common++;
  return { common, next: other.slice(common, common + longestNext) };
}

/** What another sample did at a token. `parted`: it went another way before. `same`: it said what the token says. */
export type Went =
  | { readonly way: 'parted' }
  | { readonly way: 'same' }
  /** It said what the candidate at this place in the list says. */
  | { readonly way: 'other'; readonly candidate: number }
  /** It said something else, or ended. */
  | { readonly way: 'elsewhere' };

export interface TokenPlace {
  /** Bytes of the whole text, as a byte string. */
  readonly text: string;
  /** Where the token begins and ends in it. */
  readonly from: number;
  readonly to: number;
  /** The candidates of the token as byte strings, the chosen one among them. */
  readonly candidates: readonly string[];
  readonly chosen: number;
}

/**
 * Which way a sample went at a token. Of several candidates that it goes on with, one that begins with another, the longest counts, unless the own
 * text goes on with that as well.
 */
export function wentAt({ text, from, to, candidates, chosen }: TokenPlace, { common, next }: Parting): Went {
  if (common < from) return { way: 'parted' };
  // No more of a long common text than a token can be.
  const end = Math.min(common, from + longestNext);
  const said = text.slice(from, end) + (end < common ? '' : next);
  const own = text.slice(from, to);
  let longest = -1;
  candidates.forEach((bytes, at) => {
    if (bytes === '' || at === chosen || !said.startsWith(bytes) || text.startsWith(bytes, from)) return;
    if (longest < 0 || bytes.length > (candidates[longest]?.length ?? 0)) longest = at;
  });
  const isSame = common >= to && own !== '';
  if (longest >= 0 && (!isSame || (candidates[longest]?.length ?? 0) > own.length)) {
    return { way: 'other', candidate: longest };
  }
  return { way: isSame ? 'same' : 'elsewhere' };
}
