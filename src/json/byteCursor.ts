// A cursor over the bytes of a document: what it walks is indexed when it is walked. Knows JSON only; must not know what keys mean.

import type { ByteRange, JsonCursor } from './cursor.ts';
import { indexMembers, indexRange, newScratch, type Scratch } from './cursorTables.ts';
import type { JsonDocument } from './document.ts';
import { isKey } from './keyBytes.ts';
import { childrenNotInTable, kindCode, kindOf, type NodeKind, type NodeTable } from './nodeTable.ts';
import { childPointer, type Pointer, rootPointer } from './pointer.ts';
import { Scratches } from './scratches.ts';
import { readString } from './text.ts';
import { decodeUtf8 } from './utf8.ts';
import { type JsonValue, readValue } from './value.ts';

/** The place as a cursor over the document's bytes; undefined when there is no such place. */
export function documentCursor(document: JsonDocument, pointer: Pointer): JsonCursor | undefined {
  if (pointer === '')
    return document.table.count === 0 ? undefined : new ByteCursor(document.bytes, document.table, 0, pointer);
  const known = document.row(pointer);
  if (known !== undefined) return new ByteCursor(document.bytes, known.table, known.row, pointer);
  const node = document.find(pointer);
  if (node === undefined) return undefined;
  return indexedCursor(document.bytes, node.from, node.to, pointer);
}

/** The first value in the bytes `[from, to)`, whatever follows it; undefined when there is none. What lies below it is indexed when it is walked. */
export function cursorOver(bytes: Uint8Array, from = 0, to = bytes.length): JsonCursor | undefined {
  return indexedCursor(bytes, from, to, rootPointer);
}

/**
 * The items of a list one after the other, as `items()` gives them, but each may be read only until the next one is taken: what lies below them
 * is indexed in tables that are used again for each.
 */
export function* itemsInTurn(list: JsonCursor | undefined): Iterable<JsonCursor> {
  if (!(list instanceof ByteCursor)) {
    yield* list?.items() ?? [];
    return;
  }
  const scratch = newScratch();
  const scratches = new Scratches();
  for (const item of list.items()) {
    const own = item as ByteCursor;
    const left = own.bytesNotIndexed();
    scratches.clear();
    // What is little is indexed by itself, if anybody looks: the rest of the item need not be read again.
    if (left === 0) yield own;
    else yield left * mostlyIndexed < own.size ? own.using(scratches) : own.indexedIn(scratch);
  }
}

/** The items of a list of the document by their positions, without a walk to each. */
export function itemsByPosition(list: JsonCursor | undefined): (position: number) => JsonCursor | undefined {
  const items = list instanceof ByteCursor ? undefined : Array.from(list?.items() ?? []);
  return list instanceof ByteCursor ? list.itemsByPosition() : (position) => items?.[position];
}

function indexedCursor(bytes: Uint8Array, from: number, to: number, pointer: Pointer): ByteCursor | undefined {
  const { table, row } = indexMembers(bytes, from, to);
  return row < table.count ? new ByteCursor(bytes, table, row, pointer) : undefined;
}

/** Of an item that is listed so many times as much as what is not, only that is indexed. */
const mostlyIndexed = 4;

class ByteCursor implements JsonCursor {
  readonly kind: NodeKind;
  readonly #bytes: Uint8Array;
  readonly #from: number;
  readonly #to: number;
  /** The table that lists the members, and this value's row in it; until it is there, the one that lists this value. */
  #table: NodeTable;
  #row: number;
  readonly #parent: ByteCursor | undefined;
  readonly #key: string | number;
  #pointer: Pointer | undefined;
  #members: ReadonlyMap<string, number> | undefined;
  readonly #scratches: Scratches | undefined;

  constructor(
    bytes: Uint8Array,
    table: NodeTable,
    row: number,
    pointer: Pointer | undefined,
    parent?: ByteCursor,
    key: string | number = '',
    scratches?: Scratches,
  ) {
    this.kind = kindOf(table, row);
    this.#bytes = bytes;
    this.#from = table.from[row] as number;
    this.#to = table.to[row] as number;
    this.#table = table;
    this.#row = row;
    this.#pointer = pointer;
    this.#parent = parent;
    this.#key = key;
    this.#scratches = scratches;
  }

