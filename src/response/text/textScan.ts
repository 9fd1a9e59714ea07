// What a load needs to know of a text, in one pass over its bytes: how long it is, its white space, its words, whether it is broken, and a hash
// to find equal ones by. Decodes nothing and makes no object. Knows texts only.

import { unescapeInto } from '../../json/text.ts';
import { sequenceLength } from '../../json/utf8.ts';
import { isPythonSpace } from '../pythonStrip.ts';
import { isUnspaced } from './unspaced.ts';

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

  /** Scans a JSON string; the range includes its quotes. Invalid bytes count as U+FFFD, as they are decoded. */
  scanString(bytes: Uint8Array, from: number, to: number): void {
    const start = from + 1;
    const end = Math.max(start, to - 1);
    if (isPlain(bytes, start, end)) {
      this.#scan(bytes, start, end);
      return;
    }
    // Unescaped, a text takes no more bytes, but for invalid ones: three for each.
    this.#reserve((end - start) * 3);
    this.#scan(this.#room, 0, unescapeInto(bytes, start, end, this.#room));
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
    if (first > from || last < to) {
      // What stands around is short as a rule, so that a text and its stripped form are hashed once.
      hashRange(bytes, from, first);
      let a = Math.imul(this.strippedA ^ laneA, 0x27d4eb2f);
      let b = Math.imul(this.strippedB ^ laneB, 0x165667b1);
      hashRange(bytes, last, to);
      a = Math.imul(a ^ laneA ^ (a >>> 15), 0x85ebca6b);
      b = Math.imul(b ^ laneB ^ (b >>> 13), 0xc2b2ae35);
      this.wholeA = a ^ (a >>> 16);
      this.wholeB = b ^ (b >>> 16);
    } else {
      this.wholeA = this.strippedA;
      this.wholeB = this.strippedB;
    }
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
    let hasUnspaced = false;
    let isBroken = false;
    let at = from;
    while (at < to) {
      const byte = bytes[at] as number;
      if (byte < 0x80) {
        const isSpace = asciiSpace[byte] as number;
        words += wasSpace & (isSpace ^ 1);
        wasSpace = isSpace;
        unspacedRun = 0;
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
      unspacedRun = isUnspaced(point) ? unspacedRun + 1 : 0;
      if (unspacedRun === 3) hasUnspaced = true;
      at += length;
    }
    this.characters = to - from - continuations;
    this.units = this.characters + astral;
    this.words = hasUnspaced ? -1 : words;
    this.isBroken = isBroken;
  }
}

const noBytes = new Uint8Array(0) as Uint8Array<ArrayBufferLike>;

/** White_Space of the Unicode Character Database below U+0080. */
const asciiSpace = new Uint8Array(128);
for (const space of [0x20, 0x09, 0x0a, 0x0b, 0x0c, 0x0d]) asciiSpace[space] = 1;

/** White_Space from U+0080 on, which is Python's as well. */
function isWideSpace(point: number): boolean {
  return point <= 0x3000 && isPythonSpace(point);
}

/** Bytes of the white space at `at` (0: there is none). */
function spaceLengthAt(bytes: Uint8Array, at: number, to: number): number {
  const byte = bytes[at] as number;
  if (byte < 0x80) return isPythonSpace(byte) ? 1 : 0;
  if (byte < 0xc2 || byte > 0xe3 || at + 1 >= to) return 0;
  const second = (bytes[at + 1] as number) & 0x3f;
  if (byte < 0xe0) return isPythonSpace(((byte & 0x1f) << 6) | second) ? 2 : 0;
  if (at + 2 >= to) return 0;
  return isPythonSpace(((byte & 0x0f) << 12) | (second << 6) | ((bytes[at + 2] as number) & 0x3f)) ? 3 : 0;
}

/** Bytes of the white space that ends at `end`. */
function spaceLengthBefore(bytes: Uint8Array, end: number, from: number): number {
  let at = end - 1;
  while (at > from && ((bytes[at] as number) & 0xc0) === 0x80) at--;
  const length = spaceLengthAt(bytes, at, end);
  return at + length === end ? length : 0;
}

/** Whether the contents of a string are what they are written as: no escape, and all of it UTF-8. */
function isPlain(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; ) {
    const byte = bytes[at] as number;
    if (byte < 0x80) {
      if (byte === 0x5c) return false;
      at++;
    } else {
      const length = sequenceLength(bytes, at, to);
      if (length < 0) return false;
      at += length;
    }
  }
  return true;
}

let laneA = 0;
let laneB = 0;

/** Hashes bytes, four at a time, into the two lanes: multiplicative, with the finaliser of MurmurHash3. */
function hashRange(bytes: Uint8Array, from: number, to: number): void {
  let a = 0x2f0b4c47;
  let b = 0x51ab3d;
  let at = from;
  for (const end = to - 3; at < end; at += 4) {
    const word =
      (bytes[at] as number) |
      ((bytes[at + 1] as number) << 8) |
      ((bytes[at + 2] as number) << 16) |
      ((bytes[at + 3] as number) << 24);
    a = Math.imul(a ^ word, 0x9e3779b1);
    a ^= a >>> 15;
    b = Math.imul((b << 13) | (b >>> 19), 0x5f356495) + word;
  }
  let rest = 0;
  for (let shift = 0; at < to; at++, shift += 8) rest |= (bytes[at] as number) << shift;
  a = Math.imul(a ^ rest, 0x9e3779b1) ^ (to - from);
  b = Math.imul((b << 13) | (b >>> 19), 0x5f356495) + rest;
  b ^= to - from;
  a = Math.imul(a ^ (a >>> 16), 0x85ebca6b);
  b = Math.imul(b ^ (b >>> 16), 0xcc9e2d51);
  a = Math.imul(a ^ (a >>> 13), 0xc2b2ae35);
  b = Math.imul(b ^ (b >>> 13), 0x1b873593);
  laneA = a ^ (a >>> 16);
  laneB = b ^ (b >>> 16);
}
