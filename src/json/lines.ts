// Lines and columns of a text in bytes: line feed, carriage return or both end a line; all counts start at 1.
// Must not know JSON.

import { positionOfStart, startsBefore, startsBetween } from './codePointCount.ts';
import { moved, trimmed } from './letGo.ts';
import { bomLength, isContinuation } from './utf8.ts';

/** `starts[i]` is the byte where line i + 1 begins; a byte order mark belongs to no line. */
export interface LineIndex {
  readonly lineCount: number;
  readonly starts: Uint32Array;
}

/** For texts of which nobody asks for lines. */
export const noLines: LineIndex = { lineCount: 1, starts: Uint32Array.of(0) };

/** Collects line starts in order. */
export class LineIndexBuilder {
  #count = 0;
  #starts = new Uint32Array(64);

  /** `from`: the byte where the first line begins. */
  constructor(from: number) {
    this.push(from);
  }

  /** A new line begins at this byte. */
  push(start: number): void {
    if (this.#count === this.#starts.length) {
      this.#starts = moved(this.#starts, new Uint32Array(this.#count * 2));
    }
    this.#starts[this.#count++] = start;
  }

  /** The first `count` of `starts` begin lines. */
  append(starts: Uint32Array, count: number): void {
    const end = this.#count + count;
    if (end > this.#starts.length) {
      this.#starts = moved(this.#starts, new Uint32Array(Math.max(2 * this.#starts.length, end)));
    }
    this.#starts.set(starts.subarray(0, count), this.#count);
    this.#count = end;
  }

  /** Adds the lines that begin after a line end in `[from, to)`; returns where to go on, 1 beyond `to` after CR LF. */
  scan(bytes: Uint8Array, from: number, to: number): number {
    let at = from;
    while (at < to) {
      const byte = bytes[at++] as number;
      if (byte > 0x0d || (byte !== 0x0a && byte !== 0x0d)) continue;
      if (byte === 0x0d && bytes[at] === 0x0a) at++;
      this.push(at);
    }
    return at;
  }

  build(): LineIndex {
    return { lineCount: this.#count, starts: trimmed(this.#starts, this.#count) };
  }
}

/** The lines of a text. A line end at the very end begins one more, empty line. */
export function indexLines(bytes: Uint8Array): LineIndex {
  const from = bomLength(bytes);
  const builder = new LineIndexBuilder(from);
  builder.scan(bytes, from, bytes.length);
  return builder.build();
}

/**
 * Line and column of a byte, both from 1; columns count code points. A byte inside a code point has the place of the
 * code point; the end of the text, and line ends, count as places of their line. Bytes out of range are brought into it.
 */
export function placeAt(bytes: Uint8Array, lines: LineIndex, byte: number): { line: number; column: number } {
  const line = lineOf(lines, byte);
  const { from: start, to } = lineRange(bytes, lines, line);
  const at = codePointStart(bytes, Math.min(Math.max(byte, start), to), start);
  // The first byte of a line counts as a start whatever it is, so that columns stay apart on invalid bytes too.
  return { line, column: at > start ? 2 + startsBetween(bytes, start + 1, at) : 1 };
}

/**
 * The byte of a line and column; beyond a line's end it is the line's end, beyond the lines the nearest line.
 * @internal the inverse of `placeAt`, for its laws
 */
export function byteAt(bytes: Uint8Array, lines: LineIndex, line: number, column: number): number {
  const { from, to } = lineRange(bytes, lines, line);
  if (!(column > 1) || from === to) return from;
  const wanted = startsBefore(bytes, from + 1) + Math.floor(column) - 2;
  // The byte before which exactly `wanted` code points start, and at which another one starts.
  const at = positionOfStart(bytes, wanted, from + 1);
  return Math.min(at, to);
}

/** Bytes `[from, to)` of a line without its line end; a line that does not exist gives the nearest one. */
export function lineRange(bytes: Uint8Array, lines: LineIndex, line: number): { from: number; to: number } {
  const index = Math.min(Math.max(Math.trunc(line) || 1, 1), lines.lineCount) - 1;
  const from = lines.starts[index] ?? 0;
  if (index + 1 >= lines.lineCount) return { from, to: bytes.length };
  let to = lines.starts[index + 1] ?? bytes.length;
  const isLineFeed = bytes[to - 1] === 0x0a;
  to--;
  if (isLineFeed && to > from && bytes[to - 1] === 0x0d) to--;
  return { from, to };
}

/** The line, from 1, in which a byte lies. */
function lineOf(lines: LineIndex, byte: number): number {
  let low = 0;
  let high = lines.lineCount;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((lines.starts[middle] as number) <= byte) low = middle;
    else high = middle;
  }
  return low + 1;
}

/** The byte at or before `at`, not before `from`, where its code point begins. */
function codePointStart(bytes: Uint8Array, at: number, from: number): number {
  while (at > from && at < bytes.length && isContinuation(bytes[at] as number)) at--;
  return at;
}