  get pointer(): Pointer {
    if (this.#pointer === undefined) {
      // Only the first cursor has no parent, and it was given its pointer.
      const parent = this.#parent as ByteCursor;
      this.#pointer = childPointer(parent.pointer, this.#key);
    }
    return this.#pointer;
  }

  get length(): number {
    const count = this.kind === 'array' || this.kind === 'object' ? (this.#table.childCount[this.#row] as number) : 0;
    return this.kind === 'array' || count < 2 || this.#areApart(count) ? count : this.#rowsByKey().size;
  }

  /** Whether the keys of a small object are told apart by their bytes, so that there are as many members as are written. */
  #areApart(count: number): boolean {
    if (count > mostCompared || this.#members !== undefined) return false;
    this.#indexMembers();
    const { firstChild, nextSibling, keyFrom, keyTo } = this.#table;
    const bytes = this.#bytes;
    for (let one = firstChild[this.#row] as number; one >= 0; one = nextSibling[one] as number) {
      const [from, to] = [keyFrom[one] as number, keyTo[one] as number];
      for (let at = from + 1; at < to - 1; at++) {
        // Written in two ways a key is still the same.
        if (bytes[at] === 0x5c || (bytes[at] as number) >= 0x80) return false;
      }
      for (let other = nextSibling[one] as number; other >= 0; other = nextSibling[other] as number) {
        if (isSameRange(bytes, from, to, keyFrom[other] as number, keyTo[other] as number)) return false;
      }
    }
    return true;
  }

  get(key: string): JsonCursor | undefined {
    if (this.kind !== 'object') return undefined;
    if (this.#members !== undefined) {
      const known = this.#members.get(key);
      return known === undefined ? undefined : this.#child(known, key);
    }
    this.#indexMembers();
    const table = this.#table;
    let found = -1;
    let looked = 0;
    for (let child = table.firstChild[this.#row] as number; child >= 0; child = table.nextSibling[child] as number) {
      if (isKey(this.#bytes, table.keyFrom[child] as number, table.keyTo[child] as number, key)) found = child;
      // Asked again and again, an object of many keys is looked up faster than it is walked.
      if (++looked === walkedMembers) {
        this.#rowsByKey();
        return this.get(key);
      }
    }
    return found < 0 ? undefined : this.#child(found, key);
  }

  *items(): Iterable<JsonCursor> {
    if (this.kind !== 'array') return;
    this.#indexMembers();
    const table = this.#table;
    let position = 0;
    for (let child = table.firstChild[this.#row] as number; child >= 0; child = table.nextSibling[child] as number) {
      yield this.#child(child, position++);
    }
  }

  itemsByPosition(): (position: number) => JsonCursor | undefined {
    if (this.kind !== 'array') return () => undefined;
    this.#indexMembers();
    const { childCount, firstChild, nextSibling } = this.#table;
    const rows = new Uint32Array(childCount[this.#row] as number);
    for (let child = firstChild[this.#row] as number, at = 0; child >= 0; child = nextSibling[child] as number)
      rows[at++] = child;
    return (position) => (position < rows.length ? this.#child(rows[position] as number, position) : undefined);
  }

  *entries(): Iterable<readonly [string, JsonCursor]> {
    if (this.kind !== 'object') return;
    for (const [key, row] of this.#rowsByKey()) yield [key, this.#child(row, key)];
  }

  text(): string | undefined {
    return this.kind === 'string' ? readString(this.#bytes, this.#from, this.#to) : undefined;
  }

  number(): number | undefined {
    if (this.kind !== 'number') return undefined;
    const number = Number(this.lexeme());
    return Number.isFinite(number) ? number : undefined;
  }

  lexeme(): string {
    return decodeUtf8(this.#bytes, this.#from, this.#to);
  }

  value(): JsonValue {
    return readValue(this.#bytes, this.#from, this.#to);
  }

  range(): ByteRange {
    return { bytes: this.#bytes, from: this.#from, to: this.#to };
  }

  shape(): number | undefined {
    if (this.kind !== 'object') return undefined;
    this.#indexMembers();
    const table = this.#table;
    const bytes = this.#bytes;
    let a = 0x2f0b4c47;
    let b = 0x51ab3d;
    for (let child = table.firstChild[this.#row] as number; child >= 0; child = table.nextSibling[child] as number) {
      const end = table.keyTo[child] as number;
      for (let at = table.keyFrom[child] as number; at < end; at++) {
        a = Math.imul(a ^ (bytes[at] as number), 0x9e3779b1);
        b = Math.imul(b ^ (bytes[at] as number), 0x5f356495);
      }
      let kind = table.kind[child] as number;
      if (kind === kindCode.number && isShortInteger(bytes, table.from[child] as number, table.to[child] as number)) {
        kind = 0x20;
      }
      a = Math.imul(a ^ kind ^ (a >>> 15), 0x85ebca6b);
      b = Math.imul(b ^ kind ^ (b >>> 13), 0xc2b2ae35);
    }
    a ^= a >>> 16;
    b ^= b >>> 15;
    return (a & 0x1fffff) * 0x100000000 + (b >>> 0);
  }

  get size(): number {
    return this.#to - this.#from;
  }

  /** Bytes of the containers below whose members the table does not list. Of the last of its container nobody asks: all count. */
  bytesNotIndexed(): number {
    const { flags, from, to, nextSibling } = this.#table;
    const end = nextSibling[this.#row] as number;
    if (end < 0) return this.size;
    let left = 0;
    for (let row = this.#row; row < end; row++) {
      if (flags[row] !== 0) left += (to[row] as number) - (from[row] as number);
    }
    return left;
  }

  /** The same place, which indexes what lies below it in these. */
  using(scratches: Scratches): ByteCursor {
    return new ByteCursor(this.#bytes, this.#table, this.#row, undefined, this.#parent, this.#key, scratches);
  }

  /** The same place, what lies below it indexed in a table that others use after it. */
  indexedIn(scratch: Scratch): ByteCursor {
    const { table } = indexRange(this.#bytes, this.#from, this.#to, scratch);
    return table.count === 0 ? this : new ByteCursor(this.#bytes, table, 0, this.pointer);
  }

  #child(row: number, key: string | number): ByteCursor {
    return new ByteCursor(this.#bytes, this.#table, row, undefined, this, key, this.#scratches);
  }

  /** From here on the table is one that lists the members. */
  #indexMembers(): void {
    if (((this.#table.flags[this.#row] as number) & childrenNotInTable) === 0) return;
    if (this.#scratches !== undefined) {
      this.#table = this.#scratches.indexed(this.#table, this.#row, this.#bytes, this.#from, this.#to);
      this.#row = 0;
      return;
    }
    const { table, row } = indexMembers(this.#bytes, this.#from, this.#to);
    this.#table = table;
    this.#row = row;
  }

  #rowsByKey(): ReadonlyMap<string, number> {
    if (this.#members === undefined) {
      this.#indexMembers();
      const members = new Map<string, number>();
      const table = this.#table;
      for (let child = table.firstChild[this.#row] as number; child >= 0; child = table.nextSibling[child] as number) {
        members.set(readString(this.#bytes, table.keyFrom[child] as number, table.keyTo[child] as number), child);
      }
      this.#members = members;
    }
    return this.#members;
  }
}

const walkedMembers = 32;
/** Members whose keys are compared with each other; of more their keys are decoded. */
const mostCompared = 8;

function isSameRange(bytes: Uint8Array, from: number, to: number, otherFrom: number, otherTo: number): boolean {
  if (to - from !== otherTo - otherFrom) return false;
  for (let at = 0; at < to - from; at++) if (bytes[from + at] !== bytes[otherFrom + at]) return false;
  return true;
}

function isShortInteger(bytes: Uint8Array, from: number, to: number): boolean {
  const first = bytes[from] === 0x2d ? from + 1 : from;
  if (to - first > 15) return false;
  for (let at = first; at < to; at++) if ((bytes[at] as number) < 0x30 || (bytes[at] as number) > 0x39) return false;
  return to > first;
}
