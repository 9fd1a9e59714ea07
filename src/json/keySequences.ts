// The keys of the last object on each level, in order: objects of a list have the same ones as a rule, and then none can occur twice. Knows bytes
// only; must not know what becomes of a duplicate.

import type { KeyRegister } from './keyRegister.ts';

/** Longer objects are looked up key by key. */
export const mostKeys = 32;
export const mostLevels = 64;
/** Of longer ones nobody else sees the text. */
export const slotBytes = 32;

/** What the fast way sees and changes too, by level. */
export interface SequenceColumns {
  /** How many keys the last object had, and how many the one that is read now has shared with it; -1 once it went another way. */
  readonly counts: Uint8Array;
  readonly shared: Int8Array;
  /** `mostKeys` of each level: the bytes of a key with its quotes, and how many; 0 where it is longer than a slot. */
  readonly lengths: Uint8Array;
  readonly slots: Uint8Array;
}

export class KeySequences {
  readonly #bytes: Uint8Array;
  /** By level, `mostKeys` places each: the range of every key of the last object there, quotes included. */
  readonly #froms = new Uint32Array(mostLevels * mostKeys);
  readonly #tos = new Uint32Array(mostLevels * mostKeys);
  readonly #counts: Uint8Array;
  readonly #shared: Int8Array;
  readonly #columns: SequenceColumns | undefined;

  constructor(bytes: Uint8Array, columns?: SequenceColumns) {
    this.#bytes = bytes;
    this.#counts = columns?.counts ?? new Uint8Array(mostLevels);
    this.#shared = columns?.shared ?? new Int8Array(mostLevels);
    this.#columns = columns;
  }

  /** An object opens on this level. */
  begin(level: number): void {
    if (level < mostLevels) this.#shared[level] = 0;
  }

  /** Whether the next key of the object, and all before it, are those of the last object there; its bytes are compared. */
  follows(level: number, from: number, to: number): boolean {
    const shared = level < mostLevels ? (this.#shared[level] as number) : -1;
    if (shared < 0) return false;
    if (shared < (this.#counts[level] as number)) {
      const bytes = this.#bytes;
      const other = this.#froms[level * mostKeys + shared] as number;
      const length = to - from;
      if ((this.#tos[level * mostKeys + shared] as number) - other === length) {
        let at = length - 2;
        while (at > 0 && bytes[from + at] === bytes[other + at]) at--;
        if (at <= 0) {
          this.#shared[level] = shared + 1;
          return true;
        }
      }
    }
    return false;
  }

  /** How many keys of the object were those of the last one, which are `from` to `to`; it goes its own way from here on. */
  followed(level: number): number {
    if (level >= mostLevels) return 0;
    const shared = this.#shared[level] as number;
    this.#shared[level] = -1;
    return Math.max(0, shared);
  }

  from(level: number, at: number): number {
    return this.#froms[level * mostKeys + at] as number;
  }

  to(level: number, at: number): number {
    return this.#tos[level * mostKeys + at] as number;
  }

  /** The object of `count` members closes, whose keys are in the register from `base` on: where none occurs twice, the next one may follow it. */
  learn(level: number, keys: KeyRegister, base: number, count: number): void {
    if (level >= mostLevels || count > mostKeys || keys.size - base !== count) return;
    for (let at = 0; at < count; at++) if (keys.needsDecoding(base + at)) return;
    for (let at = 0; at < count; at++) {
      this.#froms[level * mostKeys + at] = keys.from(base + at);
      this.#tos[level * mostKeys + at] = keys.to(base + at);
      this.#show(level * mostKeys + at);
    }
    this.#counts[level] = count;
  }

  #show(place: number): void {
    const columns = this.#columns;
    if (columns === undefined) return;
    const from = this.#froms[place] as number;
    const to = this.#tos[place] as number;
    const length = to - from <= slotBytes ? to - from : 0;
    columns.lengths[place] = length;
    for (let at = 0; at < length; at++) columns.slots[place * slotBytes + at] = this.#bytes[from + at] as number;
  }
}
