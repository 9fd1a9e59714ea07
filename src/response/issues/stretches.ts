// Which numbers in reading order are issues that were found one by one and which are runs: the same issues of generations that follow each other, held
// once. Immutable; knows numbers only.

/** Cells of a stretch. */
export const stretchWidth = 5;
/** Cells of an issue that the generations of a run share: its word, the positions in its place behind the first, its message. */
export const sharedWidth = 4;

export interface StretchColumns {
  /**
   * `stretchWidth` cells for each, in reading order: the number of its first issue; single issues before it; where its first issue stands in `shared`;
   * how many a generation has of it, 0 for a stretch of single ones; its first position. Those of a run go position by position. Without cells
   * where there are no runs.
   */
  readonly stretches: Uint32Array<ArrayBuffer>;
  readonly shared: Uint32Array<ArrayBuffer>;
  /** Numbers of the stretches that are runs, by first position, then ascending. Two of them have the same positions or none in common. */
  readonly runs: Uint32Array<ArrayBuffer>;
}

export const noStretches: StretchColumns = {
  stretches: new Uint32Array(0),
  shared: new Uint32Array(0),
  runs: new Uint32Array(0),
};

export class Stretches {
  /** All issues. */
  readonly length: number;
  readonly #columns: StretchColumns;
  readonly #count: number;

  constructor(columns: StretchColumns, length: number) {
    this.#columns = columns;
    this.#count = columns.stretches.length / stretchWidth;
    this.length = length;
  }

  /** Whether all issues are single ones: each has its own number then. */
  get isNone(): boolean {
    return this.#count === 0;
  }

  get runCount(): number {
    return this.#columns.runs.length;
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
    const { runs } = this.#columns;
    const numbers: number[] = [];
    const after = firstIndex(runs.length, (at) => this.#start(runs[at] ?? 0) > position);
    const start = this.#start(runs[after - 1] ?? 0);
    for (let at = after - 1; at >= 0 && this.#start(runs[at] ?? 0) === start; at--) {
      const stretch = runs[at] ?? 0;
      const turn = position - start;
      if (turn >= this.#positions(stretch)) break;
      const each = this.#perPosition(stretch);
      for (let one = each - 1; one >= 0; one--) numbers.push(this.#first(stretch) + turn * each + one);
    }
    return numbers.reverse();
  }

  /** The positions of each run, ascending, with how many issues each of them has of those that the weighing of their first numbers tells apart. */
  *spans<Kind extends string>(
    kindOf: (n: number) => Kind,
  ): Generator<{
    readonly from: number;
    readonly to: number;
    readonly counts: Readonly<Partial<Record<Kind, number>>>;
  }> {
    const { runs } = this.#columns;
    for (let at = 0; at < runs.length; ) {
      const [stretch = 0] = runs.subarray(at, at + 1);
      const from = this.#start(stretch);
      const to = from + this.#positions(stretch);
      const counts: Partial<Record<Kind, number>> = {};
      for (; at < runs.length && this.#start(runs[at] ?? 0) === from; at++) {
        const kind = kindOf(this.#first(runs[at] ?? 0));
        counts[kind] = (counts[kind] ?? 0) + this.#perPosition(runs[at] ?? 0);
      }
      yield { from, to, counts };
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

/** The first index below `count` that a test holds for, where it holds for all after it; `count` for none. */
export function firstIndex(count: number, isAfter: (at: number) => boolean): number {
  let from = 0;
  let to = count;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (isAfter(middle)) to = middle;
    else from = middle + 1;
  }
  return from;
}
