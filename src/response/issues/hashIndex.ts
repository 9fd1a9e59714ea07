// Numbers found again by a hash of what they stand for, in open addressing over typed arrays: no object and no string per entry. Knows neither
// texts nor places: who asks says which entries are equal.

import { letGo } from '../../json/letGo.ts';

/** There is one for each of many responses. */
const fewest = 16;

export class HashIndex {
  /** Numbers + 1, and 0 where nothing is. */
  #slots = new Uint32Array(fewest);
  #hashes = new Uint32Array(fewest);
  #count = 0;

  /** The number that was put under this hash (of 32 bits) and is the same; else `fresh`, which is put there. */
  numberOf(hash: number, fresh: number, isSame: (number: number) => boolean): number {
    const slot = this.#slot(hash, isSame);
    const held = this.#slots[slot];
    if (held) return held - 1;
    this.#slots[slot] = fresh + 1;
    this.#hashes[slot] = hash;
    if (++this.#count * 2 > this.#slots.length) this.#grow();
    return fresh;
  }

  /** The number that was put under this hash and is the same; −1 for none. */
  find(hash: number, isSame: (number: number) => boolean): number {
    return (this.#slots[this.#slot(hash, isSame)] ?? 0) - 1;
  }

  /** Where it stands, or would. */
  #slot(hash: number, isSame: (number: number) => boolean): number {
    const last = this.#slots.length - 1;
    let slot = hash & last;
    for (let held = this.#slots[slot]; held; held = this.#slots[slot]) {
      if (this.#hashes[slot] === hash >>> 0 && isSame(held - 1)) break;
      slot = (slot + 1) & last;
    }
    return slot;
  }

  #grow(): void {
    const [slots, hashes] = [this.#slots, this.#hashes];
    const last = slots.length * 2 - 1;
    this.#slots = new Uint32Array(last + 1);
    this.#hashes = new Uint32Array(last + 1);
    for (let at = 0; at < slots.length; at++) {
      const held = slots[at];
      if (!held) continue;
      const hash = hashes[at] ?? 0;
      let slot = hash & last;
      while (this.#slots[slot]) slot = (slot + 1) & last;
      this.#slots[slot] = held;
      this.#hashes[slot] = hash;
    }
    letGo(slots, hashes);
  }
}

/** The hash with one more number in it; begin with any. The last has to go through `spread` (the finaliser of MurmurHash3). */
export function mixed(hash: number, value: number): number {
  return Math.imul(hash ^ value, 0x9e3779b1) ^ (hash >>> 15);
}

export function spread(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return (twice ^ (twice >>> 16)) >>> 0;
}
