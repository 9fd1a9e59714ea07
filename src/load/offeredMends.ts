// Mends of a broken text as a person sees them before they agree: the lines that change, with what goes and what comes. Runs in the worker, as a part that
// comes when a text is broken.

import { mendsOf } from '../intake/mends/mends.ts';
import { indexLines, type LineIndex, lineRange, placeAt } from '../json/lines.ts';
import { decodeUtf8, isContinuation } from '../json/utf8.ts';
import type { MendedLine, OfferedMend, TextMend } from '../response/loadEvents.ts';

const mostLines = 4;
/** Bytes that are shown of a line on both sides of what changes. */
const around = 60;

export function offeredMends(bytes: Uint8Array<ArrayBuffer>): readonly OfferedMend[] {
  const mends = mendsOf(bytes);
  if (mends.length === 0) return [];
  const lines = indexLines(bytes);
  return mends.map((mend) => offered(bytes, lines, mend));
}

function offered(bytes: Uint8Array, lines: LineIndex, mend: TextMend): OfferedMend {
  const byLine = new Map<number, TextMend['edits'][number][]>();
  for (const edit of mend.edits) {
    const { line } = placeAt(bytes, lines, edit.from);
    const known = byLine.get(line);
    if (known) known.push(edit);
    else byLine.set(line, [edit]);
  }
  const shown = [...byLine].slice(0, mostLines);
  const places = shown.reduce((sum, [, edits]) => sum + edits.length, 0);
  return {
    ...mend,
    lines: shown.map(([line, edits]) => mendedLine(bytes, lines, line, edits)),
    more: mend.edits.length - places,
  };
}

function mendedLine(bytes: Uint8Array, lines: LineIndex, line: number, edits: TextMend['edits']): MendedLine {
  const range = lineRange(bytes, lines, line);
  const first = edits[0]?.from ?? range.from;
  const last = edits.at(-1)?.to ?? range.to;
  const from = characterStart(bytes, Math.max(range.from, first - around), range.from);
  const to = Math.max(last, characterStart(bytes, Math.min(range.to, last + around), last));
  const pieces: { text: string; change: 'same' | 'in' | 'out' }[] = [];
  const add = (text: string, change: 'same' | 'in' | 'out') => {
    if (text !== '') pieces.push({ text: change === 'same' ? text : text.replace(/\r\n|\n|\r/g, '⏎'), change });
  };
  let at = from;
  for (const edit of edits) {
    add(decodeUtf8(bytes, at, edit.from), 'same');
    add(decodeUtf8(bytes, edit.from, edit.to), 'out');
    add(edit.text, 'in');
    at = edit.to;
  }
  add(decodeUtf8(bytes, at, to), 'same');
  return { line, isCutLeft: from > range.from, isCutRight: to < range.to, pieces };
}

function characterStart(bytes: Uint8Array, at: number, least: number): number {
  let start = at;
  while (start > least && start < bytes.length && isContinuation(bytes[start] as number)) start--;
  return start;
}
