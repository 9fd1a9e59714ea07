// Rows in common columns, as they grow from left to right. Knows numbers only.

import type { Part } from './parts.ts';

/** A row of the arrangement: a sequence of token numbers and how many samples have it. */
export interface Row {
  readonly items: Int32Array;
  readonly weight: number;
}

/** Columns in order; all items of a column are equal. */
export interface Arrangement {
  readonly columnCount: number;
  /** The token number of each column. */
  readonly items: readonly number[];
  /** How many samples are in each column. */
  readonly support: readonly number[];
  /** For each row the column of each of its items, rising. */
  readonly columnOf: readonly Int32Array[];
}

/** Columns that are opened one after the other and filled at once. */
export class ArrangedColumns {
  readonly items: number[] = [];
  readonly support: number[] = [];
  readonly #columnOf: readonly Int32Array[] | undefined;

  /** Without rows only the columns are made. */
  constructor(columnOf?: readonly Int32Array[]) {
    this.#columnOf = columnOf;
  }

  /** A new column with an item. */
  open(item: number): void {
    this.items.push(item);
    this.support.push(0);
  }

  /** Puts the item at a place of a part into the newest column. */
  put(part: Part, at: number): void {
    const column = this.items.length - 1;
    this.support[column] = (this.support[column] as number) + part.weight;
    if (this.#columnOf === undefined) return;
    for (const { row, shift } of part.members) (this.#columnOf[row] as Int32Array)[at + shift] = column;
  }

  putAll(part: Part): void {
    for (let at = part.from; at < part.to; at++) {
      this.open(part.items[at] as number);
      this.put(part, at);
    }
  }
}
