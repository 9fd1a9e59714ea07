// Counts in chunks of rows, read by place: how many there are and what they add up to before any place. Holds three figures for each chunk; what is
// within one is added up when somebody looks there. Knows no meaning of a count.

/** Counts before a place. */
export interface CountsBefore {
  /** Rows that have a count. */
  readonly known: number;
  /** Those whose count is finite. */
  readonly finite: number;
  /** Sum of those that are finite and above 0: what a bar can show. */
  readonly sum: number;
}

/** The counts of the rows of a chunk, NaN for none; rows behind the last of them have none. Undefined where none of them has one. */
export type CountsOfChunk = (chunk: number) => Float64Array | undefined;

export class RunningCounts implements CountsBefore {
  readonly known: number;
  readonly finite: number;
  readonly sum: number;
  /** Of all finite counts, also below 0. */
  readonly total: number;
  /** The largest and the smallest of them; 0 is among them. */
  readonly largest: number;
  readonly smallest: number;
  /** Place of the first finite one; -1 for none. */
  readonly first: number;
  readonly #rowsOfChunk: number;
  /** Known, finite and sum before each chunk. */
  readonly #starts: Float64Array;
  readonly #read: CountsOfChunk;
  #last: { readonly chunk: number; readonly counts: Float64Array | undefined } | undefined;

  /** Goes once through `length` rows; `rowsOfChunk` of them are a chunk. */
  constructor(length: number, rowsOfChunk: number, read: CountsOfChunk) {
    const chunks = Math.ceil(length / rowsOfChunk);
    this.#rowsOfChunk = rowsOfChunk;
    this.#read = read;
    this.#starts = new Float64Array(3 * chunks + 3);
    let [known, finite, sum, total, largest, smallest, first] = [0, 0, 0, 0, 0, 0, -1];
    for (let chunk = 0; chunk < chunks; chunk++) {
      const counts = read(chunk);
      const end = Math.min(counts?.length ?? 0, length - chunk * rowsOfChunk);
      for (let row = 0; counts && row < end; row++) {
        const count = counts[row] ?? Number.NaN;
        if (Number.isNaN(count)) continue;
        known++;
        if (!Number.isFinite(count)) continue;
        if (first < 0) first = chunk * rowsOfChunk + row;
        finite++;
        total += count;
        if (count > 0) sum += count;
        if (count > largest) largest = count;
        if (count < smallest) smallest = count;
      }
      this.#starts.set([known, finite, sum], 3 * chunk + 3);
    }
    this.known = known;
    this.finite = finite;
    this.sum = sum;
    this.total = total;
    this.largest = largest;
    this.smallest = smallest;
    this.first = first;
  }

  /** NaN for none. */
  at(place: number): number {
    return this.#counts(Math.floor(place / this.#rowsOfChunk))?.[place % this.#rowsOfChunk] ?? Number.NaN;
  }

  /** What there is in front of a place; in O(rows of a chunk). */
  before(place: number): CountsBefore {
    const chunk = Math.floor(place / this.#rowsOfChunk);
    const end = place % this.#rowsOfChunk;
    let [known = 0, finite = 0, sum = 0] = this.#starts.subarray(3 * chunk);
    const counts = end === 0 ? undefined : this.#counts(chunk);
    for (let row = 0; counts && row < end; row++) {
      const count = counts[row] ?? Number.NaN;
      if (Number.isNaN(count)) continue;
      known++;
      if (!Number.isFinite(count)) continue;
      finite++;
      if (count > 0) sum += count;
    }
    return { known, finite, sum };
  }

  /** Place of the count number `number`, from 0; -1 where there are fewer. In O(log chunks + rows of a chunk). */
  place(number: number): number {
    if (!(number >= 0 && number < this.known)) return -1;
    let low = 0;
    let high = this.#starts.length / 3 - 1;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if ((this.#starts[3 * middle] ?? 0) <= number) low = middle;
      else high = middle;
    }
    let rest = number - (this.#starts[3 * low] ?? 0);
    const counts = this.#counts(low) ?? new Float64Array();
    for (let row = 0; row < counts.length; row++) {
      if (!Number.isNaN(counts[row] ?? Number.NaN) && rest-- === 0) return low * this.#rowsOfChunk + row;
    }
    return -1;
  }

  #counts(chunk: number): Float64Array | undefined {
    if (this.#last?.chunk !== chunk) this.#last = { chunk, counts: this.#read(chunk) };
    return this.#last.counts;
  }
}
