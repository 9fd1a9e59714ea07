// Finds places in a document of any size and depth: pointer to node, members of a container, byte to pointer.
// Indexes what lies below the given table only when asked, and forgets it again. Must not decode more than keys.

import type { LineIndex } from './lines.ts';
import { childrenNotInTable, incompleteNode, kindCode, kindOf, type NodeKind, type NodeTable } from './nodeTable.ts';
import { childPointer, type Pointer, pointerFromKeys, pointerKeys } from './pointer.ts';
import { skim } from './skim.ts';
import { ownSource, type SourceText } from './sourceText.ts';
import { readString } from './text.ts';

/**
 * One value of a document. Ranges are bytes, `[from, to)`; the key range includes quotes and is 0, 0 where there is none.
 * `key` is the decoded key, the position in an array, or undefined for the root. `childCount` counts duplicate keys each.
 */
export interface NodeView {
  readonly pointer: Pointer;
  readonly kind: NodeKind;
  readonly from: number;
  readonly to: number;
  readonly keyFrom: number;
  readonly keyTo: number;
  readonly key: string | number | undefined;
  /** Which member of its container it is, from 0; undefined for the root. */
  readonly index: number | undefined;
  readonly childCount: number;
  /** Whether the container was still open where the text broke off or went wrong. */
  readonly isIncomplete: boolean;
}

/** A document by its bytes, its node table and its lines. */
export interface JsonDocument {
  readonly bytes: Uint8Array;
  readonly table: NodeTable;
  readonly lines: LineIndex;
  /** What a person brought: the bytes themselves, or the text that they were made of. */
  readonly source: SourceText;
  /** The value at a pointer, at any depth; of duplicate keys the last. Undefined where there is none. */
  find(pointer: Pointer): NodeView | undefined;
  /** The row of a value, which may have its members in the same table; undefined for one that is open where the text ends or goes wrong, too. */
  row(pointer: Pointer): { readonly table: NodeTable; readonly row: number } | undefined;
  /**
   * Members `fromIndex` to `fromIndex + count` of a container in the order of the text, duplicate keys included; empty
   * for other values and beyond the end, undefined when the pointer leads nowhere.
   */
  children(pointer: Pointer, fromIndex: number, count: number): readonly NodeView[] | undefined;
  /**
   * The deepest value whose bytes, or whose key's bytes, contain this byte; the root for bytes outside of all.
   * Inside an earlier one of duplicate keys the pointer is that of the text, though `find` follows the last.
   */
  pointerAt(byte: number): Pointer;
}

/** Makes a document; `table` may come from a skim or the strict pass, of any depth. `source`: what the bytes were made of, where that is another text. */
export function createDocument(
  bytes: Uint8Array,
  table: NodeTable,
  lines: LineIndex,
  source: SourceText = ownSource(bytes, lines),
): JsonDocument {
  return new IndexedDocument(bytes, table, lines, source);
}

/** Rows that tables below the document's own may hold together, about 35 bytes each; the newest always stays. */
const cachedRows = 2_000_000;
/** Tables of up to this many rows let the next one below go twice as deep. */
const deepeningRows = 200_000;
/** Members of smaller containers are listed anew each time. */
const listedMembers = 32;

/** A row of one of the tables. */
interface Spot {
  readonly table: NodeTable;
  readonly node: number;
}

/** A member of a container: its row of the table, and which member it is. */
interface Member {
  readonly row: number;
  readonly index: number;
}

/** Where a pointer leads. */
interface Followed {
  readonly spot: Spot;
  readonly key: string | number | undefined;
  readonly index: number | undefined;
}

/** How deep the next table is made on one way down; doubling keeps long ways from reading the same text again. */
interface Reach {
  depth: number;
}

