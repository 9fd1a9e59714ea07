// Remembers the keys of all open objects, to find one that occurs twice; linear also for a million keys.
// Keys are equal when their decoded texts are. Must not know what becomes of a duplicate.

import { grown } from './nodeTable.ts';
import { readString } from './text.ts';

const encoder = new TextEncoder();

/**
 * A stack of keys with a hash index. The keys of an object lie above those of the objects around it, and leave
 * before them, so that taking keys off is the exact reverse of adding them.
 */
export class KeyRegister {
  size = 0;
  /** Key range with quotes of the first occurrence. */
  #froms = new Uint32Array(64);
  #tos = new Uint32Array(64);
  #hashes = new Int32Array(64);
  /** The next older entry with the same bucket, -1 when there is none. */
  #nexts = new Int32Array(64);
  /** 1 for keys whose bytes are not their text: with escapes or invalid UTF-8. */
  #decodeds = new Uint8Array(64);
  /** For the owner: how often the key occurred, and where the finding about it is kept (-1: nowhere). */
  occurrences = new Uint32Array(64);
  kept = new Int32Array(64);
  #heads = new Int32Array(64).fill(-1);
  // Differs per pass, so that no document can be made in which all keys collide.
  readonly #seed = Math.floor(Math.random() * 0x7fffffff);
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** Adds a key of the object whose keys begin at `base`; returns the entry, which may be the one it repeats. */
  add(base: number, from: number, to: number, needsDecoding: boolean): number {
    const hash = needsDecoding
      ? this.#hashOf(encoder.encode(this.#text(from, to)), 0, -1)
      : this.#hashOf(this.#bytes, from + 1, to - 1);
    let entry = this.#heads[hash & (this.#heads.length - 1)] as number;
    for (; entry >= base; entry = this.#nexts[entry] as number) {
      if (this.#hashes[entry] === hash && this.#isSame(entry, from, to, needsDecoding)) {
        this.occurrences[entry] = (this.occurrences[entry] as number) + 1;
        return entry;
      }
    }
    const added = this.size;
    if (added === this.#froms.length) this.#grow();
    this.size = added + 1;
    this.#froms[added] = from;
    this.#tos[added] = to;
    this.#hashes[added] = hash;
    this.#decodeds[added] = needsDecoding ? 1 : 0;
    this.occurrences[added] = 1;
    this.kept[added] = -1;
    this.#link(added);
    return added;
  }

  /** The range of an entry, quotes included. */
  from(entry: number): number {
    return this.#froms[entry] as number;
  }

  to(entry: number): number {
    return this.#tos[entry] as number;
  }

  /** Whether its bytes are not its text. */
  needsDecoding(entry: number): boolean {
    return this.#decodeds[entry] === 1;
  }

  /** Takes all keys from `base` on off. */
  dropTo(base: number): void {
    const mask = this.#heads.length - 1;
    for (let entry = this.size - 1; entry >= base; entry--) {
      this.#heads[(this.#hashes[entry] as number) & mask] = this.#nexts[entry] as number;
    }
    this.size = base;
  }

  #link(entry: number): void {
    const bucket = (this.#hashes[entry] as number) & (this.#heads.length - 1);
    this.#nexts[entry] = this.#heads[bucket] as number;
    this.#heads[bucket] = entry;
  }

  #isSame(entry: number, from: number, to: number, needsDecoding: boolean): boolean {
    const otherFrom = this.#froms[entry] as number;
    const otherTo = this.#tos[entry] as number;
    if (needsDecoding || this.#decodeds[entry] === 1) return this.#text(otherFrom, otherTo) === this.#text(from, to);
    if (otherTo - otherFrom !== to - from) return false;
    for (let i = to - from - 1; i > 0; i--) if (this.#bytes[otherFrom + i] !== this.#bytes[from + i]) return false;
    return true;
  }

  #text(from: number, to: number): string {
    return readString(this.#bytes, from, to);
  }

  // FNV-1a, with a last mixing step because buckets are taken from the low bits.
  #hashOf(bytes: Uint8Array, from: number, to: number): number {
    const end = to < 0 ? bytes.length : to;
    let hash = this.#seed;
    for (let at = from; at < end; at++) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193);
    return hash ^ (hash >>> 15);
  }

  #grow(): void {
    const size = this.#froms.length * 2;
    this.#froms = grown(this.#froms, new Uint32Array(size));
    this.#tos = grown(this.#tos, new Uint32Array(size));
    this.#hashes = grown(this.#hashes, new Int32Array(size));
    this.#nexts = grown(this.#nexts, new Int32Array(size));
    this.#decodeds = grown(this.#decodeds, new Uint8Array(size));
    this.occurrences = grown(this.occurrences, new Uint32Array(size));
    this.kept = grown(this.kept, new Int32Array(size));
    this.#heads = new Int32Array(size).fill(-1);
    for (let entry = 0; entry < this.size; entry++) this.#link(entry);
  }
}
