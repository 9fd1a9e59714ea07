// The containers that are open at a place of the text, from the root down, in typed arrays: nesting of a million levels
// must not overflow anything. Must not know who reads the text.

import { grown } from './nodeTable.ts';

/** Columns by level; only the first `size` levels are open. */
export class ContainerStack {
  size = 0;
  /** Kind codes: object or array. */
  kinds = new Uint8Array(64);
  /** Byte of the opening bracket. */
  froms = new Uint32Array(64);
  /** Row in the node table, -1 when the container lies below the table. */
  nodes = new Int32Array(64);
  /** Row of the newest member, -1 when there is none in the table. */
  lastChildren = new Int32Array(64);
  /** Members so far. */
  counts = new Uint32Array(64);
  /** Byte range of the newest key of an object. */
  keyFroms = new Uint32Array(64);
  keyTos = new Uint32Array(64);

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
  }
}