class IndexedDocument implements JsonDocument {
  readonly bytes: Uint8Array;
  readonly table: NodeTable;
  readonly lines: LineIndex;
  readonly source: SourceText;
  /** Tables of containers whose members the table around them does not list, by first byte; oldest use first. */
  readonly #below = new Map<number, NodeTable>();
  #belowRows = 0;
  readonly #lists = new WeakMap<NodeTable, Map<number, Uint32Array>>();

  constructor(bytes: Uint8Array, table: NodeTable, lines: LineIndex, source: SourceText) {
    this.bytes = bytes;
    this.table = table;
    this.lines = lines;
    this.source = source;
  }

  row(pointer: Pointer): { readonly table: NodeTable; readonly row: number } | undefined {
    const spot = this.#follow(pointerKeys(pointer))?.spot;
    if (spot === undefined || ((spot.table.flags[spot.node] as number) & incompleteNode) !== 0) return undefined;
    return { table: spot.table, row: spot.node };
  }

  find(pointer: Pointer): NodeView | undefined {
    const found = this.#follow(pointerKeys(pointer));
    return found && this.#view(found.spot, pointer, found.key, found.index);
  }

  children(pointer: Pointer, fromIndex: number, count: number): readonly NodeView[] | undefined {
    const found = this.#follow(pointerKeys(pointer));
    if (found === undefined) return undefined;
    const { table, node } = this.#withMembers(found.spot, { depth: 1 });
    const rows = this.#rowsOf(table, node);
    const isArray = table.kind[node] === kindCode.array;
    const first = Math.max(0, Math.trunc(fromIndex) || 0);
    const views: NodeView[] = [];
    for (let index = first; index < Math.min(rows.length, first + count); index++) {
      const member = { table, node: rows[index] as number };
      const key = isArray ? index : this.#keyOf(member);
      views.push(this.#view(member, childPointer(pointer, key), key, index));
    }
    return views;
  }

  pointerAt(byte: number): Pointer {
    const path: (string | number)[] = [];
    const reach = { depth: 1 };
    let spot: Spot | undefined = this.table.count > 0 ? { table: this.table, node: 0 } : undefined;
    while (spot !== undefined && contains(spot, byte)) {
      const { table, node } = this.#withMembers(spot, reach);
      const rows = this.#rowsOf(table, node);
      const index = lastBeginningAt(table, rows, byte);
      if (index < 0) break;
      const member: Spot = { table, node: rows[index] as number };
      const isInKey = byte < (table.keyTo[member.node] as number);
      if (!isInKey && !contains(member, byte)) break;
      path.push(table.kind[node] === kindCode.array ? index : this.#keyOf(member));
      spot = isInKey ? undefined : member;
    }
    return pointerFromKeys(path);
  }

  #follow(keys: readonly string[]): Followed | undefined {
    if (this.table.count === 0) return undefined;
    const reach = { depth: 1 };
    let spot: Spot = { table: this.table, node: 0 };
    let last: string | number | undefined;
    let index: number | undefined;
    for (const key of keys) {
      const { table, node } = this.#withMembers(spot, reach);
      const isArray = table.kind[node] === kindCode.array;
      const member = isArray ? this.#memberAt(table, node, key) : this.#memberWithKey(table, node, key);
      if (member === undefined) return undefined;
      last = isArray ? Number(key) : key;
      ({ index } = member);
      spot = { table, node: member.row };
    }
    return { spot, key: last, index };
  }

  /** An array's item; undefined when the key is no position in it (RFC 6901 section 4: no leading zeros). */
  #memberAt(table: NodeTable, node: number, key: string): Member | undefined {
    if (!/^(?:0|[1-9]\d{0,9})$/.test(key)) return undefined;
    const index = Number(key);
    const row = this.#rowsOf(table, node)[index];
    return row === undefined ? undefined : { row, index };
  }

