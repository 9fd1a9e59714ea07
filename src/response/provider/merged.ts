// A body put together from the events of a stream, so that the reader of its family reads it like one that came whole. Every value keeps its
// place in the event it came from; a joined text keeps all of them. Knows JSON and places; must not know any format.

import type { JsonCursor } from '../../json/cursor.ts';
import type { NodeKind } from '../../json/nodeTable.ts';
import { type Pointer, rootPointer } from '../../json/pointer.ts';
import type { JsonValue } from '../../json/value.ts';

/** One value of the merged body, to be filled and then read. What lies below it was either gathered or comes with the value that was put. */
export class Merged implements JsonCursor {
  readonly #place: Pointer | undefined;
  #own: JsonCursor | undefined;
  #below = new Map<string | number, Merged>();
  #pieces: JsonCursor[] = [];
  #items: JsonCursor[] = [];
  #list: Pointer | undefined;
  /** The list that all items came from, where there is one. */
  #onlyList: JsonCursor | undefined;
  #text: string | undefined;

  /** `place` is where the value is said to stand; without it, where the first of what was gathered stands. */
  constructor(place?: Pointer) {
    this.#place = place;
  }

  /** The value below, to be filled: a string is the key of an object, a number that of an item of a list. */
  at(...path: readonly (string | number)[]): Merged {
    let found: Merged = this;
    for (const key of path) {
      let next = found.#below.get(key);
      if (next === undefined) {
        next = new Merged();
        found.#below.set(key, next);
      }
      found = next;
    }
    return found;
  }

  /** The last value that says something (not null, '', 0 or an empty container) counts. */
  put(value: JsonCursor | undefined): void {
    if (value !== undefined && (this.#own === undefined || saysSomething(value))) this.#own = value;
  }

  /** The first value that says something counts. */
  start(value: JsonCursor | undefined): void {
    if (value !== undefined && (this.#own === undefined || !saysSomething(this.#own))) this.put(value);
  }

  /** Every member of an object but some, the last that says something. */
  putMembers(object: JsonCursor | undefined, without: readonly string[] = []): void {
    for (const [key, member] of object?.entries() ?? []) if (!without.includes(key)) this.at(key).put(member);
  }

  /** The value is whole: nothing that was gathered before counts. */
  replace(value: JsonCursor): void {
    this.#own = value;
    this.#below = new Map();
    this.#pieces = [];
    this.#items = [];
    this.#onlyList = undefined;
  }

  /** The next piece of a text; nothing where it is no text. */
  join(piece: JsonCursor | undefined): void {
    if (piece?.kind === 'string') this.#pieces.push(piece);
  }

  /** The next items of a list; nothing where it is no list. */
  append(list: JsonCursor | undefined): void {
    if (list?.kind !== 'array' || list.length === 0) return;
    this.#onlyList = this.#items.length === 0 ? list : undefined;
    this.#list ??= list.pointer;
    for (const item of list.items()) this.#items.push(item);
  }

  /** The next item of a list. */
  push(item: JsonCursor | undefined): void {
    if (item === undefined) return;
    this.#onlyList = undefined;
    this.#items.push(item);
  }

  /** The pieces that a text was joined from; none where it came whole. */
  get pieces(): readonly JsonCursor[] {
    return this.#pieces;
  }

  get pointer(): Pointer {
    return this.#place ?? this.#firstPlace() ?? rootPointer;
  }

  get kind(): NodeKind {
    if (this.#pieces.length > 0) return 'string';
    if (this.#items.length > 0 || this.#numbered().length > 0) return 'array';
    if (this.#named().length > 0) return 'object';
    return this.#own?.kind ?? 'null';
  }

  get length(): number {
    if (this.#isWhole()) return this.#own?.length ?? 0;
    const { kind } = this;
    if (kind === 'array') return Array.from(this.items()).length;
    return kind === 'object' ? Array.from(this.entries()).length : 0;
  }

  get(key: string): JsonCursor | undefined {
    const below = this.#below.get(key);
    return below === undefined || below.#isEmpty() ? this.#own?.get(key) : below;
  }

  items(): Iterable<JsonCursor> {
    if (this.#items.length > 0) return this.#items;
    const numbered = this.#numbered();
    return numbered.length > 0 ? numbered : (this.#own?.items() ?? []);
  }

  entries(): Iterable<readonly [string, JsonCursor]> {
    const named = this.#named();
    if (named.length === 0) return this.#own?.entries() ?? [];
    return new Map<string, JsonCursor>([...(this.#own?.entries() ?? []), ...named]);
  }

  text(): string | undefined {
    if (this.#pieces.length === 0) return this.#own?.text();
    this.#text ??= this.#pieces.map((piece) => piece.text() ?? '').join('');
    return this.#text;
  }

  number(): number | undefined {
    return this.#isWhole() ? this.#own?.number() : undefined;
  }

  lexeme(): string {
    if (this.#isWhole()) return this.#own?.lexeme() ?? 'null';
    try {
      return JSON.stringify(this.value());
    } catch {
      // Nested too deep to be written.
      return '';
    }
  }

  value(): JsonValue {
    if (this.#isWhole()) return this.#own?.value() ?? null;
    const { kind } = this;
    if (kind === 'string') return this.text() ?? '';
    if (kind === 'array') return Array.from(this.items(), (item) => item.value());
    return Object.fromEntries(Array.from(this.entries(), ([key, member]) => [key, member.value()]));
  }

  range(): ReturnType<JsonCursor['range']> {
    if (this.#isWhole()) return this.#own?.range();
    // A list of several, or at another place, is written nowhere in one piece.
    return this.#place === undefined && this.#own === undefined && this.#pieces.length === 0
      ? this.#onlyList?.range()
      : undefined;
  }

  shape(): undefined {
    return undefined;
  }

  /** Nothing was gathered beside the value that was put. */
  #isWhole(): boolean {
    return this.#pieces.length === 0 && this.#items.length === 0 && this.#filled().length === 0;
  }

  #isEmpty(): boolean {
    return this.#own === undefined && this.#isWhole();
  }

  #filled(): readonly (readonly [string | number, Merged])[] {
    return Array.from(this.#below).filter(([, below]) => !below.#isEmpty());
  }

  #named(): readonly (readonly [string, Merged])[] {
    return this.#filled().flatMap(([key, below]) => (typeof key === 'string' ? [[key, below] as const] : []));
  }

  #numbered(): readonly Merged[] {
    return this.#filled().flatMap(([key, below]) => (typeof key === 'number' ? [below] : []));
  }

  #firstPlace(): Pointer | undefined {
    const first = this.#own ?? this.#pieces[0];
    if (first !== undefined) return first.pointer;
    return this.#list ?? this.#items[0]?.pointer ?? this.#filled()[0]?.[1].pointer;
  }
}

function saysSomething(value: JsonCursor): boolean {
  switch (value.kind) {
    case 'null':
      return false;
    case 'string':
      return value.text() !== '';
    case 'number':
      return value.number() !== 0;
    case 'array':
    case 'object':
      return value.length > 0;
    default:
      return true;
  }
}
