// A place in a document that can be read and walked without holding a parsed copy of what lies below it: over bytes, or
// over a value at hand. Knows JSON only; must not know what keys mean.

import type { JsonDocument } from './document.ts';
import { childrenNotInTable, kindOf, type NodeKind, type NodeTable } from './nodeTable.ts';
import { childPointer, type Pointer } from './pointer.ts';
import { skim } from './skim.ts';
import { readString } from './text.ts';
import { decodeUtf8 } from './utf8.ts';
import { type JsonValue, readValue } from './value.ts';

/** Reading never throws: what a value does not have is undefined, empty or 0. */
export interface JsonCursor {
  readonly pointer: Pointer;
  readonly kind: NodeKind;
  /** Own member of an object (the last of equal keys, `__proto__` like any other); undefined otherwise. */
  get(key: string): JsonCursor | undefined;
  /** Items of an array; none otherwise. */
  items(): Iterable<JsonCursor>;
  /** Members of an object, of equal keys the last; none otherwise. The order is the document's where there is one. */
  entries(): Iterable<readonly [string, JsonCursor]>;
  /** Items of an array or different keys of an object; 0 otherwise. */
  readonly length: number;
  /** A string, decoded; undefined for anything else. */
  text(): string | undefined;
  /** A finite number; undefined for anything else. */
  number(): number | undefined;
  /** Source text as written. Over a value, which has none, the text that JSON gives it ('' where it is nested too deep). */
  lexeme(): string;
  /** The whole value. */
  value(): JsonValue;
  /** Where the value is written; undefined where it is not written in one piece: over a parsed value or a merged stream. */
  range(): ByteRange | undefined;
}

/** A piece of a document: bytes from `from` up to `to`. */
export interface ByteRange {
  readonly bytes: Uint8Array;
  readonly from: number;
  readonly to: number;
}

/** The place as a cursor over the document's bytes; undefined when there is no such place. */
export function documentCursor(document: JsonDocument, pointer: Pointer): JsonCursor | undefined {
  if (pointer === '')
    return document.table.count === 0 ? undefined : new ByteCursor(document.bytes, document.table, 0, pointer);
  const node = document.find(pointer);
  if (node === undefined) return undefined;
  const table = indexRange(document.bytes, node.from, node.to);
  return table.count === 0 ? undefined : new ByteCursor(document.bytes, table, 0, pointer);
}

/**
 * A cursor over a parsed value that stands at `pointer`. With `place` 'at' every value below has that same pointer: for
 * text that was parsed out of a string, whose parts have no place of their own in the document.
 */
export function valueCursor(value: JsonValue, pointer: Pointer, place: 'below' | 'at' = 'below'): JsonCursor {
  return new ValueCursor(value, pointer, place);
}

// A container up to this size is indexed in one go, a larger one level by level.
const smallBytes = 262_144;
const smallDepth = 16;

function indexRange(bytes: Uint8Array, from: number, to: number): NodeTable {
  return skim(bytes, { depth: to - from <= smallBytes ? smallDepth : 1, from, to });
}

const noRows: ReadonlyMap<string, number> = new Map();

class ByteCursor implements JsonCursor {
  readonly kind: NodeKind;
  readonly #bytes: Uint8Array;
  readonly #table: NodeTable;
  readonly #row: number;
  readonly #parent: ByteCursor | undefined;
  readonly #key: string | number;
  #pointer: Pointer | undefined;
  #below: { readonly table: NodeTable; readonly row: number } | undefined;
  #members: ReadonlyMap<string, number> | undefined;

  constructor(
    bytes: Uint8Array,
    table: NodeTable,
    row: number,
    place: Pointer | { parent: ByteCursor; key: string | number },
  ) {
    this.#bytes = bytes;
    this.#table = table;
    this.#row = row;
    this.kind = kindOf(table, row);
    this.#pointer = typeof place === 'string' ? place : undefined;
    this.#parent = typeof place === 'string' ? undefined : place.parent;
    this.#key = typeof place === 'string' ? '' : place.key;
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
    if (this.kind === 'array') return this.#table.childCount[this.#row] ?? 0;
    return this.#rowsByKey().size;
  }

  get(key: string): JsonCursor | undefined {
    const row = this.#rowsByKey().get(key);
    return row === undefined ? undefined : this.#child(row, key);
  }

