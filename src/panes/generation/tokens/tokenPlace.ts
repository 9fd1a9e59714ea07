// Where a token stands among the bytes of its text, and which other generations went which way there. Pure.

import { candidatesOf } from '../../../analysis/probability/measures.ts';
import { type TokenPlace, wentAt } from '../../../analysis/probability/takenBy.ts';
import type { Partings } from '../../../response/questions.ts';
import type { Token } from '../../../response/tokens/token.ts';
import { byteString, spellingOf } from '../../../response/tokens/tokenSpelling.ts';
import type { Listing } from './useTokens.ts';

/** What the other generations did at a token. */
export interface Taken {
  /** By candidate (`candidatesOf`): positions in `data` of those that went on with it. */
  readonly by: readonly (readonly number[])[];
  /** Went on with what the list does not hold, or ended. */
  readonly elsewhere: readonly number[];
  /** Parted before. */
  readonly parted: number;
}

/** Undefined where the token is not in the text, or before what generations say. `at` is its place in the list. */
export function takenAt(listing: Listing, token: Token, at: number, partings: Partings): Taken | undefined {
  const range = bytesOfToken(listing, at);
  if (range === undefined || range.from < partings.from) return undefined;
  const candidates = candidatesOf(token);
  const place: TokenPlace = {
    text: placesOf(listing.text).bytes.slice(partings.from),
    from: range.from - partings.from,
    to: range.to - partings.from,
    candidates: candidates.map(({ text, bytes }) => spellingOf(text, bytes).likeliest),
    chosen: candidates.findIndex(({ isChosen }) => isChosen),
  };
  const by: number[][] = candidates.map(() => []);
  const elsewhere: number[] = [];
  let parted = 0;
  for (const other of partings.others) {
    const went = wentAt(place, other);
    if (went.way === 'parted') parted++;
    else if (went.way === 'elsewhere') elsewhere.push(other.generation);
    else by[went.way === 'same' ? place.chosen : went.candidate]?.push(other.generation);
  }
  return { by, elsewhere, parted };
}

/** Bytes of the text that a token spells: of several that spell a character together, each its own where their bytes are known. */
function bytesOfToken(
  { tokens, text }: Listing,
  at: number,
): { readonly from: number; readonly to: number } | undefined {
  const token = tokens[at];
  if (token?.start === undefined || token.end === undefined) return undefined;
  const { byteAt } = placesOf(text);
  if (token.group === undefined) return { from: byteAt(token.start), to: byteAt(token.end) };
  const first = tokens[token.group];
  let from = byteAt(first?.start ?? token.start);
  for (let before = token.group; before < at; before++) from += tokens[before]?.bytes?.length ?? 0;
  const isKnown = tokens.slice(token.group, at + 1).every(({ bytes }) => bytes !== undefined);
  return isKnown ? { from, to: from + (token.bytes?.length ?? 0) } : { from, to: byteAt(token.end) };
}

interface Places {
  readonly text: string;
  readonly bytes: string;
  /** The byte at which a code point begins. */
  byteAt(point: number): number;
}

/** Of the text that was asked for last: many tokens of one text are asked for together. */
let last: Places | undefined;

function placesOf(text: string): Places {
  if (last?.text === text) return last;
  const bytes = byteString(text);
  const starts: number[] = [];
  for (let byte = 0; byte < bytes.length; byte++) if ((bytes.charCodeAt(byte) & 0xc0) !== 0x80) starts.push(byte);
  last = { text, bytes, byteAt: (point) => starts[point] ?? bytes.length };
  return last;
}
