// Where rows of a list stand when some are not as high as usual. Holds only those that were measured and are not, so that a list of millions
// costs nothing. Pure; lengths in CSS pixels, rows count from 0.

export class RowHeights {
  readonly usualPx: number;
  /** Rows of another height in order, and what all up to and with each of them have beyond the usual. */
  readonly #rows: readonly number[];
  readonly #sums: readonly number[];

  private constructor(usualPx: number, rows: readonly number[], sums: readonly number[]) {
    this.usualPx = usualPx;
    this.#rows = rows;
    this.#sums = sums;
  }

  /** Every row has this height, which is a whole number. */
  static usual(usualPx: number): RowHeights {
    return new RowHeights(usualPx, [], []);
  }

  topOf(row: number): number {
    return row * this.usualPx + this.#extraBefore(row);
  }

  heightOf(row: number): number {
    return this.topOf(row + 1) - this.topOf(row);
  }

  totalPx(count: number): number {
    return this.topOf(count);
  }

  /** The row that covers a height, at least 0 and at most the last of `count`. */
  rowAt(px: number, count: number): number {
    let low = 0;
    let high = Math.max(0, count - 1);
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.topOf(middle) <= px) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** With newly measured heights in place of what was known of these rows. */
  with(measured: ReadonlyMap<number, number>): RowHeights {
    const extras = new Map<number, number>();
    this.#rows.forEach((row, at) => {
      extras.set(row, (this.#sums[at] ?? 0) - (this.#sums[at - 1] ?? 0));
    });
    for (const [row, height] of measured) {
      if (height !== this.usualPx) extras.set(row, height - this.usualPx);
      else extras.delete(row);
    }
    const rows = [...extras.keys()].sort((a, b) => a - b);
    let sum = 0;
    return new RowHeights(
      this.usualPx,
      rows,
      rows.map((row) => {
        sum += extras.get(row) ?? 0;
        return sum;
      }),
    );
  }

  #extraBefore(row: number): number {
    let low = 0;
    let high = this.#rows.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#rows[middle] ?? 0) < row) low = middle + 1;
      else high = middle;
    }
    return this.#sums[low - 1] ?? 0;
  }
}
