// What a log of another tool is to the form that reads all of them: how its records are recognised, and what they become. One file per tool implements
// it; `tools.ts` lists them.

import type { ByteRange, JsonCursor } from '../../json/cursor.ts';
import type { Part, Refusal } from '../form.ts';
import { type Members, type Origin, object, RecordText } from './record.ts';

export interface Tool {
  /** For code and tests: `inspect`. */
  readonly id: string;
  /** Whether the first object of a file is its: by its keys, never by a name. */
  recognises(first: JsonCursor): boolean;
  read(items: Items, records: Records): Recognised | Refusal;
}

/** The objects of a file: the one at the root, the items of the list there, or one a line. */
export interface Items {
  readonly count: number;
  at(position: number): JsonCursor;
}

export interface Recognised {
  /** `inspect log` */
  readonly form: string;
  readonly facts: readonly string[];
  readonly notes: readonly string[];
  /** The rule by which records are of one prompt, in a sentence. */
  readonly grouping: string;
}

export interface PartOf {
  /** Where the record stands. */
  readonly from: JsonCursor;
  readonly name: string;
  readonly group?: string | undefined;
  readonly attachments?: JsonCursor | undefined;
}

/** The records that were found so far. */
export class Records {
  readonly origin: Origin;
  readonly parts: Part[] = [];
  readonly #groups = new Set<string>();

  constructor(origin: Origin) {
    this.origin = origin;
  }

  /** Different groups. */
  get groupCount(): number {
    return this.#groups.size;
  }

  add({ from, name, group, attachments }: PartOf, members: Members): void {
    const range: ByteRange | undefined = from.range();
    const record = object(members);
    if (range === undefined || record === undefined) return;
    const text = new RecordText(this.origin, range, attachments);
    text.piece(record);
    if (group !== undefined) this.#groups.add(group);
    this.parts.push({ ...text.finish(), isJson: true, isRelative: true, name, ...(group !== undefined && { group }) });
  }
}

/** Names prompts that are told apart by values of the file: `prompt 1` for the first, and the same for each that is written with the same bytes. */
export class Prompts {
  readonly #names = new Map<string, string>();

  nameOf(...values: readonly (JsonCursor | undefined)[]): string {
    const key = values.map((value) => (value === undefined ? '-' : hashOf(value))).join(' ');
    let name = this.#names.get(key);
    if (name === undefined) {
      name = `prompt ${this.#names.size + 1}`;
      this.#names.set(key, name);
    }
    return name;
  }
}

/** Length and 64 bits of the bytes. */
export function hashOf(value: JsonCursor): string {
  const range = value.range();
  if (range === undefined) return value.lexeme();
  const { bytes, from, to } = range;
  let a = 0x2f0b4c47;
  let b = 0x51ab3d;
  for (let at = from; at < to; at++) {
    a = Math.imul(a ^ (bytes[at] as number), 0x9e3779b1);
    a ^= a >>> 15;
    b = Math.imul(b ^ (bytes[at] as number), 0x5f356495);
    b ^= b >>> 13;
  }
  return `${to - from}.${a >>> 0}.${b >>> 0}`;
}

/** The name by which a value is shown: a text as it is, anything else as it is written. */
export function nameOf(value: JsonCursor | undefined): string | undefined {
  return value === undefined ? undefined : (value.text() ?? value.lexeme());
}
