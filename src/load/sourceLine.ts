// One line of the source as the page shows it: a window of a long one, cut between characters.

import { startsBetween } from '../json/codePointCount.ts';
import { lineRange } from '../json/lines.ts';
import type { SourceText } from '../json/sourceText.ts';
import { decodeUtf8 } from '../json/utf8.ts';
import type { SourceLine } from '../response/questions.ts';

/** A line, or of a long one the window of `maxWidth` code points around the byte where that lies in it, else its start. */
export function sourceLine(
  { bytes, lines }: Pick<SourceText, 'bytes' | 'lines'>,
  line: number,
  maxWidth: number,
  aroundByte: number,
): SourceLine {
  const { from, to } = lineRange(bytes, lines, line);
  // No code point has more than four bytes, and none less than one: most lines are decided by their length alone.
  if (to - from <= maxWidth)
    return { line, fromByte: from, text: decodeUtf8(bytes, from, to), cutBefore: 0, cutAfter: 0 };
  const center = aroundByte >= from && aroundByte < to ? aroundByte : from;
  const start = codePointStart(bytes, Math.max(from, center - Math.floor(maxWidth / 4)), from);
  const end = codePointStart(bytes, Math.min(to, start + maxWidth), start);
  return {
    line,
    fromByte: start,
    text: decodeUtf8(bytes, start, end),
    cutBefore: startsBetween(bytes, from, start),
    cutAfter: startsBetween(bytes, end, to),
  };
}

function codePointStart(bytes: Uint8Array, at: number, least: number): number {
  let start = at;
  while (start > least && ((bytes[start] ?? 0) & 0xc0) === 0x80) start--;
  return start;
}
