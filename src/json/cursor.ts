// A place in a document that can be read and walked without holding a parsed copy of what lies below it: over bytes, or
// over a value at hand. Knows JSON only; must not know what keys mean.

import type { NodeKind } from './nodeTable.ts';
import { childPointer, type Pointer } from './pointer.ts';
import type { JsonValue } from './value.ts';

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
  /**
   * A number that is the same for objects with the same keys in the same order and values of the same kinds, numbers told apart as whole ones of up
   * to 15 digits and others; for no others within what 53 bits can tell. Undefined for anything but an object over bytes.
   */
  shape(): number | undefined;
  /** Its bytes; undefined over a parsed value, which has none. */
  range(): ByteRange | undefined;
}

/** Bytes `[from, to)` of a document, quotes and brackets included. */
export interface ByteRange {
  readonly bytes: Uint8Array;
  readonly from: number;
  readonly to: number;
}

/**
 * A cursor over a parsed value that stands at `pointer`. With `place` 'at' every value below has that same pointer: for
 * text that was parsed out of a string, whose parts have no place of their own in the document.
 */
export function valueCursor(value: JsonValue, pointer: Pointer, place: 'below' | 'at' = 'below'): JsonCursor {
  return new ValueCursor(value, pointer, place);
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

  shape(): undefined {
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
