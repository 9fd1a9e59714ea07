// What a load needs to know of a text, in one pass over its bytes: how long it is, its white space, its words, whether it is broken, and a hash
// to find equal ones by. Decodes nothing and makes no object. Knows texts only.

import { isPlainlyWritten, unescapeInto } from '../../json/text.ts';
import { hashRange, laneA, laneB } from './hashLanes.ts';
import type { KnownTexts } from './knownTexts.ts';
import { isUnspaced } from './unspaced.ts';
import {
  asciiSpace,
  isWideSpace,
  simpleSpace,
  spaceLengthAt,
  spaceLengthBefore,
  writtenSpace,
  writtenSpaceBefore,
} from './whiteSpace.ts';

/**
 * The facts of the text that was scanned last. "Outer white space" is what Python's `str.strip()` removes. Lanes are 32-bit hashes over the UTF-8 of
 * the text (lone surrogates as three bytes each, RFC 3629 aside); two lanes and the length tell texts apart with 64 bits and more.
 */
export class TextScan {
  /** UTF-16 code units. */
  units = 0;
  /** Unicode code points; half of a surrogate pair alone counts as one. */
  characters = 0;
  /** Runs between white space (Unicode White_Space), as `wc -w` counts; -1 where three characters in a row are of scripts without spaces between words. */
  words = 0;
  /** U+FFFD, or half of a surrogate pair without the other, is in it. */
  isBroken = false;
  /** Characters of outer white space at the start; of a text of white space only, all of them. Code units and code points alike. */
  leading = 0;
  trailing = 0;
  /** Hash of the text without outer white space. */
  strippedA = 0;
  strippedB = 0;
  /** Hash of all of the text. */
  wholeA = 0;
  wholeB = 0;
  /** The UTF-8 in which the text lies unescaped, until the next scan: bytes `[from, to)`, and those of it without outer white space. */
  bytes = noBytes;
  from = 0;
  to = 0;
  strippedFrom = 0;
  strippedTo = 0;
  #room: Uint8Array<ArrayBufferLike> = noBytes;
  readonly #isSound: boolean;
  /** There is no backslash in `[#lookedFrom, #escape)` of these bytes, and one at `#escape` (or that is their end). */
  #lookedIn = noBytes;
  #lookedFrom = 0;
  #escape = 0;

  readonly #known: KnownTexts | undefined;

  /** `isSound`: all that is scanned is known to be UTF-8. `known`: texts that need not be scanned again; of these the bytes are not at hand. */
  constructor(isSound = false, known?: KnownTexts) {
    this.#isSound = isSound;
    this.#known = known;
  }

