// Texts as columns of numbers: a hash in two lanes, the length and the count of characters, so that equal texts are found without holding one.
// Knows texts only.

import { moved } from '../../json/letGo.ts';
import { HashIndex } from '../issues/hashIndex.ts';
import { TextScan } from '../text/textScan.ts';

/** Cells of a text: two lanes, UTF-16 code units, Unicode code points. */
const width = 4;

const scratch = new TextScan();

/**
 * One text for each row, by what a scan says of it: of a million different texts, the chance that any two look equal is
 * below 10⁻⁶. A row without one, or with an empty one, has the length 0.
 */
export class TextLanes {
  /** Texts of one salt are equal to none of another: generations and choices of different responses are never held against each other. */
  salt = 0;
  #cells = new Uint32Array(4 * width);

  set(row: number, text: string): void {
    scratch.scanText(text);
    this.setScan(row, scratch);
  }

  /** The text that was scanned last. */
  setScan(row: number, { wholeA, wholeB, units, characters }: TextScan): void {
    this.#set(row, this.#salted(wholeA), wholeB, units, characters);
  }

  /** The same without its outer white space, of which every character is one code unit. */
  setStripped(row: number, { strippedA, strippedB, units, characters, leading, trailing }: TextScan): void {
    const outer = leading + trailing;
    if (units > outer) this.#set(row, this.#salted(strippedA), strippedB, units - outer, characters - outer);
  }

  copy(row: number, from: TextLanes, fromRow: number): void {
    this.#set(row, from.one(fromRow), from.other(fromRow), from.length(fromRow), from.characters(fromRow));
  }

  /** Another bijection of the lane for each salt (the multiplier is 2³² divided by the golden ratio, as in Knuth 6.4). */
  #salted(lane: number): number {
    return this.salt === 0 ? lane : (lane ^ Math.imul(this.salt, 0x9e3779b1)) >>> 0;
  }

  #set(row: number, one: number, other: number, length: number, characters: number): void {
    const at = row * width;
    if (at + width > this.#cells.length) {
      this.#cells = moved(this.#cells, new Uint32Array(Math.max(at + width, this.#cells.length * 2)));
    }
    this.#cells[at] = one;
    this.#cells[at + 1] = other;
    this.#cells[at + 2] = length;
    this.#cells[at + 3] = characters;
  }

  has(row: number): boolean {
    return this.length(row) > 0;
  }

  one(row: number): number {
    return this.#cells[row * width] ?? 0;
  }

  other(row: number): number {
    return this.#cells[row * width + 1] ?? 0;
  }

  length(row: number): number {
    return this.#cells[row * width + 2] ?? 0;
  }

  characters(row: number): number {
    return this.#cells[row * width + 3] ?? 0;
  }
}

/** Numbers the different texts that are shown to it, from 0 in the order in which they come. */
export class TextNumbers {
  readonly #keys = new TextLanes();
  readonly #index = new HashIndex();
  #count = 0;

  get count(): number {
    return this.#count;
  }

  /** The number of the text, a new one where it was not there. */
  add(texts: TextLanes, row: number): number {
    const number = this.#index.numberOf(hashOf(texts, row), this.#count, (known) => this.#isSame(known, texts, row));
    if (number === this.#count) this.#keys.copy(this.#count++, texts, row);
    return number;
  }

  /** The number of the text; −1 where it was not there. */
  find(texts: TextLanes, row: number): number {
    return this.#index.find(hashOf(texts, row), (known) => this.#isSame(known, texts, row));
  }

  #isSame(known: number, texts: TextLanes, row: number): boolean {
    const keys = this.#keys;
    const areLanes = keys.one(known) === texts.one(row) && keys.other(known) === texts.other(row);
    return areLanes && keys.length(known) === texts.length(row);
  }
}

function hashOf(texts: TextLanes, row: number): number {
  return texts.one(row) ^ (texts.other(row) >>> 7);
}

/** Texts of items, several of one item in a row, gathered to be grouped. */
export class TextEntries {
  readonly texts = new TextLanes();
  #items = new Int32Array(64);
  /** Which of the places of the text of its item it is; −1 for all. */
  #parts = new Int32Array(64);
  count = 0;

  add(item: number, text: string, part = -1): void {
    if (text === '') return;
    this.texts.set(this.count, text);
    this.#push(item, part);
  }

  copy(item: number, from: TextLanes, row: number): void {
    if (!from.has(row)) return;
    this.texts.copy(this.count, from, row);
    this.#push(item, -1);
  }

  item(entry: number): number {
    return this.#items[entry] ?? -1;
  }

  part(entry: number): number {
    return this.#parts[entry] ?? -1;
  }

  #push(item: number, part: number): void {
    if (this.count === this.#items.length) {
      this.#items = moved(this.#items, new Int32Array(2 * this.count));
      this.#parts = moved(this.#parts, new Int32Array(2 * this.count));
    }
    this.#items[this.count] = item;
    this.#parts[this.count++] = part;
  }
}

/** Numbers in groups: those of group g are `order[starts[g]]` to `order[starts[g + 1] − 1]`, in the order of the numbers. */
export interface Groups {
  readonly starts: Int32Array;
  readonly order: Int32Array;
}

/** Puts the numbers 0 to `count − 1` in groups, without those of group −1. */
export function groupNumbers(count: number, groupCount: number, groupOf: (number: number) => number): Groups {
  const starts = new Int32Array(groupCount + 1);
  for (let at = 0; at < count; at++) {
    const group = groupOf(at);
    if (group >= 0) starts[group + 1] = (starts[group + 1] ?? 0) + 1;
  }
  for (let group = 0; group < groupCount; group++) starts[group + 1] = (starts[group + 1] ?? 0) + (starts[group] ?? 0);
  const next = starts.slice();
  const order = new Int32Array(starts[groupCount] ?? 0);
  for (let at = 0; at < count; at++) {
    const group = groupOf(at);
    if (group < 0) continue;
    const place = next[group] ?? 0;
    order[place] = at;
    next[group] = place + 1;
  }
  return { starts, order };
}
