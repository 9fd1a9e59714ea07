// The index of a document: one row per value, in document order, in typed arrays that can be sent between threads.
// Knows kinds and byte ranges; must not know how they were found.

import { moved, trimmed } from './letGo.ts';

/** `literal` stands for NaN, Infinity and -Infinity (and, after a skim of broken text only, for unknown words). */
export type NodeKind = 'object' | 'array' | 'string' | 'number' | 'true' | 'false' | 'null' | 'literal';

/** The kinds in the order of their codes in `NodeTable.kind`. */
const nodeKinds: readonly NodeKind[] = ['object', 'array', 'string', 'number', 'true', 'false', 'null', 'literal'];

/** Code of each kind in `NodeTable.kind`. */
export const kindCode = {
  object: 0,
  array: 1,
  string: 2,
  number: 3,
  true: 4,
  false: 5,
  null: 6,
  literal: 7,
} as const satisfies Record<NodeKind, number>;

/** Set in `NodeTable.flags` when a container has members that the table does not list (they lie too deep). */
export const childrenNotInTable = 1;
/** Set in `NodeTable.flags` when a container was still open where the text broke off or went wrong. */
export const incompleteNode = 2;

/**
 * Columns of equal length `count`; row 0 is the root (no rows when there is no value at all). Ranges are bytes,
 * `[from, to)`; a key's range includes its quotes and is 0, 0 where there is none. `parent`, `firstChild` and
 * `nextSibling` are rows, -1 where there is none. `childCount` is the real number of complete members, also when the
 * table does not list them.
 */
export interface NodeTable {
  readonly count: number;
  readonly kind: Uint8Array;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly keyFrom: Uint32Array;
  readonly keyTo: Uint32Array;
  readonly parent: Int32Array;
  readonly firstChild: Int32Array;
  readonly nextSibling: Int32Array;
  readonly childCount: Uint32Array;
  readonly flags: Uint8Array;
}

/** The kind of a row of the table. */
export function kindOf(table: NodeTable, node: number): NodeKind {
  return nodeKinds[table.kind[node] ?? kindCode.literal] ?? 'literal';
}

/** The density of a text changes along the way: so much more room than it has so far, and at once no more than so many times what there is. */
const spare = 1.1;
const mostGrowth = 8;

/** Grows a table row by row, in document order; columns are public for the passes, which fill in ends and counts. */
export class NodeTableBuilder implements NodeTable {
  count = 0;
  kind: Uint8Array;
  from: Uint32Array;
  to: Uint32Array;
  keyFrom: Uint32Array;
  keyTo: Uint32Array;
  parent: Int32Array;
  firstChild: Int32Array;
  nextSibling: Int32Array;
  childCount: Uint32Array;
  flags: Uint8Array;

  /** `room`: rows that fit before it grows. */
  constructor(room = 64) {
    this.kind = new Uint8Array(room);
    this.from = new Uint32Array(room);
    this.to = new Uint32Array(room);
    this.keyFrom = new Uint32Array(room);
    this.keyTo = new Uint32Array(room);
    this.parent = new Int32Array(room);
    this.firstChild = new Int32Array(room);
    this.nextSibling = new Int32Array(room);
    this.childCount = new Uint32Array(room);
    this.flags = new Uint8Array(room);
  }

  /** Adds a row below `parent`, after its member `previous` (-1: none), and returns it. */
  add(
    kind: number,
    from: number,
    to: number,
    keyFrom: number,
    keyTo: number,
    parent: number,
    previous: number,
  ): number {
    const node = this.count;
    if (node === this.kind.length) this.#grow(2 * node);
    this.count = node + 1;
    this.kind[node] = kind;
    this.from[node] = from;
    this.to[node] = to;
    this.keyFrom[node] = keyFrom;
    this.keyTo[node] = keyTo;
    this.parent[node] = parent;
    this.firstChild[node] = -1;
    this.nextSibling[node] = -1;
    // Another document may have left something here.
    this.childCount[node] = 0;
    this.flags[node] = 0;
    if (previous >= 0) this.nextSibling[previous] = node;
    else if (parent >= 0) this.firstChild[parent] = node;
    return node;
  }

  /**
   * Adds the first `count` rows of columns whose parents and siblings are rows of this table. `share` of the text is read with them, from which it is
   * guessed how much room all will need: columns that grow are copied.
   */
  append(rows: Omit<NodeTable, 'count'>, count: number, share: number): void {
    if (count === 0) return;
    const from = this.count;
    const end = from + count;
    const room = this.kind.length;
    if (end > room) {
      const guess = Math.min(mostGrowth * Math.max(room, end), Math.ceil((spare * end) / share));
      this.#grow(Math.max(2 * room, end, guess));
    }
    this.count = end;
    this.kind.set(rows.kind.subarray(0, count), from);
    this.from.set(rows.from.subarray(0, count), from);
    this.to.set(rows.to.subarray(0, count), from);
    this.keyFrom.set(rows.keyFrom.subarray(0, count), from);
    this.keyTo.set(rows.keyTo.subarray(0, count), from);
    this.parent.set(rows.parent.subarray(0, count), from);
    this.firstChild.set(rows.firstChild.subarray(0, count), from);
    this.nextSibling.set(rows.nextSibling.subarray(0, count), from);
    this.childCount.set(rows.childCount.subarray(0, count), from);
    this.flags.set(rows.flags.subarray(0, count), from);
  }

  /** The table without spare room; each column owns its buffer, so that it can be transferred. Nothing is added behind it. */
  build(): NodeTable {
    const end = this.count;
    return {
      count: end,
      kind: trimmed(this.kind, end),
      from: trimmed(this.from, end),
      to: trimmed(this.to, end),
      keyFrom: trimmed(this.keyFrom, end),
      keyTo: trimmed(this.keyTo, end),
      parent: trimmed(this.parent, end),
      firstChild: trimmed(this.firstChild, end),
      nextSibling: trimmed(this.nextSibling, end),
      childCount: trimmed(this.childCount, end),
      flags: trimmed(this.flags, end),
    };
  }

  #grow(size: number): void {
    this.kind = moved(this.kind, new Uint8Array(size));
    this.from = moved(this.from, new Uint32Array(size));
    this.to = moved(this.to, new Uint32Array(size));
    this.keyFrom = moved(this.keyFrom, new Uint32Array(size));
    this.keyTo = moved(this.keyTo, new Uint32Array(size));
    this.parent = moved(this.parent, new Int32Array(size));
    this.firstChild = moved(this.firstChild, new Int32Array(size));
    this.nextSibling = moved(this.nextSibling, new Int32Array(size));
    this.childCount = moved(this.childCount, new Uint32Array(size));
    this.flags = moved(this.flags, new Uint8Array(size));
  }
}

/** `larger` with the contents of `column` at its start. */
export function grown<T extends Uint8Array | Uint32Array | Int32Array | Float64Array>(column: T, larger: T): T {
  larger.set(column);
  return larger;
}