  /** Scans a JSON string; the range includes its quotes. Invalid bytes count as U+FFFD, as they are decoded. */
  scanString(bytes: Uint8Array, from: number, to: number): void {
    if (this.#known?.fill(bytes, from, to, this)) return;
    const start = from + 1;
    const end = Math.max(start, to - 1);
    if (this.#isSound ? this.#nextEscape(bytes, start) >= end : isPlainlyWritten(bytes, start, end)) {
      this.#scan(bytes, start, end);
      return;
    }
    // Unescaped, a text takes no more bytes, but for invalid ones: three for each.
    this.#reserve((end - start) * 3);
    this.#scan(this.#room, 0, unescapeInto(bytes, start, end, this.#room));
  }

  /**
   * Scans a JSON string that says the same as one that was scanned, but for outer white space, where its bytes show that; false where they do not.
   * Of its words nothing is known then: they are those of the other.
   */
  scanAround(
    bytes: Uint8Array,
    from: number,
    to: number,
    inner: TextScan,
    innerFrom: number,
    innerTo: number,
  ): boolean {
    if (inner.leading + inner.trailing > 0) return false;
    let first = from + 1;
    let last = Math.max(first, to - 1);
    const length = Math.max(0, innerTo - innerFrom - 2);
    if (last - first < length) return false;
    let leading = 0;
    for (; last - first > length; leading++) {
      const width = writtenSpace(bytes, first);
      if (width === 0) break;
      if (width === 2) this.#outer[leading & 63] = simpleSpace(bytes[first + 1] as number);
      else this.#outer[leading & 63] = 0x20;
      first += width;
    }
    let trailing = 0;
    for (; last - first > length; trailing++) {
      const width = writtenSpaceBefore(bytes, last, first);
      if (width === 0) break;
      this.#outer[64 + (63 - (trailing & 63))] = width === 2 ? simpleSpace(bytes[last - 1] as number) : 0x20;
      last -= width;
    }
    if (last - first !== length || leading > 63 || trailing > 63 || (length === 0 && leading > 0)) return false;
    for (let at = 0; at < length; at++) if (bytes[first + at] !== bytes[innerFrom + 1 + at]) return false;
    this.bytes = inner.bytes;
    this.from = this.strippedFrom = inner.from;
    this.to = this.strippedTo = inner.to;
    this.leading = leading;
    this.trailing = trailing;
    this.units = inner.units + leading + trailing;
    this.characters = inner.characters + leading + trailing;
    this.words = inner.words;
    this.isBroken = inner.isBroken;
    this.strippedA = inner.wholeA;
    this.strippedB = inner.wholeB;
    this.#joinLanes(this.#outer, 0, leading, 128 - trailing, 128);
    return true;
  }

  /** White space around: what stands before from 0 on, what stands behind up to 128. */
  readonly #outer = new Uint8Array(128);

  /** The first backslash from `at` on, or the end of the bytes. */
  #nextEscape(bytes: Uint8Array, at: number): number {
    if (this.#lookedIn !== bytes || at < this.#lookedFrom || at > this.#escape) {
      const found = bytes.indexOf(0x5c, at);
      this.#lookedIn = bytes;
      this.#lookedFrom = at;
      this.#escape = found < 0 ? bytes.length : found;
    }
    return this.#escape;
  }