  *items(): Iterable<JsonCursor> {
    if (this.kind !== 'array') return;
    const { table, row } = this.#indexBelow();
    let position = 0;
    for (let child = table.firstChild[row] ?? -1; child >= 0; child = table.nextSibling[child] ?? -1) {
      yield this.#child(child, position++);
    }
  }

  *entries(): Iterable<readonly [string, JsonCursor]> {
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

  get #from(): number {
    return this.#table.from[this.#row] ?? 0;
  }

  get #to(): number {
    return this.#table.to[this.#row] ?? 0;
  }

  #child(row: number, key: string | number): ByteCursor {
    return new ByteCursor(this.#bytes, this.#indexBelow().table, row, { parent: this, key });
  }

  /** The table that lists the children, and this value's row in it. */
  #indexBelow(): { readonly table: NodeTable; readonly row: number } {
    if (this.#below === undefined) {
      const isListed = ((this.#table.flags[this.#row] ?? 0) & childrenNotInTable) === 0;
      this.#below = isListed
        ? { table: this.#table, row: this.#row }
        : { table: indexRange(this.#bytes, this.#from, this.#to), row: 0 };
    }
    return this.#below;
  }

  #rowsByKey(): ReadonlyMap<string, number> {
    if (this.kind !== 'object') return noRows;
    if (this.#members === undefined) {
      const members = new Map<string, number>();
      const { table, row } = this.#indexBelow();
      for (let child = table.firstChild[row] ?? -1; child >= 0; child = table.nextSibling[child] ?? -1) {
        members.set(readString(this.#bytes, table.keyFrom[child] ?? 0, table.keyTo[child] ?? 0), child);
      }
      this.#members = members;
    }
    return this.#members;
  }
}

class ValueCursor implements JsonCursor {
  readonly pointer: Pointer;
  readonly kind: NodeKind;
  readonly #value: JsonValue;
  readonly #place: 'below' | 'at';

  constructor(value: JsonValue, pointer: Pointer, place: 'below' | 'at') {
    this.#value = value;
    this.pointer = pointer;
    this.#place = place;
    this.kind = valueKind(value);
  }

  get length(): number {
    const value = this.#value;
    if (Array.isArray(value)) return value.length;
    return isObject(value) ? Object.keys(value).length : 0;
  }

  get(key: string): JsonCursor | undefined {
    const value = this.#value;
    if (!isObject(value) || !Object.hasOwn(value, key)) return undefined;
    return this.#child(value[key] as JsonValue, key);
  }

  *items(): Iterable<JsonCursor> {
    const value = this.#value;
    if (!Array.isArray(value)) return;
    for (let position = 0; position < value.length; position++) yield this.#child(value[position], position);
  }

  *entries(): Iterable<readonly [string, JsonCursor]> {
    const value = this.#value;
    if (!isObject(value)) return;
    for (const key of Object.keys(value)) yield [key, this.#child(value[key] as JsonValue, key)];
  }

  text(): string | undefined {
    return typeof this.#value === 'string' ? this.#value : undefined;
  }

  number(): number | undefined {
    return typeof this.#value === 'number' && Number.isFinite(this.#value) ? this.#value : undefined;
  }

  lexeme(): string {
    if (typeof this.#value === 'number') return Object.is(this.#value, -0) ? '-0' : String(this.#value);
    try {
      return JSON.stringify(this.#value);
    } catch {
      return '';
    }
  }

  value(): JsonValue {
    return this.#value;
  }

  range(): undefined {
    return undefined;
  }

  #child(value: JsonValue, key: string | number): ValueCursor {
    const pointer = this.#place === 'at' ? this.pointer : childPointer(this.pointer, key);
    return new ValueCursor(value, pointer, this.#place);
  }
}

function isObject(value: JsonValue): value is { readonly [key: string]: JsonValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function valueKind(value: JsonValue): NodeKind {
  switch (typeof value) {
    case 'string':
      return 'string';
    case 'number':
      return Number.isFinite(value) ? 'number' : 'literal';
    case 'boolean':
      return value ? 'true' : 'false';
    default:
      if (value === null) return 'null';
      return Array.isArray(value) ? 'array' : 'object';
  }
}
