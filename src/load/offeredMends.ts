// Mends of a broken text as a person sees them before they agree: the lines that change, with what goes and what comes. Runs in the worker, as a part that
// comes when a text is broken.

import { inOrder } from '../intake/mends/edits.ts';
import { mendsOf } from '../intake/mends/mends.ts';
import { takeIn } from '../intake/pipeline.ts';
import { indexLines, type LineIndex, lineRange, placeAt } from '../json/lines.ts';
import { strictPass } from '../json/strict.ts';
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

/** JSON that was made of a text, with the way back to it. */
export interface JsonWithin {
  readonly bytes: Uint8Array<ArrayBuffer>;
  rangeOf(from: number, to: number): { readonly from: number; readonly to: number };
}

/** What is longer is not read anew for every mend. */
const longestWithin = 10_000_000;

/** Mends of JSON that stands in a text, as mends of that text: each was tried on it, read as it would be read. */
export async function mendsWithin(
  bytes: Uint8Array<ArrayBuffer>,
  { bytes: made, rangeOf }: JsonWithin,
): Promise<readonly OfferedMend[]> {
  if (bytes.length > longestWithin) return [];
  const lines = indexLines(bytes);
  const found = mendsOf(made, (byte) => placeAt(bytes, lines, rangeOf(byte, byte).from).line);
  const mends: OfferedMend[] = [];
  for (const { title, edits } of found) {
    const there = inOrder(edits.map(({ from, to, text }) => ({ ...rangeOf(from, to), text })));
    const mend = there && { title, edits: there };
    if (mend && (await helps(bytes, mend))) mends.push(offered(bytes, lines, mend));
  }
  return mends;
}

/** Whether the mended text is read, and what is made of it is sound as far as it goes. */
async function helps(bytes: Uint8Array<ArrayBuffer>, mend: TextMend): Promise<boolean> {
  // What is read may be changed: values of headers are hidden.
  const taken = await takeIn(bytes.slice(), false, mend);
  if (taken === undefined || taken.isRefused) return false;
  const { error } = strictPass(taken.bytes, { depth: 0 });
  return error === undefined || error.isEndOfText;
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
