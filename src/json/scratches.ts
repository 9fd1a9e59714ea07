// Tables for the parts of one item after the other, which are used again. Knows JSON only.

import { indexRange, newScratch, type Scratch } from './cursorTables.ts';
import type { NodeTable } from './nodeTable.ts';

/** What of one item after the other is indexed by itself, each container once. */
export class Scratches {
  readonly #all: Scratch[] = [];
  /** The row of each container in the table that lists it. */
  readonly #tables: NodeTable[] = [];
  readonly #rows: number[] = [];
  #used = 0;

  /** Those that were taken are taken anew. */
  clear(): void {
    this.#used = 0;
  }

  /** What lies in the bytes `[from, to)`, where the container in this row of a table is. */
  indexed(table: NodeTable, row: number, bytes: Uint8Array, from: number, to: number): NodeTable {
    for (let at = 0; at < this.#used; at++) {
      if (this.#rows[at] === row && this.#tables[at] === table) return (this.#all[at] as Scratch).table;
    }
    const at = this.#used++;
    this.#tables[at] = table;
    this.#rows[at] = row;
    const scratch = this.#all[at] ?? newScratch();
    this.#all[at] = scratch;
    return indexRange(bytes, from, to, scratch).table;
  }
}
