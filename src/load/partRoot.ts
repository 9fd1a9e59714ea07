// One response among several that stand in one document, read as if it stood alone: its own keys, and its parts of the two lists. Pointers are those of
// the document, so that whatever is found leads to its place. Knows where `intake/compose.ts` puts things.

import type { ComposedEntry } from '../intake/compose.ts';
import { itemsByPosition } from '../json/byteCursor.ts';
import type { ByteRange, JsonCursor } from '../json/cursor.ts';
import { type Pointer, pointerOf } from '../json/pointer.ts';
import type { JsonValue } from '../json/value.ts';

/** The roots of the responses of a document by their numbers, each an object, whatever there is. */
export function partRoots(root: JsonCursor): (number: number, entry: ComposedEntry) => JsonCursor {
  const own = itemsByPosition(root.get('responses'));
  const data = itemsByPosition(root.get('data'));
  const providers = itemsByPosition(root.get('provider_responses'));
  return (number, entry) =>
    new PartRoot(
      own(number),
      pointerOf('responses', number),
      entry.hasData ? new ListPart(dataPointer, data, entry.data) : undefined,
      new ListPart(providersPointer, providers, entry.providers),
    );
}

const dataPointer = pointerOf('data');
const providersPointer = pointerOf('provider_responses');

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

  shape(): number | undefined {
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
  readonly #data: JsonCursor | undefined;
  readonly #providers: JsonCursor;

  constructor(own: JsonCursor | undefined, pointer: Pointer, data: JsonCursor | undefined, providers: JsonCursor) {
    super(pointer);
    this.#own = own;
    this.#data = data;
    this.#providers = providers;
  }

  get length(): number {
    return [...this.entries()].length;
  }

  override get(key: string): JsonCursor | undefined {
    if (key === 'provider_responses') return this.#providers;
    return key === 'data' && this.#data !== undefined ? this.#data : this.#own?.get(key);
  }

  override *entries(): Iterable<readonly [string, JsonCursor]> {
    if (this.#data !== undefined) yield ['data', this.#data];
    yield ['provider_responses', this.#providers];
    for (const entry of this.#own?.entries() ?? []) {
      const isTold = entry[0] === 'provider_responses' || (entry[0] === 'data' && this.#data !== undefined);
      if (!isTold) yield entry;
    }
  }

  /** That of its own keys; whether it has the list is told by another one. */
  override shape(): number | undefined {
    const own = this.#own?.shape();
    return own === undefined || this.#data !== undefined ? own : -1 - own;
  }

  value(): JsonValue {
    return Object.fromEntries(Array.from(this.entries(), ([key, cursor]) => [key, cursor.value()]));
  }
}

/** Items `[from, to)` of a list at the root of the document. */
class ListPart extends Made {
  readonly kind = 'array';
  readonly #itemAt: (position: number) => JsonCursor | undefined;
  readonly #from: number;
  readonly #to: number;

  constructor(
    pointer: Pointer,
    itemAt: (position: number) => JsonCursor | undefined,
    [from, to]: readonly [from: number, to: number],
  ) {
    super(pointer);
    this.#itemAt = itemAt;
    this.#from = from;
    this.#to = to;
  }

  get length(): number {
    return this.#to - this.#from;
  }

  override *items(): Iterable<JsonCursor> {
    for (let at = this.#from; at < this.#to; at++) {
      const item = this.#itemAt(at);
      if (item) yield item;
    }
  }

  value(): JsonValue {
    return Array.from(this.items(), (item) => item.value());
  }
}