  /** The same of a text at hand. */
  scanText(text: string): void {
    this.#reserve(text.length * 3);
    const room = this.#room;
    let length = 0;
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (unit < 0x80) {
        room[length++] = unit;
        continue;
      }
      if (unit < 0x800) {
        room[length++] = 0xc0 | (unit >> 6);
      } else {
        const low = (unit & 0xfc00) === 0xd800 ? text.charCodeAt(at + 1) : 0;
        if ((low & 0xfc00) === 0xdc00) {
          const point = 0x10000 + ((unit & 0x3ff) << 10) + (low & 0x3ff);
          room[length++] = 0xf0 | (point >> 18);
          room[length++] = 0x80 | ((point >> 12) & 0x3f);
          room[length++] = 0x80 | ((point >> 6) & 0x3f);
          room[length++] = 0x80 | (point & 0x3f);
          at++;
          continue;
        }
        room[length++] = 0xe0 | (unit >> 12);
        room[length++] = 0x80 | ((unit >> 6) & 0x3f);
      }
      room[length++] = 0x80 | (unit & 0x3f);
    }
    this.#scan(room, 0, length);
  }

  /** Whether the text is the same as another one's without its outer white space; told by their bytes. */
  isStripped(other: TextScan): boolean {
    const length = this.to - this.from;
    if (length !== other.strippedTo - other.strippedFrom) return false;
    if (this.wholeA !== other.strippedA || this.wholeB !== other.strippedB) return false;
    const own = this.bytes;
    const their = other.bytes;
    // Scanned around this one.
    if (own === their && this.from === other.strippedFrom) return true;
    const shift = other.strippedFrom - this.from;
    for (let at = this.from; at < this.to; at++) if (own[at] !== their[at + shift]) return false;
    return true;
  }

  #reserve(size: number): void {
    if (this.#room.length < size) this.#room = new Uint8Array(Math.max(4096, size * 2));
  }

  #scan(bytes: Uint8Array, from: number, to: number): void {
    this.bytes = bytes;
    this.from = from;
    this.to = to;
    this.#strip();
    this.#count();
    const first = this.strippedFrom;
    const last = this.strippedTo;
    hashRange(bytes, first, last);
    this.strippedA = laneA;
    this.strippedB = laneB;
    this.#joinLanes(bytes, from, first, last, to);
  }

  /** The hash of all of a text: of what it is without its outer white space, and of that, which is short as a rule; so that both are had for one. */
  #joinLanes(bytes: Uint8Array, from: number, first: number, last: number, to: number): void {
    if (first === from && last === to) {
      this.wholeA = this.strippedA;
      this.wholeB = this.strippedB;
      return;
    }
    hashRange(bytes, from, first);
    let a = Math.imul(this.strippedA ^ laneA, 0x27d4eb2f);
    let b = Math.imul(this.strippedB ^ laneB, 0x165667b1);
    hashRange(bytes, last, to);
    a = Math.imul(a ^ laneA ^ (a >>> 15), 0x85ebca6b);
    b = Math.imul(b ^ laneB ^ (b >>> 13), 0xc2b2ae35);
    this.wholeA = a ^ (a >>> 16);
    this.wholeB = b ^ (b >>> 16);
  }

  #strip(): void {
    const { bytes, from, to } = this;
    let first = from;
    let leading = 0;
    for (; first < to; leading++) {
      const length = spaceLengthAt(bytes, first, to);
      if (length === 0) break;
      first += length;
    }
    let last = to;
    let trailing = 0;
    for (; last > first; trailing++) {
      const length = spaceLengthBefore(bytes, last, first);
      if (length === 0) break;
      last -= length;
    }
    this.leading = leading;
    this.trailing = trailing;
    this.strippedFrom = first;
    this.strippedTo = last;
  }

  /** Characters, code units, words, and whether anything is broken. */
  #count(): void {
    const { bytes, from, to } = this;
    // Bytes that begin no character of their own, and characters of two units.
    let continuations = 0;
    let astral = 0;
    let words = 0;
    let wasSpace = 1;
    let unspacedRun = 0;
    let runEnd = from;
    let hasUnspaced = false;
    let isBroken = false;
    let at = from;
    while (at < to) {
      const byte = bytes[at] as number;
      if (byte < 0x80) {
        const isSpace = asciiSpace[byte] as number;
        words += wasSpace & (isSpace ^ 1);
        wasSpace = isSpace;
        at++;
        continue;
      }
      let point = byte;
      let length = 1;
      if (byte < 0xe0) {
        point = ((byte & 0x1f) << 6) | ((bytes[at + 1] as number) & 0x3f);
        length = 2;
      } else if (byte < 0xf0) {
        point = ((byte & 0x0f) << 12) | (((bytes[at + 1] as number) & 0x3f) << 6) | ((bytes[at + 2] as number) & 0x3f);
        length = 3;
        if (point === 0xfffd || (point & 0xf800) === 0xd800) isBroken = true;
      } else {
        point =
          ((byte & 0x07) << 18) |
          (((bytes[at + 1] as number) & 0x3f) << 12) |
          (((bytes[at + 2] as number) & 0x3f) << 6) |
          ((bytes[at + 3] as number) & 0x3f);
        length = 4;
        astral++;
      }
      continuations += length - 1;
      const isSpace = isWideSpace(point) ? 1 : 0;
      words += wasSpace & (isSpace ^ 1);
      wasSpace = isSpace;
      // What is ASCII ends a run as well.
      unspacedRun = isUnspaced(point) ? (at === runEnd ? unspacedRun + 1 : 1) : 0;
      if (unspacedRun === 3) hasUnspaced = true;
      at += length;
      runEnd = at;
    }
    this.characters = to - from - continuations;
    this.units = this.characters + astral;
    this.words = hasUnspaced ? -1 : words;
    this.isBroken = isBroken;
  }
}

const noBytes = new Uint8Array(0) as Uint8Array<ArrayBufferLike>;
