// Where lines stand when some are higher than one row because they wrap. Holds only the lines that were measured and are higher, so that
// a text of millions of lines costs nothing. Pure; lengths in CSS pixels, lines count from 1.

/** Height of a line that does not wrap. */
export const linePx = 18;

export class LineHeights {
  /** Higher lines in order, and what all up to and with each of them have beyond one row. */
  readonly #lines: readonly number[];
  readonly #sums: readonly number[];

  private constructor(lines: readonly number[], sums: readonly number[]) {
    this.#lines = lines;
    this.#sums = sums;
  }

  /** Every line is one row high. */
  static readonly plain = new LineHeights([], []);

  topOf(line: number): number {
    return (line - 1) * linePx + this.#extraBefore(line);
  }

  heightOf(line: number): number {
    return this.topOf(line + 1) - this.topOf(line);
  }

  totalPx(lineCount: number): number {
    return lineCount * linePx + (this.#sums.at(-1) ?? 0);
  }

  /** The line that covers a height, at least 1 and at most `lineCount`. */
  lineAt(px: number, lineCount: number): number {
    let low = 1;
    let high = Math.max(1, lineCount);
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.topOf(middle) <= px) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** With newly measured heights in place of what was known of these lines. */
  with(measured: ReadonlyMap<number, number>): LineHeights {
    const extras = new Map<number, number>();
    this.#lines.forEach((line, at) => {
      extras.set(line, (this.#sums[at] ?? 0) - (this.#sums[at - 1] ?? 0));
    });
    for (const [line, height] of measured) {
      if (height > linePx) extras.set(line, height - linePx);
      else extras.delete(line);
    }
    const lines = [...extras.keys()].sort((a, b) => a - b);
    let sum = 0;
    return new LineHeights(
      lines,
      lines.map((line) => {
        sum += extras.get(line) ?? 0;
        return sum;
      }),
    );
  }

  #extraBefore(line: number): number {
    let low = 0;
    let high = this.#lines.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#lines[middle] ?? 0) < line) low = middle + 1;
      else high = middle;
    }
    return this.#sums[low - 1] ?? 0;
  }
}
