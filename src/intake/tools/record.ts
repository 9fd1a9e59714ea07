// What a record of another tool becomes: JSON in the shape of a response, written of pieces that are values of the file, each with its way back.
// Knows how pieces are written; which stand where is each tool's business.

import { cursorOver } from '../../json/byteCursor.ts';
import type { ByteRange, JsonCursor } from '../../json/cursor.ts';
import { strictPass } from '../../json/strict.ts';
import { type MadeBytes, MadeText } from '../madeText.ts';
import type { SourceMap } from '../sourceMap.ts';
import { unescaped } from '../unescaped.ts';

/** A value of the file as it stands there, or something that writes itself. */
export type Piece = JsonCursor | ((to: RecordText) => void);

/** Members that are undefined are left out: what a file does not say stays absent. */
export type Members = Readonly<Record<string, Piece | undefined>>;

/** Texts that others are made of: the file, and what stands in its strings. */
export class Origin {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Of texts that were made: the way back to the file. */
  readonly #maps = new WeakMap<Uint8Array, SourceMap>();

  constructor(bytes: Uint8Array<ArrayBuffer>) {
    this.bytes = bytes;
  }

  /** The way back from the bytes that a cursor stands over; undefined for the file itself. */
  mapOf(bytes: Uint8Array): SourceMap | undefined {
    return this.#maps.get(bytes);
  }

  /** Another text that was made of the bytes of `of`, as a value. */
  derived({ bytes, map }: MadeBytes, of: Uint8Array): JsonCursor | undefined {
    const below = this.#maps.get(of);
    this.#maps.set(bytes, below === undefined ? map : below.under(map));
    return cursorOver(bytes);
  }

  /** The JSON that stands in a string, or the value itself where it is none; undefined when the string holds no whole JSON object or list. */
  inside(cursor: JsonCursor | undefined): JsonCursor | undefined {
    if (cursor === undefined || cursor.kind === 'null') return undefined;
    if (cursor.kind !== 'string') return cursor;
    const range = cursor.range();
    if (range === undefined || !/^"\s*(?:[[{]|\\n)/.test(cursor.lexeme().slice(0, 200))) return undefined;
    const made = unescaped(range.bytes, range.from, range.to);
    if (strictPass(made.bytes, { depth: 1 }).error !== undefined) return undefined;
    return this.derived(made, range.bytes);
  }
}

const encoder = new TextEncoder();
/** Keys and brackets, which every record has alike. */
const encoded = new Map<string, Uint8Array>();
const mostEncoded = 1000;

export class RecordText {
  readonly #made: MadeText;
  readonly #origin: Origin;
  readonly #attachments: JsonCursor | undefined;
  readonly #place: number;

  /** `around`: where the record stands in the file. `attachments`: texts by their name, for which `attachment://NAME` stands. `made`: what others were written into. */
  constructor(origin: Origin, around: ByteRange, attachments?: JsonCursor, made?: MadeText) {
    this.#origin = origin;
    this.#attachments = attachments !== undefined && attachments.length > 0 ? attachments : undefined;
    this.#place = around.bytes === origin.bytes ? around.from : 0;
    this.#made = made ?? new MadeText(origin.bytes, Math.min(65_536, around.to - around.from) + 256);
  }

  /** Text that stands for nothing in the file. */
  write(text: string): void {
    let bytes = encoded.get(text);
    if (bytes === undefined) {
      bytes = encoder.encode(text);
      if (encoded.size < mostEncoded) encoded.set(text, bytes);
    }
    this.#made.write(bytes, this.#place, this.#place);
  }

