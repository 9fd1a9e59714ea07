// Equal issues of generations that follow each other, as runs of positions: one record for all of them, written
// out when all are put into reading order where it is short. Knows numbers only.

import { placeWidth } from '../samples/placeCells.ts';
import { stepLength } from './groupFacts.ts';
import { NumberList } from './numberList.ts';

/** What an issue is that many share, but for its first position. */
export interface SharedNumbers {
  readonly group: number;
  readonly word: number;
  /** The positions in its place behind the first. */
  readonly rest: readonly number[];
  readonly text: number;
}

/** The same issues of `count` generations from position `from` on. */
export interface IssueRun {
  readonly numbers: readonly SharedNumbers[];
  readonly from: number;
  readonly count: number;
  /** Issues that were found one by one before them; of other groups more may have been. */
  readonly foundBefore: number;
}

/** Stands where others have the place at which they were found. */
export const inRun = 0xffffffff;
/** A position that is not written yet. */
export const unknown = -2;

/** Cells of a run: whose it is, its first position, positions, issues found before. */
const width = 4;

export class IssueRuns<Shared extends object> {
  readonly #numbers: (readonly SharedNumbers[])[] = [];
  readonly #known = new Map<Shared, number>();
  readonly #runs = new NumberList();
  /** The run that was added to last, while nothing else was found of the same groups. */
  #last: { readonly shared: Shared; readonly numbers: readonly SharedNumbers[]; end: number } | undefined;

  /** Adds a position to the run that is open, where it is that of the same and ends there. */
  extend(shared: Shared, position: number): boolean {
    const last = this.#last;
    if (last?.shared !== shared || last.end !== position) return false;
    last.end++;
    return true;
  }

  /** Opens a run; `foundBefore`: issues that were found one by one so far. `numbersOf` is asked once for those that share the same. */
  open(shared: Shared, numbersOf: () => readonly SharedNumbers[], position: number, foundBefore: number): void {
    this.#close();
    let number = this.#known.get(shared);
    if (number === undefined) {
      number = this.#numbers.push(numbersOf()) - 1;
      this.#known.set(shared, number);
    }
    for (const cell of [number, position, 0, foundBefore]) this.#runs.push(cell);
    this.#last = { shared, numbers: this.#numbers[number] ?? [], end: position + 1 };
  }

  /** Adds a run of one issue of each of `count` generations. */
  put(numbers: SharedNumbers, from: number, count: number, foundBefore: number): void {
    this.#close();
    for (const cell of [this.#numbers.push([numbers]) - 1, from, count, foundBefore]) this.#runs.push(cell);
  }

  /** One of this group is found by itself: what is found later comes behind it. */
  interrupt(group: number): void {
    if (this.#last?.numbers.some((one) => one.group === group)) this.#close();
  }

  /** All runs in their order; the last is an empty one behind all that were found one by one. */
  *all(found: number): Generator<IssueRun> {
    this.#close();
    for (let at = 0; at < this.#runs.length; at += width) {
      const cell = (place: number) => this.#runs.at(at + place);
      yield { numbers: this.#numbers[cell(0)] ?? [], from: cell(1), count: cell(2), foundBefore: cell(3) };
    }
    yield { numbers: [], from: 0, count: 0, foundBefore: found };
  }

  #close(): void {
    const last = this.#last;
    this.#last = undefined;
    const at = this.#runs.length - width;
    if (last) this.#runs.set(at + 2, last.end - this.#runs.at(at + 1));
  }
}

interface Targets {
  readonly places: Uint32Array;
  readonly texts: Uint32Array;
  readonly positions: Int32Array;
  readonly foundAt: Uint32Array;
  /** By group: where its next single issue stands. */
  readonly next: Uint32Array;
}

/** Writes the issues of a run out, in steps. `isInside`: whether the places of a word lie in generations. */
export function* writeRun(
  { numbers, from, count }: IssueRun,
  { places, texts, positions, foundAt, next }: Targets,
  isInside: (word: number) => boolean,
): Generator<void, void> {
  let written = 0;
  for (const group of new Set(numbers.map((one) => one.group))) {
    const own = numbers.filter((one) => one.group === group);
    const first = next[group] ?? 0;
    for (const [turn, { word, rest, text }] of own.entries()) {
      const inside = isInside(word);
      let n = first + turn;
      for (let position = from; position < from + count; position++, n += own.length) {
        if (++written % stepLength === 0) yield;
        const at = n * placeWidth;
        places[at] = word;
        places[at + 1] = position;
        for (let cell = 0; cell < rest.length; cell++) places[at + 2 + cell] = rest[cell] ?? 0;
        texts[2 * n] = text;
        foundAt[n] = inRun;
        if (inside) positions[n] = position;
      }
    }
    next[group] = first + own.length * count;
  }
}
