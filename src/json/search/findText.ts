// Where a text stands in a document as a person reads it: `é` also where it is written `\u00e9`, a line break where it is written `\n`; and as it is
// written, so that `\n` is found too. Looks at every byte once and closer only where the rarest character of the text may be. Piece by piece, so
// that the thread can do other things in between.

import { needleOf, rarestOf } from './needle.ts';
import { Reading } from './reading.ts';
import { isBoundary } from './units.ts';

export interface TextSought {
  readonly text: string;
  readonly isCaseMatched: boolean;
}

/** What is found from one byte on, up to where the next piece begins. */
export interface FoundPiece {
  /** Pairs of bytes, `[from, to)` each, in order; none within another. */
  readonly hits: Float64Array;
  /** Where to go on; absent at the end. */
  readonly next?: number;
}

/**
 * The hits that begin in `[from, from + mostBytes)`, or the first `mostHits` of them. `from` is 0 or the `next` of the piece before. The leftmost
 * hit counts, then the next one behind it; a hit is whole characters.
 */
export function findText(
  bytes: Uint8Array,
  { text, isCaseMatched }: TextSought,
  from: number,
  mostBytes: number,
  mostHits: number,
): FoundPiece {
  const limit = boundaryFrom(bytes, Math.min(bytes.length, from + mostBytes));
  const needle = needleOf(text, isCaseMatched);
  const found: number[] = [];
  let at = from;
  if (needle.length > 0) {
    const anchor = rarestOf(needle, bytes, from, limit);
    const readings = [new Reading(bytes, needle, anchor, false)];
    // Where nothing is escaped, both readings are the same.
    if (text.includes('\\')) readings.push(new Reading(bytes, needle, anchor, true));
    for (const reading of readings) reading.begin(limit, bytes.length);
    while (found.length < 2 * mostHits) {
      let first: Reading | undefined;
      for (const reading of readings) {
        if (reading.goTo(at) && (first === undefined || reading.from < first.from)) first = reading;
      }
      if (first === undefined) break;
      found.push(first.from, first.to);
      at = first.to;
    }
  }
  const next = found.length < 2 * mostHits ? Math.max(at, limit) : at;
  return { hits: Float64Array.from(found), ...(next < bytes.length && { next }) };
}

function boundaryFrom(bytes: Uint8Array, at: number): number {
  let boundary = at;
  while (!isBoundary(bytes, boundary)) boundary++;
  return boundary;
}
