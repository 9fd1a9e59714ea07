// Where a text stands in a document as a person reads it: `é` also where it is written `\u00e9`, a line break where it is written `\n`; and as it is
// written, so that `\n` is found too. Looks at every byte once and closer only where the rarest character of the text may be. Piece by piece, so
// that the thread can do other things in between.

import { type Anchor, needleOf, rarestOf, type Wanted } from './needle.ts';
import {
  codeOfUnit,
  isBoundary,
  lengthOfUnit,
  type Unit,
  unitAt,
  unitBefore,
  writtenAt,
  writtenBefore,
} from './units.ts';

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
    const readings = [new Reading(bytes, needle, false, from, limit)];
    // Where nothing is escaped, both readings are the same.
    if (text.includes('\\')) readings.push(new Reading(bytes, needle, true, from, limit));
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

const backslash = 0x5c;
/** A character takes no more bytes. */
const longestUnit = 12;

/** One way to read the bytes, as text or as written, and the hit it is at. */
class Reading {
  from = -1;
  to = -1;
  readonly #bytes: Uint8Array;
  readonly #needle: readonly Wanted[];
  readonly #isWritten: boolean;
  readonly #limit: number;
  readonly #anchor: Anchor;
  /** By byte: 0 for those that say nothing. */
  readonly #isTold = new Uint8Array(256);

  constructor(bytes: Uint8Array, needle: readonly Wanted[], isWritten: boolean, from: number, limit: number) {
    this.#bytes = bytes;
    this.#needle = needle;
    this.#isWritten = isWritten;
    this.#limit = limit;
    this.#anchor = rarestOf(needle, bytes, from, limit);
    if (!isWritten) this.#isTold[backslash] = 1;
    for (const { byte } of this.#anchor.bytes) this.#isTold[byte] = 1;
    if (this.#anchor.isAnyInvalid) this.#isTold.fill(1, 0x80);
  }

  /** Goes to the first hit that begins at `from` or behind it and before the limit; false when there is none. */
  goTo(from: number): boolean {
    if (this.from >= from) return this.from < this.#limit;
    if (!this.#goByAnchor(from)) this.from = Number.POSITIVE_INFINITY;
    return this.from < this.#limit;
  }

  #goByAnchor(from: number): boolean {
    const { index, bytes: anchors, isAnyInvalid } = this.#anchor;
    const bytes = this.#bytes;
    const isTold = this.#isTold;
    const end = Math.min(bytes.length, this.#limit + index * longestUnit + 4);
    const wanted = this.#needle[index];
    let at = from;
    while (at < end) {
      // Four at once: most bytes say nothing.
      while (
        at + 4 <= end &&
        ((isTold[bytes[at] as number] as number) |
          (isTold[bytes[at + 1] as number] as number) |
          (isTold[bytes[at + 2] as number] as number) |
          (isTold[bytes[at + 3] as number] as number)) ===
          0
      )
        at += 4;
      const byte = bytes[at] as number;
      if (at >= end) break;
      if (isTold[byte] === 0) {
        at++;
        continue;
      }
      if (byte === backslash && !this.#isWritten) {
        const unit = unitAt(bytes, at);
        if (wanted?.has(codeOfUnit(unit)) && this.#isHitAround(at, index, from)) return true;
        at += lengthOfUnit(unit);
        continue;
      }
      if (isAnyInvalid && byte >= 0x80) {
        const unit = writtenAt(bytes, at);
        if (wanted?.has(codeOfUnit(unit)) && this.#isHitAround(at, index, from)) return true;
        at += lengthOfUnit(unit);
        continue;
      }
      for (const anchor of anchors) {
        if (anchor.byte !== byte) continue;
        const start = at - anchor.offset;
        if (start < from || !wanted?.has(codeOfUnit(writtenAt(bytes, start)))) continue;
        if (this.#isHitAround(start, index, from)) return true;
      }
      at++;
    }
    return false;
  }

  /** Whether the character `index` of a hit stands at `at`, which no character goes beyond; then it is the hit that we are at. */
  #isHitAround(at: number, index: number, least: number): boolean {
    const bytes = this.#bytes;
    const needle = this.#needle;
    let from = at;
    for (let i = index - 1; i >= 0; i--) {
      if (from <= least) return false;
      const unit = this.#isWritten ? writtenBefore(bytes, from) : unitBefore(bytes, from);
      if (!needle[i]?.has(codeOfUnit(unit))) return false;
      from -= lengthOfUnit(unit);
    }
    let to = at;
    for (let i = index; i < needle.length; i++) {
      if (to >= bytes.length) return false;
      const unit = this.#unitAt(to);
      if (!needle[i]?.has(codeOfUnit(unit))) return false;
      to += lengthOfUnit(unit);
    }
    if (this.#isWritten && !(isBoundary(bytes, from) && isBoundary(bytes, to))) return false;
    this.from = from;
    this.to = to;
    return true;
  }

  #unitAt(at: number): Unit {
    return this.#isWritten ? writtenAt(this.#bytes, at) : unitAt(this.#bytes, at);
  }
}
