// One response among several that stand in one document, read as if it stood alone: its own keys, and its parts of the two lists. Pointers are those of
// the document, so that whatever is found leads to its place. Knows where `intake/compose.ts` puts things.

import type { ComposedEntry } from '../intake/compose.ts';
import { documentCursor } from '../json/byteCursor.ts';
import type { ByteRange, JsonCursor } from '../json/cursor.ts';
import type { JsonDocument } from '../json/document.ts';
import { type Pointer, pointerOf } from '../json/pointer.ts';
import type { JsonValue } from '../json/value.ts';

/** The root of the response with this number; an object, whatever there is. */
export function partRoot(document: JsonDocument, number: number, entry: ComposedEntry): JsonCursor {
  const own = documentCursor(document, pointerOf('responses', number));
  return new PartRoot(own, pointerOf('responses', number), {
    ...(entry.hasData && { data: new ListPart(document, 'data', entry.data) }),
    provider_responses: new ListPart(document, 'provider_responses', entry.providers),
  });
}

/** What a cursor over no bytes of its own answers. */
abstract class Made implements JsonCursor {
  readonly pointer: Pointer;
  abstract readonly kind: JsonCursor['kind'];
  abstract readonly length: number;

  constructor(pointer: Pointer) {
    this.pointer = pointer;
  }

  get(_key: string): JsonCursor | undefined {
    return undefined;
  }

  items(): Iterable<JsonCursor> {
    return [];
  }

  entries(): Iterable<readonly [string, JsonCursor]> {
    return [];
  }

  text(): undefined {
    return undefined;
  }

  number(): undefined {
    return undefined;
  }

  shape(): undefined {
    return undefined;
  }

  range(): ByteRange | undefined {
    return undefined;
  }

  lexeme(): string {
    return JSON.stringify(this.value());
  }

  abstract value(): JsonValue;
}

class PartRoot extends Made {
  readonly kind = 'object';
  readonly #own: JsonCursor | undefined;
  readonly #lists: Readonly<Record<string, JsonCursor>>;

  constructor(own: JsonCursor | undefined, pointer: Pointer, lists: Readonly<Record<string, JsonCursor>>) {
    super(pointer);
    this.#own = own;
    this.#lists = lists;
  }

  get length(): number {
    return [...this.entries()].length;
  }

  override get(key: string): JsonCursor | undefined {
    return Object.hasOwn(this.#lists, key) ? this.#lists[key] : this.#own?.get(key);
  }

  override *entries(): Iterable<readonly [string, JsonCursor]> {
    yield* Object.entries(this.#lists);
    for (const entry of this.#own?.entries() ?? []) if (!Object.hasOwn(this.#lists, entry[0])) yield entry;
  }

  value(): JsonValue {
    return Object.fromEntries(Array.from(this.entries(), ([key, cursor]) => [key, cursor.value()]));
  }
}

/** Items `[from, to)` of a list at the root of the document. */
class ListPart extends Made {
  readonly kind = 'array';
  readonly #document: JsonDocument;
  readonly #key: string;
  readonly #from: number;
  readonly #to: number;

  constructor(document: JsonDocument, key: string, [from, to]: readonly [from: number, to: number]) {
    super(pointerOf(key));
    this.#document = document;
    this.#key = key;
    this.#from = from;
    this.#to = to;
  }

  get length(): number {
    return this.#to - this.#from;
  }

  override *items(): Iterable<JsonCursor> {
    for (let at = this.#from; at < this.#to; at++) {
      const item = documentCursor(this.#document, pointerOf(this.#key, at));
      if (item) yield item;
    }
  }

  value(): JsonValue {
    return Array.from(this.items(), (item) => item.value());
  }
}
