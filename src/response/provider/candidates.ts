// Which readers may recognise a body at all, known from its shape once one of that shape was looked at: most responses of a document have one shape,
// and there are many readers. Knows no format.

import type { JsonCursor } from '../../json/cursor.ts';
import { providerReaders } from './readers.ts';
import type { ProviderReader } from './reading.ts';

/** Shapes that are remembered; where there are more, none is common. */
const mostShapes = 1000;

const candidatesOf = new Map<number, readonly ProviderReader[]>();

/** In the order in which they are asked: all but those that surely do not recognise a body of this shape. */
export function candidatesFor(body: JsonCursor): readonly ProviderReader[] {
  const shape = body.shape();
  if (shape === undefined) return providerReaders;
  const known = candidatesOf.get(shape);
  if (known !== undefined) return known;
  if (candidatesOf.size >= mostShapes) return providerReaders;
  const candidates = providerReaders.filter((reader) => !isRuledOut(reader, body));
  candidatesOf.set(shape, candidates);
  return candidates;
}

/** Whether a reader says no and asked for nothing but members that are not there, which those of one shape have in common. */
function isRuledOut(reader: ProviderReader, body: JsonCursor): boolean {
  const watched = new WatchedCursor(body);
  return !reader.recognises(watched) && !watched.isSeen;
}

/** An object that notes whether anything of it but its kind and missing members was seen. */
class WatchedCursor implements JsonCursor {
  readonly kind: JsonCursor['kind'];
  isSeen = false;
  readonly #body: JsonCursor;

  constructor(body: JsonCursor) {
    this.kind = body.kind;
    this.#body = body;
  }

  get pointer(): JsonCursor['pointer'] {
    return this.#seen().pointer;
  }

  get length(): number {
    return this.#seen().length;
  }

  get(key: string): JsonCursor | undefined {
    const member = this.#body.get(key);
    if (member !== undefined) this.isSeen = true;
    return member;
  }

  items(): Iterable<JsonCursor> {
    // An object has none.
    return this.kind === 'object' ? [] : this.#seen().items();
  }

  entries(): ReturnType<JsonCursor['entries']> {
    return this.#seen().entries();
  }

  text(): string | undefined {
    return this.kind === 'object' ? undefined : this.#seen().text();
  }

  number(): number | undefined {
    return this.kind === 'object' ? undefined : this.#seen().number();
  }

  lexeme(): string {
    return this.#seen().lexeme();
  }

  value(): ReturnType<JsonCursor['value']> {
    return this.#seen().value();
  }

  shape(): number | undefined {
    return this.#seen().shape();
  }

  range(): ReturnType<JsonCursor['range']> {
    return this.#seen().range();
  }

  #seen(): JsonCursor {
    this.isSeen = true;
    return this.#body;
  }
}
