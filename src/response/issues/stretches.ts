// Which numbers in reading order are issues that were found one by one and which are runs: the same issues of generations that follow each other, held
// once. Immutable; knows numbers only.

import { firstIndex } from './firstIndex.ts';

/** Cells of a stretch. */
const stretchWidth = 5;
/** Cells of an issue that the generations of a run share: its word, the positions in its place behind the first, its message. */
export const sharedWidth = 4;

export interface StretchColumns {
  /**
   * `stretchWidth` cells for each, in reading order: the number of its first issue; single issues before it; where its first issue stands in `shared`;
   * how many a generation has of it, 0 for a stretch of single ones; its first position. Those of a run go position by position. Without cells
   * where there are no runs. The runs of a group have ascending positions.
   */
  readonly stretches: Uint32Array<ArrayBuffer>;
  readonly shared: Uint32Array<ArrayBuffer>;
}

export const noStretches: StretchColumns = {
  stretches: new Uint32Array(0),
  shared: new Uint32Array(0),
};

export class Stretches {
  /** All issues. */
  readonly length: number;
  readonly #columns: StretchColumns;
  readonly #count: number;
  #chains: readonly (readonly number[])[] | undefined;

  constructor(columns: StretchColumns, length: number) {
    this.#columns = columns;
    this.#count = columns.stretches.length / stretchWidth;
    this.length = length;
  }

  /** Whether all issues are single ones: each has its own number then. */
  get isNone(): boolean {
    return this.#count === 0;
  }

  /** Which single issue has this number in reading order; -1 for one of a run. */
  single(n: number): number {
    if (this.#count === 0) return n;
    const at = this.#of(n);
    return this.#perPosition(at) > 0 ? -1 : this.#before(at) + n - this.#first(at);
  }

  /** The number in reading order of a single issue. */
  numberOf(single: number): number {
    if (this.#count === 0) return single;
    const at = firstIndex(this.#count, (one) => this.#before(one) > single) - 1;
    return this.#first(at) + single - this.#before(at);
  }

  /** How many single issues come before a number. */
  singlesBefore(n: number): number {
    if (this.#count === 0 || n <= 0) return Math.max(0, n);
    const at = this.#of(n - 1);
    return this.#before(at) + (this.#perPosition(at) > 0 ? 0 : n - this.#first(at));
  }

  /** The position of an issue of a run. */
  position(n: number): number {
    const at = this.#of(n);
    return this.#start(at) + Math.floor((n - this.#first(at)) / this.#perPosition(at));
  }

  /** Where what an issue of a run shares begins in `shared`. */
  sharedAt(n: number): number {
    const at = this.#of(n);
    return (this.#cell(at, 2) + ((n - this.#first(at)) % this.#perPosition(at))) * sharedWidth;
  }

  /** Numbers of the issues of runs in a generation, ascending. */
  numbersIn(position: number): number[] {
    const numbers: number[] = [];
    for (const chain of this.#chained()) {
      const stretch = chain[firstIndex(chain.length, (at) => this.#start(chain[at] ?? 0) > position) - 1];
      if (stretch === undefined) continue;
      const turn = position - this.#start(stretch);
      const each = this.#perPosition(stretch);
      const first = this.#first(stretch) + turn * each;
      if (turn < this.#positions(stretch)) for (let one = 0; one < each; one++) numbers.push(first + one);
    }
    return numbers;
  }

  /** Every run: the number of its first issue, the positions `[from, to)` of its generations, how many issues each of them has of it. */
  *all(): Generator<{ readonly first: number; readonly from: number; readonly to: number; readonly each: number }> {
    for (const stretch of this.#chained().flat()) {
      const from = this.#start(stretch);
      const each = this.#perPosition(stretch);
      yield { first: this.#first(stretch), from, to: from + this.#positions(stretch), each };
    }
  }

  /** The positions `[from, to)` of the runs among the numbers from `first` to `end`, ascending. */
  rangesIn(first: number, end: number): (readonly [from: number, to: number])[] {
    const ranges: (readonly [number, number])[] = [];
    if (this.#count === 0 || end <= first) return ranges;
    for (let at = this.#of(first); at < this.#count && this.#first(at) < end; at++) {
      const from = this.#start(at);
      if (this.#perPosition(at) > 0) ranges.push([from, from + this.#positions(at)]);
    }
    return ranges.sort((one, other) => one[0] - other[0]);
  }

  /** Runs in reading order, apart wherever their positions begin anew: there are no more of these than groups. */
  #chained(): readonly (readonly number[])[] {
    if (this.#chains !== undefined) return this.#chains;
    const chains: number[][] = [];
    let end = Number.POSITIVE_INFINITY;
    for (let stretch = 0; stretch < this.#count; stretch++) {
      if (this.#perPosition(stretch) === 0) continue;
      if (this.#start(stretch) < end) chains.push([]);
      chains.at(-1)?.push(stretch);
      end = this.#start(stretch) + this.#positions(stretch);
    }
    this.#chains = chains;
    return chains;
  }

  /** The stretch that holds a number. */
  #of(n: number): number {
    return firstIndex(this.#count, (at) => this.#first(at) > n) - 1;
  }

  #cell(stretch: number, cell: number): number {
    return this.#columns.stretches[stretch * stretchWidth + cell] ?? 0;
  }

  #first(stretch: number): number {
    return this.#cell(stretch, 0);
  }

  #before(stretch: number): number {
    return this.#cell(stretch, 1);
  }

  #perPosition(stretch: number): number {
    return this.#cell(stretch, 3);
  }

  #start(stretch: number): number {
    return this.#cell(stretch, 4);
  }

  #positions(stretch: number): number {
    const end = stretch + 1 < this.#count ? this.#first(stretch + 1) : this.length;
    return (end - this.#first(stretch)) / this.#perPosition(stretch);
  }
}