  /** The last member with this key. */
  #memberWithKey(table: NodeTable, node: number, key: string): Member | undefined {
    const isSame = keyMatcher(this.bytes, key);
    let found = -1;
    let index = -1;
    let at = 0;
    for (let row = table.firstChild[node] as number; row >= 0; row = table.nextSibling[row] as number) {
      if (isSame(table.keyFrom[row] as number, table.keyTo[row] as number)) {
        found = row;
        index = at;
      }
      at += 1;
    }
    return found < 0 ? undefined : { row: found, index };
  }

  /** The same value in a table that lists its members. */
  #withMembers(spot: Spot, reach: Reach): Spot {
    const { table, node } = spot;
    if (((table.flags[node] as number) & childrenNotInTable) === 0) return spot;
    const from = table.from[node] as number;
    let below = this.#below.get(from);
    if (below === undefined) {
      below = skim(this.bytes, { depth: reach.depth, from, to: table.to[node] as number });
      if (below.count < deepeningRows) reach.depth *= 2;
      this.#belowRows += below.count;
    } else {
      this.#below.delete(from);
    }
    this.#below.set(from, below);
    for (const [oldest, { count }] of this.#below) {
      if (this.#belowRows <= cachedRows || oldest === from) break;
      this.#below.delete(oldest);
      this.#belowRows -= count;
    }
    return { table: below, node: 0 };
  }

  /** Rows of the members in order. */
  #rowsOf(table: NodeTable, node: number): Uint32Array {
    const kept = this.#lists.get(table);
    const known = kept?.get(node);
    if (known !== undefined) return known;
    const rows = new Uint32Array(table.firstChild[node] === -1 ? 0 : (table.childCount[node] as number));
    let at = 0;
    for (let row = table.firstChild[node] as number; row >= 0; row = table.nextSibling[row] as number) rows[at++] = row;
    if (rows.length < listedMembers) return rows;
    if (kept === undefined) this.#lists.set(table, new Map([[node, rows]]));
    else kept.set(node, rows);
    return rows;
  }

  #keyOf({ table, node }: Spot): string {
    return readString(this.bytes, table.keyFrom[node] as number, table.keyTo[node] as number);
  }

  #view(
    { table, node }: Spot,
    pointer: Pointer,
    key: string | number | undefined,
    index: number | undefined,
  ): NodeView {
    return {
      pointer,
      index,
      kind: kindOf(table, node),
      from: table.from[node] as number,
      to: table.to[node] as number,
      keyFrom: table.keyFrom[node] as number,
      keyTo: table.keyTo[node] as number,
      key,
      childCount: table.childCount[node] as number,
      isIncomplete: ((table.flags[node] as number) & incompleteNode) !== 0,
    };
  }
}

function contains({ table, node }: Spot, byte: number): boolean {
  return byte >= (table.from[node] as number) && byte < (table.to[node] as number);
}

/** The last of the rows whose key or value begins at or before the byte; -1 when none does. */
function lastBeginningAt(table: NodeTable, rows: Uint32Array, byte: number): number {
  let low = -1;
  let high = rows.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    const row = rows[middle] as number;
    const start = table.keyTo[row] === 0 ? table.from[row] : table.keyFrom[row];
    if ((start as number) <= byte) low = middle;
    else high = middle;
  }
  return low;
}

const encoder = new TextEncoder();

/** A test whether the key in a range (with quotes) decodes to this text; compares bytes where that is enough. */
function keyMatcher(bytes: Uint8Array, key: string): (from: number, to: number) => boolean {
  const wanted = encoder.encode(key);
  const isWellFormed = key.isWellFormed();
  return (from, to) => {
    if (to === 0) return key === '';
    if (isWellFormed && to - from - 2 === wanted.length) {
      let i = 0;
      while (i < wanted.length && bytes[from + 1 + i] === wanted[i]) i++;
      // Equal bytes with a backslash in them are an escape, whose text is another.
      if (i === wanted.length) return !key.includes('\\') || readString(bytes, from, to) === key;
    }
    for (let at = from + 1; at < to - 1; at++) {
      const byte = bytes[at] as number;
      if (byte === 0x5c || byte >= 0x80) return readString(bytes, from, to) === key;
    }
    return false;
  };
}
