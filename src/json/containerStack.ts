// The containers that are open at a place of the text, from the root down, in typed arrays: nesting of a million levels
// must not overflow anything. Must not know who reads the text.

import { grown } from './nodeTable.ts';

/** Room for so many levels, all alike in length. */
export interface ContainerStackColumns {
  readonly kinds: Uint8Array;
  readonly froms: Uint32Array;
  readonly nodes: Int32Array;
  readonly lastChildren: Int32Array;
  readonly counts: Uint32Array;
  readonly keyFroms: Uint32Array;
  readonly keyTos: Uint32Array;
  /** For the owner: where the keys of that object begin in its register. */
  readonly keyBases: Uint32Array;
}

/** Columns by level; only the first `size` levels are open. */
export class ContainerStack implements ContainerStackColumns {
  size = 0;
  /** Kind codes: object or array. */
  kinds: Uint8Array;
  /** Byte of the opening bracket. */
  froms: Uint32Array;
  /** Row in the node table, -1 when the container lies below the table. */
  nodes: Int32Array;
  /** Row of the newest member, -1 when there is none in the table. */
  lastChildren: Int32Array;
  /** Members so far. */
  counts: Uint32Array;
  /** Byte range of the newest key of an object. */
  keyFroms: Uint32Array;
  keyTos: Uint32Array;
  keyBases: Uint32Array;

  /** Columns that somebody else sees too serve until they are too short. */
  constructor(columns: ContainerStackColumns = newColumns()) {
    this.kinds = columns.kinds;
    this.froms = columns.froms;
    this.nodes = columns.nodes;
    this.lastChildren = columns.lastChildren;
    this.counts = columns.counts;
    this.keyFroms = columns.keyFroms;
    this.keyTos = columns.keyTos;
    this.keyBases = columns.keyBases;
  }

  push(kind: number, from: number, node: number): void {
    const level = this.size;
    if (level === this.kinds.length) this.#grow();
    this.size = level + 1;
    this.kinds[level] = kind;
    this.froms[level] = from;
    this.nodes[level] = node;
    this.lastChildren[level] = -1;
    this.counts[level] = 0;
    this.keyFroms[level] = 0;
    this.keyTos[level] = 0;
  }

  #grow(): void {
    const size = this.kinds.length * 2;
    this.kinds = grown(this.kinds, new Uint8Array(size));
    this.froms = grown(this.froms, new Uint32Array(size));
    this.nodes = grown(this.nodes, new Int32Array(size));
    this.lastChildren = grown(this.lastChildren, new Int32Array(size));
    this.counts = grown(this.counts, new Uint32Array(size));
    this.keyFroms = grown(this.keyFroms, new Uint32Array(size));
    this.keyTos = grown(this.keyTos, new Uint32Array(size));
    this.keyBases = grown(this.keyBases, new Uint32Array(size));
  }
}

function newColumns(levels = 64): ContainerStackColumns {
  return {
    kinds: new Uint8Array(levels),
    froms: new Uint32Array(levels),
    nodes: new Int32Array(levels),
    lastChildren: new Int32Array(levels),
    counts: new Uint32Array(levels),
    keyFroms: new Uint32Array(levels),
    keyTos: new Uint32Array(levels),
    keyBases: new Uint32Array(levels),
  };
}
