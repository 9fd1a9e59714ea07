// Where lines of the source stand: as rows of a list, counted from 1. Pure; lengths in CSS pixels.

import { RowHeights } from '../../ui/rowHeights.ts';

/** Height of a line that does not wrap. */
export const linePx = 18;

export class LineHeights {
  readonly #rows: RowHeights;

  private constructor(rows: RowHeights) {
    this.#rows = rows;
  }

  /** Every line is one row high. */
  static readonly plain = new LineHeights(RowHeights.usual(linePx));

  topOf(line: number): number {
    return this.#rows.topOf(line - 1);
  }

  heightOf(line: number): number {
    return this.#rows.heightOf(line - 1);
  }

  totalPx(lineCount: number): number {
    return this.#rows.totalPx(lineCount);
  }

  /** The line that covers a height, at least 1 and at most `lineCount`. */
  lineAt(px: number, lineCount: number): number {
    return this.#rows.rowAt(px, lineCount) + 1;
  }

  /** With newly measured heights in place of what was known of these lines. */
  with(measured: ReadonlyMap<number, number>): LineHeights {
    return new LineHeights(this.#rows.with(new Map(Array.from(measured, ([line, height]) => [line - 1, height]))));
  }
}
