// Tables into which parts of a document are indexed when they are walked. Knows JSON only.

import { ContainerStack } from './containerStack.ts';
import { type NodeTable, NodeTableBuilder } from './nodeTable.ts';
import { skimInto } from './skim.ts';

// A container up to this size is indexed in one go, a larger one level by level.
const smallBytes = 262_144;
const smallDepth = 4;

export interface Scratch {
  readonly table: NodeTableBuilder;
  readonly stack: ContainerStack;
}

/** Empty between two passes, so that all of them can use it. */
const sharedStack = new ContainerStack();

export const newScratch = (): Scratch => ({ table: new NodeTableBuilder(16), stack: sharedStack });

/** Into the table of `scratch`, which is emptied before. */
export function indexRange(bytes: Uint8Array, from: number, to: number, scratch: Scratch): Scratch {
  skimInto(scratch.table, scratch.stack, bytes, to - from <= smallBytes ? smallDepth : 1, from, to, true);
  return scratch;
}

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
