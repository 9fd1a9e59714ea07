// What a log of another tool is to the form that reads all of them: how its records are recognised, and what they become. One file per tool implements
// it; `tools.ts` lists them.

import type { ByteRange, JsonCursor } from '../../json/cursor.ts';
import { hashOf } from '../../json/hashOf.ts';
import type { Part, Refusal } from '../form.ts';
import { MadeText } from '../madeText.ts';
import { RootColumns } from '../rootColumns.ts';
import { sameMap } from '../sourceMap.ts';
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

/** The records that were found so far: one text of all of them. */
export class Records {
  readonly origin: Origin;
  readonly #made: MadeText;
  /** Where each ends in what is made. */
  readonly #ends: number[] = [];
  readonly #told: { readonly name: string; readonly group: string | undefined }[] = [];
  readonly #groups = new Set<string>();

  constructor(origin: Origin) {
    this.origin = origin;
    this.#made = new MadeText(origin.bytes, Math.min(largestStart, origin.bytes.length));
  }

  get count(): number {
    return this.#told.length;
  }

  /** Different groups. */
  get groupCount(): number {
    return this.#groups.size;
  }

  add({ from, name, group, attachments }: PartOf, members: Members): void {
    const range: ByteRange | undefined = from.range();
    const record = object(members);
    if (range === undefined || record === undefined) return;
    new RecordText(this.origin, range, attachments, this.#made).piece(record);
    if (group !== undefined) this.#groups.add(group);
    this.#ends.push(this.#made.length);
    this.#told.push({ name, group });
  }

  /** Nothing may be added afterwards. */
  finish(): readonly Part[] {
    const { bytes, map } = this.#made.finish();
    const common = { isJson: true, isRelative: true };
    const wordsOf = (at: number) => {
      const { name, group } = this.#told[at] ?? { name: '', group: undefined };
      return { name, ...(group !== undefined && { group }) };
    };
    if (this.count === 0) return [];
    if (this.count === 1) return [{ bytes, map, ...common, ...wordsOf(0) }];
    const roots = new RootColumns();
    for (const [at, to] of this.#ends.entries()) roots.addText(bytes, this.#ends[at - 1] ?? 0, to);
    const partOf = (at: number): Part => {
      const from = this.#ends[at - 1] ?? 0;
      const to = this.#ends[at] ?? from;
      return { bytes: bytes.subarray(from, to), map: sameMap(to - from, from), ...common, ...wordsOf(at) };
    };
    return [
      { bytes, map, ...common, several: { roots, partOf, wordsOf: (at) => ({ ...wordsOf(at), isRelative: true }) } },
    ];
  }
}

/** What is not needed is never touched. */
const largestStart = 1_000_000_000;

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

/** The name by which a value is shown: a text as it is, anything else as it is written. */
export function nameOf(value: JsonCursor | undefined): string | undefined {
  return value === undefined ? undefined : (value.text() ?? value.lexeme());
}
