// Holds the spelled bytes of a list of tokens against the text, where they follow one another to the end of either: the usual case of
// `alignTokens`, whose words it uses. Gives up where they part.

import { readString } from '../../json/text.ts';
import type { TokenCoverage } from './token.ts';
import { isOddBit, isSpecialBit, isStatedBit, type TokenColumns } from './tokenColumns.ts';
import { byteString, looksSpecial } from './tokenSpelling.ts';

/** `alignTokens` looks no further for the rest of a token that the text cuts. */
const mostRest = 4096;

/**
 * How tokens and text relate; undefined where that is left to `readTokens`. Marks the tokens that are not in the text, and the control tokens
 * among them.
 */
export function scanAlignment(columns: TokenColumns, text: Uint8Array): TokenCoverage['relation'] | undefined {
  const { spelled, spelledCount, count } = columns;
  const common = Math.min(spelledCount, text.length);
  for (let at = 0; at < common; at++) if (spelled[at] !== text[at]) return undefined;
  const tail = text.length < spelledCount ? firstBeyond(columns, text.length) : count;
  if (!areLikeliest(columns, text, tail)) return undefined;
  if (tail === count) return spelledCount === text.length ? 'equal' : 'covers';
  return relateTail(columns, text, tail);
}

/** The first token that ends after a byte. */
function firstBeyond({ spelledTo, count }: TokenColumns, byte: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((spelledTo[middle] as number) > byte) high = middle;
    else low = middle + 1;
  }
  return low;
}

function startOf({ spelledTo }: TokenColumns, at: number): number {
  return at === 0 ? 0 : (spelledTo[at - 1] as number);
}

/** Whether the tokens before `end` stand in the text as it is likeliest and as nothing that would be tried before. */
function areLikeliest(columns: TokenColumns, text: Uint8Array, end: number): boolean {
  for (let at = 0; at < end; at++) if (((columns.bits[at] as number) & isSpecialBit) !== 0) return false;
  for (const [at, { options, likeliest }] of columns.spellings) {
    const place = startOf(columns, at);
    if (at < end && options.slice(0, options.indexOf(likeliest)).some((bytes) => startsAt(text, bytes, place)))
      return false;
  }
  return true;
}

function startsAt(text: Uint8Array, bytes: string, place: number): boolean {
  if (place + bytes.length > text.length) return false;
  for (let at = 0; at < bytes.length; at++) if (text[place + at] !== bytes.charCodeAt(at)) return false;
  return true;
}

/** The text ends within or before the token `first`. */
function relateTail(columns: TokenColumns, text: Uint8Array, first: number): TokenCoverage['relation'] | undefined {
  const { count, isOutside, isControl } = columns;
  const start = startOf(columns, first);
  const isCut = start < text.length;
  let at = first;
  if (isCut) {
    if (isSpecial(columns, at) || text.length - start > mostRest || mayFit(columns, text, at, start)) return undefined;
    at++;
  }
  // After the end only tokens of nothing stand in the text, and they do not after one that says something.
  let isWalking = true;
  for (; at < count; at++) {
    const isEmpty = (columns.spelledTo[at] as number) === startOf(columns, at);
    if (isEmpty && isWalking) continue;
    const special = isSpecial(columns, at);
    isOutside[at] = 1;
    if (special) isControl[at] = 1;
    else isWalking = false;
  }
  joinControls(columns, first);
  for (let place = first; place < count; place++)
    if (isOutside[place] === 1 && isControl[place] === 0) return 'textIsPrefix';
  return isCut ? 'textIsPrefix' : 'equal';
}

/** Whether another spelling of the token stands in the text as a whole at a place. */
function mayFit(columns: TokenColumns, text: Uint8Array, at: number, place: number): boolean {
  const bits = columns.bits[at] as number;
  if ((bits & isStatedBit) !== 0) return startsAt(text, byteString(textAt(columns, at)), place);
  return (
    (bits & isOddBit) !== 0 &&
    (columns.spellings.get(at)?.options.some((bytes) => startsAt(text, bytes, place)) ?? false)
  );
}

function isSpecial(columns: TokenColumns, at: number): boolean {
  return ((columns.bits[at] as number) & isSpecialBit) !== 0 || looksSpecial(textAt(columns, at));
}

function textAt({ text, textFrom, textTo }: TokenColumns, at: number): string {
  return readString(text.bytes, textFrom[at] as number, textTo[at] as number);
}

/** What stands between two control tokens, such as the name of a role, is one too, as `alignTokens` has it. */
function joinControls({ count, isOutside, isControl }: TokenColumns, first: number): void {
  for (let at = first; at < count; at++) {
    if (isControl[at] === 0) continue;
    let next = at + 1;
    while (next < count && isControl[next] === 0 && isOutside[next] === 1) next++;
    if (next < count && isControl[next] === 1 && next - at <= 8) isControl.fill(1, at, next);
  }
}
