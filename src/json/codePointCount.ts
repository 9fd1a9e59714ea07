// Counts code points between any two bytes of a large text without reading all of it again (a 100 MB text may be one
// line). Must not know lines or JSON.

import { isContinuation } from './utf8.ts';

const blockBits = 16;

interface Counts {
  /** Code points that start before block i. */
  readonly before: Float64Array;
  filled: number;
}

// The bytes of a document never change, so counts stay right as long as the bytes live.
const countsOf = new WeakMap<Uint8Array, Counts>();

/** Fewer bytes are counted one by one. */
const fewBytes = 64;
/** Sums of so many words of four bytes fit one byte each, and all four of them together. */
const wordsAtOnce = 63;

function countStarts(bytes: Uint8Array, from: number, to: number): number {
  if (to - from < fewBytes) return countStartsSlowly(bytes, from, to);
  const { buffer, byteOffset } = bytes;
  const aligned = from + (-(byteOffset + from) & 3);
  const words = new Uint32Array(buffer, byteOffset + aligned, (to - aligned) >>> 2);
  let continuations = 0;
  for (let at = 0; at < words.length; ) {
    const end = Math.min(at + wordsAtOnce, words.length);
    let sums = 0;
    for (; at < end; at++) {
      const word = words[at] as number;
      // The highest bit of a byte is set and the next one is not: 10xxxxxx.
      sums += (word >>> 7) & ~(word >>> 6) & 0x01010101;
    }
    continuations += Math.imul(sums, 0x01010101) >>> 24;
  }
  const rest = aligned + 4 * words.length;
  return (
    countStartsSlowly(bytes, from, aligned) + (rest - aligned - continuations) + countStartsSlowly(bytes, rest, to)
  );
}

function countStartsSlowly(bytes: Uint8Array, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) if (!isContinuation(bytes[at] as number)) count++;
  return count;
}

function countsUpTo(bytes: Uint8Array, block: number): Counts {
  let counts = countsOf.get(bytes);
  if (counts === undefined) {
    counts = { before: new Float64Array((bytes.length >>> blockBits) + 2), filled: 0 };
    countsOf.set(bytes, counts);
  }
  for (; counts.filled < block; counts.filled++) {
    const from = counts.filled * 2 ** blockBits;
    const inBlock = countStarts(bytes, from, Math.min(from + 2 ** blockBits, bytes.length));
    counts.before[counts.filled + 1] = (counts.before[counts.filled] as number) + inBlock;
  }
  return counts;
}

/** How many code points start in `[0, at)`. */
export function startsBefore(bytes: Uint8Array, at: number): number {
  const block = at >>> blockBits;
  return (countsUpTo(bytes, block).before[block] as number) + countStarts(bytes, block * 2 ** blockBits, at);
}

/** How many code points start in `[from, to)`; what is short is counted without what stands before it. */
export function startsBetween(bytes: Uint8Array, from: number, to: number): number {
  if (to - from <= 2 ** blockBits) return countStarts(bytes, from, to);
  return startsBefore(bytes, to) - startsBefore(bytes, from);
}

/** The first byte, not before `from`, at which a code point starts and before which `count` start; else the length. */
export function positionOfStart(bytes: Uint8Array, count: number, from: number): number {
  const last = bytes.length >>> blockBits;
  let block = from >>> blockBits;
  while (block < last && (countsUpTo(bytes, block + 1).before[block + 1] as number) <= count) block++;
  let at = block * 2 ** blockBits;
  let seen = countsUpTo(bytes, block).before[block] as number;
  for (; at < bytes.length; at++) {
    if (isContinuation(bytes[at] as number)) continue;
    if (seen === count && at >= from) return at;
    seen++;
  }
  return at;
}
