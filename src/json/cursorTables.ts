// Tables of what lies below the values that cursors walk: of its own for a large container, one that many small containers share. Knows bytes and tables only.

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

export function indexRange(bytes: Uint8Array, from: number, to: number, scratch: Scratch): Scratch {
  skimInto(scratch.table, scratch.stack, bytes, to - from <= smallBytes ? smallDepth : 1, from, to, true);
  return scratch;
}

/** Rows of a table that small containers share: a table of its own for each of a hundred thousand costs more than their rows. */
const sharedRows = 4096;
/** A larger container has a table of its own. */
const sharingBytes = 4096;
let shared = new NodeTableBuilder(sharedRows);

/** A table that lists the members of a container, and its row in it; the row is not there when there is no value. */
export function indexMembers(
  bytes: Uint8Array,
  from: number,
  to: number,
): { readonly table: NodeTable; readonly row: number } {
  if (to - from > sharingBytes) return { table: indexRange(bytes, from, to, newScratch()).table, row: 0 };
  // Those who hold rows of it hold all of it. A container of that size has about so many rows; the table grows where it has more.
  if (shared.count > sharedRows - sharingBytes / 8) shared = new NodeTableBuilder(sharedRows);
  const row = shared.count;
  skimInto(shared, sharedStack, bytes, smallDepth, from, to, true, true);
  return { table: shared, row };
}
