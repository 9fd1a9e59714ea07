// The few lines around a place, cut to what fits on a screen, with the column of the caret.
// Must not know JSON.

import { type LineIndex, lineRange, placeAt } from './lines.ts';
import { decodeUtf8, isContinuation } from './utf8.ts';

/** One line of a frame; `text` is a part of it when it is cut on a side. */
export interface CodeFrameLine {
  readonly line: number;
  readonly text: string;
  readonly isCutLeft: boolean;
  readonly isCutRight: boolean;
}

/** `line` is the number of the line with the caret; `caretColumn` counts code points from 0 in its shown text. */
export interface CodeFrame {
  readonly lines: readonly CodeFrameLine[];
  readonly line: number;
  readonly caretColumn: number;
}

/** The byte up to `count` code points before `at`, not before `from`. */
function back(bytes: Uint8Array, at: number, count: number, from: number): number {
  for (let left = count; left > 0 && at > from; left--) {
    at--;
    // Four bytes at most make a code point; the bound keeps runs of stray continuation bytes from being swallowed.
    for (let more = 3; more > 0 && at > from && isContinuation(bytes[at] as number); more--) at--;
  }
  return at;
}

/** The byte up to `count` code points after `at`, not after `to`. */
function forward(bytes: Uint8Array, at: number, count: number, to: number): number {
  for (let left = count; left > 0 && at < to; left--) {
    at++;
    for (let more = 3; more > 0 && at < to && isContinuation(bytes[at] as number); more--) at++;
  }
  return at;
}

/**
 * The lines around `byte`: `before` (default 2) and `after` (default 2) whole lines, at most `width` (default 100)
 * code points of each. The caret's line is cut around the caret, the others on the right; any byte is allowed.
 */
export function codeFrame(
  bytes: Uint8Array,
  lines: LineIndex,
  byte: number,
  options: { before?: number; after?: number; width?: number } = {},
): CodeFrame {
  const { before = 2, after = 2, width = 100 } = options;
  const { line } = placeAt(bytes, lines, byte);
  const shown: CodeFrameLine[] = [];
  let caretColumn = 0;
  const last = Math.min(line + after, lines.lineCount);
  for (let number = Math.max(line - before, 1); number <= last; number++) {
    const { from, to } = lineRange(bytes, lines, number);
    if (number !== line) {
      const end = forward(bytes, from, width, to);
      shown.push({ line: number, text: decodeUtf8(bytes, from, end), isCutLeft: false, isCutRight: end < to });
      continue;
    }
    let caret = Math.min(Math.max(byte, from), to);
    while (caret > from && caret < to && isContinuation(bytes[caret] as number) && byte - caret < 3) caret--;
    const start = back(bytes, caret, Math.ceil(width * 0.6), from);
    const left = decodeUtf8(bytes, start, caret);
    caretColumn = [...left].length;
    const end = forward(bytes, caret, Math.max(width - caretColumn, 1), to);
    const text = left + decodeUtf8(bytes, caret, end);
    shown.push({ line: number, text, isCutLeft: start > from, isCutRight: end < to });
  }
  return { lines: shown, line, caretColumn };
}
