// Whether JSON texts that stand in one input are sound, and what stands at the root of each: many are checked at a time, as the items of one list that is made of
// them, so that the fast way of the strict pass is used and no text has a pass of its own. Knows no form.

import type { CreateKernel } from '../json/scanState.ts';
import { startStrictPass } from '../json/strict.ts';
import type { JsonText } from './jsonTexts.ts';
import type { Rows } from './rootColumns.ts';

export interface SoundListener {
  /** A sound text, whose members are listed below `row`. What is added to a place of the table is its place in the input. */
  onSound(text: JsonText, bytes: Uint8Array, table: Rows, row: number, shift: number): void;
  onBroken(text: JsonText): void;
}

/** So many bytes are checked at a time; behind a broken text fewer, so that what is read twice stays little. */
const mostBytes = 4_000_000;
const fewBytes = 16_384;
/** Smaller inputs are read before the fast way is warm. */
const kernelBytes = 64_000;

/** Tells of each of the texts, in their order. */
export async function checkTexts(
  bytes: Uint8Array,
  texts: readonly JsonText[],
  { onSound, onBroken }: SoundListener,
): Promise<void> {
  const createKernel = bytes.length < kernelBytes ? undefined : await kernel();
  let size = mostBytes;
  for (let first = 0; first < texts.length; ) {
    const end = endOf(texts, first, size);
    const list = listOf(bytes, texts, first, end);
    const { table, error } = startStrictPass(list, { depth: 2, createKernel }).finish();
    let row = table.count === 0 ? -1 : (table.firstChild[0] as number);
    let place = 1;
    let at = first;
    for (; at < end; at++) {
      const text = texts[at] as JsonText;
      const to = place + text.to - text.from;
      const isWhole = row >= 0 && table.from[row] === place && table.to[row] === to;
      if (!isWhole || (error !== undefined && error.byte <= to)) break;
      onSound(text, list, table, row, text.from - place);
      row = table.nextSibling[row] as number;
      place = to + 1;
    }
    if (at === end) size = Math.min(mostBytes, 2 * size);
    else {
      onBroken(texts[at++] as JsonText);
      size = fewBytes;
    }
    first = at;
  }
}

function endOf(texts: readonly JsonText[], first: number, size: number): number {
  let end = first;
  let length = 0;
  while (end < texts.length && (end === first || length < size)) {
    const { from, to } = texts[end++] as JsonText;
    length += to - from + 1;
  }
  return end;
}

/** `[`, the texts with commas between them, `]`. */
function listOf(bytes: Uint8Array, texts: readonly JsonText[], first: number, end: number): Uint8Array {
  let length = 1;
  for (let at = first; at < end; at++) length += (texts[at] as JsonText).to - (texts[at] as JsonText).from + 1;
  const list = new Uint8Array(length);
  list[0] = 0x5b;
  let place = 1;
  for (let at = first; at < end; at++) {
    const { from, to } = texts[at] as JsonText;
    list.set(bytes.subarray(from, to), place);
    place += to - from + 1;
    list[place - 1] = at + 1 < end ? 0x2c : 0x5d;
  }
  return list;
}

async function kernel(): Promise<CreateKernel | undefined> {
  // What did not arrive is done without.
  return await import('../json/kernel/kernel.ts').then(
    ({ createKernel }) => createKernel,
    () => undefined,
  );
}