  piece(piece: Piece): void {
    if (typeof piece === 'function') {
      piece(this);
      return;
    }
    const range = piece.range();
    if (range === undefined) this.write(piece.lexeme());
    else if (this.#attachments === undefined) this.copy(range);
    else this.#copyAttached(range, this.#attachments);
  }

  copy({ bytes, from, to }: ByteRange): void {
    if (bytes === this.#origin.bytes) {
      this.#made.copy(from, to);
      return;
    }
    const map = this.#origin.mapOf(bytes);
    if (map === undefined) this.write(new TextDecoder().decode(bytes.subarray(from, to)));
    else this.#made.add({ bytes: bytes as Uint8Array<ArrayBuffer>, map }, from, to);
  }

  /** A text that stands for a value of the file as a whole. */
  standFor(text: string, { bytes, from, to }: ByteRange): void {
    const place = this.#origin.mapOf(bytes)?.toOrigin(from, to) ?? { from, to };
    this.#made.write(text, place.from, place.to);
  }

  finish(): MadeBytes {
    const { bytes, map } = this.#made.finish();
    // What was reserved and not needed would be held as long as the part is.
    return { bytes: bytes.length * 1.25 < bytes.buffer.byteLength ? bytes.slice() : bytes, map };
  }

  #copyAttached({ bytes, from, to }: ByteRange, attachments: JsonCursor): void {
    let at = from;
    for (let found = nextAttachment(bytes, at, to); found >= 0; found = nextAttachment(bytes, at, to)) {
      const end = bytes.indexOf(0x22, found + 1) + 1;
      if (end === 0 || end > to) break;
      const name = String.fromCharCode(...bytes.subarray(found + scheme.length, Math.min(end - 1, found + 200)));
      const text = /^[\w-]+$/.test(name) ? attachments.get(name)?.range() : undefined;
      this.copy({ bytes, from: at, to: text === undefined ? end : found });
      if (text !== undefined) this.copy(text);
      at = end;
    }
    this.copy({ bytes, from: at, to });
  }
}

const scheme = Array.from('"attachment://', (letter) => letter.charCodeAt(0));
/** How far the name can be moved on when its last letter stands at this byte (Horspool 1980). */
const shifts = new Uint8Array(256).fill(scheme.length);
scheme.slice(0, -1).forEach((byte, at) => {
  shifts[byte] = scheme.length - 1 - at;
});

/** The byte of the quote that begins the next `"attachment://`; -1 when there is none. */
function nextAttachment(bytes: Uint8Array, from: number, to: number): number {
  for (
    let start = from;
    start + scheme.length <= to;
    start += shifts[bytes[start + scheme.length - 1] as number] as number
  ) {
    if (scheme.every((byte, at) => bytes[start + at] === byte)) return start;
  }
  return -1;
}

/** An object; undefined where nothing is in it. */
export function object(members: Members): Piece | undefined {
  const present = Object.entries(members).filter((member): member is [string, Piece] => member[1] !== undefined);
  if (present.length === 0) return undefined;
  return (to) => {
    present.forEach(([key, piece], at) => {
      to.write(`${at === 0 ? '{' : ','}${JSON.stringify(key)}:`);
      to.piece(piece);
    });
    to.write('}');
  };
}

export function list(items: Iterable<Piece | undefined>): Piece {
  const present = Array.from(items).filter((item) => item !== undefined);
  return (to) => {
    to.write('[');
    present.forEach((piece, at) => {
      if (at > 0) to.write(',');
      to.piece(piece);
    });
    to.write(']');
  };
}

/** As `list`; undefined where there are none. */
export function listOfAny(items: Iterable<Piece | undefined>): Piece | undefined {
  const present = Array.from(items).filter((item) => item !== undefined);
  return present.length === 0 ? undefined : list(present);
}

/** Texts as one text; undefined where there are none. */
export function joined(texts: readonly JsonCursor[]): Piece | undefined {
  const [first, ...others] = texts.filter((text) => text.kind === 'string');
  if (first === undefined || others.length === 0) return first;
  return (to) => {
    to.write('"');
    for (const text of [first, ...others]) {
      const range = text.range();
      if (range !== undefined) to.copy({ bytes: range.bytes, from: range.from + 1, to: range.to - 1 });
    }
    to.write('"');
  };
}

/** A value written as the text of its JSON, as arguments of calls are: `"{\"city\":\"Rome\"}"`; a text as it is. */
export function written(cursor: JsonCursor | undefined): Piece | undefined {
  if (cursor === undefined || cursor.kind === 'string' || cursor.kind === 'null') return cursor;
  return (to) => {
    const range = cursor.range();
    if (range === undefined) return to.write(JSON.stringify(cursor.lexeme()));
    const { bytes } = range;
    to.write('"');
    let at = range.from;
    for (let next = at; next <= range.to; next++) {
      const byte = bytes[next] as number;
      if (next < range.to && byte !== 0x22 && byte !== 0x5c && byte >= 0x20) continue;
      if (next > at) to.copy({ bytes, from: at, to: next });
      if (next < range.to)
        to.standFor(JSON.stringify(String.fromCharCode(byte)).slice(1, -1), { bytes, from: next, to: next + 1 });
      at = next + 1;
    }
    to.write('"');
  };
}

/** A number that a file writes as a text (`"12"`), as a number; anything else as it stands there. */
export function numeral(cursor: JsonCursor | undefined): Piece | undefined {
  const text = cursor?.text();
  const range = cursor?.range();
  if (range === undefined || text === undefined || !/^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text)) return cursor;
  return (to) => to.standFor(text, range);
}

/** Neither absent nor null. */
export function set(cursor: JsonCursor | undefined): JsonCursor | undefined {
  return cursor === undefined || cursor.kind === 'null' ? undefined : cursor;
}

/** Follows keys and positions. */
export function at(cursor: JsonCursor | undefined, ...path: readonly (string | number)[]): JsonCursor | undefined {
  let found = cursor;
  for (const key of path) {
    if (found === undefined) return undefined;
    found = typeof key === 'string' ? found.get(key) : itemAt(found, key);
  }
  return found;
}

function itemAt(cursor: JsonCursor, position: number): JsonCursor | undefined {
  let at = 0;
  for (const item of cursor.items()) if (at++ === position) return item;
  return undefined;
}

/** The text of a message's content: itself, or its parts of type text (`text`, in OpenTelemetry `content`) as one. */
export function textOf(content: JsonCursor | undefined): Piece | undefined {
  if (content?.kind !== 'array') return set(content);
  const texts: JsonCursor[] = [];
  for (const part of content.items()) {
    const type = part.get('type')?.text();
    const text = part.kind === 'string' ? part : (part.get('text') ?? part.get('content'));
    if ((type === undefined || type === 'text' || type === 'output_text') && text?.kind === 'string') texts.push(text);
  }
  return joined(texts);
}
