// Edits of a text in bytes: put one on top of another, brought into order, applied with the way back. Knows no grammar.

import type { Mend } from '../form.ts';
import { type MadeBytes, MadeText } from '../madeText.ts';

/** The bytes `[from, to)` give way to `text`. */
export type Edit = Mend['edits'][number];

/** The text with the edits, which are in ascending order and apart. */
export function applied(bytes: Uint8Array<ArrayBuffer>, edits: readonly Edit[]): MadeBytes {
  const made = new MadeText(bytes);
  let at = 0;
  for (const { from, to, text } of edits) {
    if (from < at || to < from || to > bytes.length) continue;
    made.copy(at, from);
    if (text !== '') made.write(text, from, to);
    at = to;
  }
  made.copy(at, bytes.length);
  return made.finish();
}

const encoder = new TextEncoder();

/** Edits of the text that the first ones give, together with those, as edits of the text before; undefined where they touch what was put in. */
export function under(first: readonly Edit[], then: readonly Edit[]): readonly Edit[] | undefined {
  const all: Edit[] = [...first];
  for (const { from, to, text } of then) {
    const start = before(first, from, 'after');
    const end = to === from ? start : before(first, to, 'before');
    if (start === undefined || end === undefined || end < start) return undefined;
    all.push({ from: start, to: end, text });
  }
  return inOrder(all);
}

/** Where a byte of the edited text stands in the text before; undefined inside of what was put in. */
function before(edits: readonly Edit[], byte: number, side: 'before' | 'after'): number | undefined {
  let shift = 0;
  for (const { from, to, text } of edits) {
    const start = from + shift;
    const length = encoder.encode(text).length;
    if (byte < start || (byte === start && (side === 'before' || length > 0 || to > from))) return byte - shift;
    if (byte < start + length) return undefined;
    shift += length - (to - from);
  }
  return byte - shift;
}

/** In ascending order, those that touch as one; undefined where two overlap. */
export function inOrder(edits: readonly Edit[]): readonly Edit[] | undefined {
  const sorted = edits
    .map((edit, at) => ({ edit, at }))
    .sort((one, other) => one.edit.from - other.edit.from || one.edit.to - other.edit.to || one.at - other.at);
  const result: Edit[] = [];
  for (const { edit } of sorted) {
    const last = result.at(-1);
    if (last === undefined || edit.from > last.to) result.push(edit);
    else if (edit.from === last.to) result.splice(-1, 1, { from: last.from, to: edit.to, text: last.text + edit.text });
    else return undefined;
  }
  return result;
}
