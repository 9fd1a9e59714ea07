// JSON Pointers as numbers: `/provider_responses/7/choices/1/text` is the word `/provider_responses/~#/choices/~#/text` with 7 and 1, so that a
// document has a handful of words however many samples. `~#` cannot stand in a pointer (RFC 6901 section 3). Knows pointers only.

import type { Pointer } from '../../json/pointer.ts';

/** Positions that are taken out of a pointer; later ones stay in the word. */
const mostPositions = 3;
/** Cells of a pointer: the number of its word + 1, and three positions. */
export const placeWidth = 1 + mostPositions;
/** Digits of a position that surely fits a cell of 32 bits. */
const mostDigits = 9;

const hole = '~#';

/** Splits a pointer; the positions go into `cells` from `at` on, the word is given. */
export function splitPlace(pointer: Pointer, cells: Uint32Array, at: number): string {
  let word = '';
  let taken = 0;
  let copied = 0;
  for (let slash = pointer.indexOf('/'); slash >= 0 && taken < mostPositions; ) {
    const next = pointer.indexOf('/', slash + 1);
    const end = next < 0 ? pointer.length : next;
    const position = positionAt(pointer, slash + 1, end);
    if (position >= 0) {
      word += pointer.slice(copied, slash + 1) + hole;
      copied = end;
      cells[at + taken++] = position;
    }
    slash = next;
  }
  for (; taken < mostPositions; taken++) cells[at + taken] = 0;
  return word + pointer.slice(copied);
}

/** The pointer of a word and the positions in `cells` from `at` on. */
export function joinPlace(word: string, cells: Uint32Array, at: number): Pointer {
  let pointer = '';
  let copied = 0;
  let taken = 0;
  for (let next = word.indexOf(hole); next >= 0; next = word.indexOf(hole, copied)) {
    pointer += word.slice(copied, next) + String(cells[at + taken++] ?? 0);
    copied = next + hole.length;
  }
  return (pointer + word.slice(copied)) as Pointer;
}

/** The position that the key is, written without leading zeros; -1 for another key. */
function positionAt(pointer: Pointer, from: number, to: number): number {
  if (to === from || to - from > mostDigits) return -1;
  let value = 0;
  for (let at = from; at < to; at++) {
    const digit = pointer.charCodeAt(at) - 0x30;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return to - from > 1 && pointer.charCodeAt(from) === 0x30 ? -1 : value;
}
