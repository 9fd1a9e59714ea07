// Goes from hit to hit of a text in some bytes: looks at every byte once, and closer only where the rarest character of the text may be. Knows JSON's
// escapes, not where strings begin.

import type { Anchor, Wanted } from './needle.ts';
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

const backslash = 0x5c;
/** A character takes no more bytes. */
const longestUnit = 12;

/** One way to read the bytes, as text or as written, and the hit it is at. */
export class Reading {
  from = -1;
  to = -1;
  readonly #bytes: Uint8Array;
  readonly #needle: readonly Wanted[];
  readonly #isWritten: boolean;
  #limit = 0;
  #end = 0;
  readonly #anchor: Anchor;
  /** By byte: 0 for those that say nothing. */
  readonly #isTold = new Uint8Array(256);

  /** `anchor` is of the needle, which has one character at least. */
  constructor(bytes: Uint8Array, needle: readonly Wanted[], anchor: Anchor, isWritten: boolean) {
    this.#bytes = bytes;
    this.#needle = needle;
    this.#isWritten = isWritten;
    this.#anchor = anchor;
    if (!isWritten) this.#isTold[backslash] = 1;
    for (const { byte } of this.#anchor.bytes) this.#isTold[byte] = 1;
    if (this.#anchor.isAnyInvalid) this.#isTold.fill(1, 0x80);
  }

  /** Hits begin before `limit` from now on and end at `end` at the latest; the reading is at none. */
  begin(limit: number, end: number): void {
    this.#limit = limit;
    this.#end = end;
    this.from = -1;
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
    const end = Math.min(this.#end, this.#limit + index * longestUnit + 4);
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
      if (to >= this.#end) return false;
      const unit = this.#unitAt(to);
      if (!needle[i]?.has(codeOfUnit(unit))) return false;
      to += lengthOfUnit(unit);
    }
    if (to > this.#end) return false;
    if (this.#isWritten && !(isBoundary(bytes, from) && isBoundary(bytes, to))) return false;
    this.from = from;
    this.to = to;
    return true;
  }

  #unitAt(at: number): Unit {
    return this.#isWritten ? writtenAt(this.#bytes, at) : unitAt(this.#bytes, at);
  }
}
