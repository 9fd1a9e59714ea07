// Where the large containers of a document end, as the strict pass saw it: whoever walks the bytes afterwards steps over them at once. Bytes of a
// document never change, so that this stays true as long as they live. Knows places; must not know what stands there.

import { moved, trimmed } from './letGo.ts';

/** A smaller container is walked as fast as it is looked up. */
const leastBytes = 2048;
/** So far from the root at most, so that no nesting takes more memory than its text. */
export const deepest = 24;

const spansOfBytes = new WeakMap<Uint8Array, Spans>();

/** Undefined before the strict pass is done. */
export function spansOf(bytes: Uint8Array): Spans | undefined {
  return spansOfBytes.get(bytes);
}

/** In the order in which they begin. */
export class Spans {
  readonly #from: Float64Array;
  readonly #to: Float64Array;
  readonly #members: Uint32Array;

  constructor(from: Float64Array, to: Float64Array, members: Uint32Array) {
    this.#from = from;
    this.#to = to;
    this.#members = members;
  }

  /** The place of the container whose opening bracket stands at this byte; -1 where it is small, deep or not closed. */
  find(byte: number): number {
    const from = this.#from;
    let low = 0;
    let high = from.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((from[middle] as number) < byte) low = middle + 1;
      else high = middle;
    }
    return from[low] === byte && (this.#to[low] as number) > 0 ? low : -1;
  }

  /** The byte after its closing bracket. */
  end(place: number): number {
    return this.#to[place] as number;
  }

  memberCount(place: number): number {
    return this.#members[place] as number;
  }
}

/** Takes what a pass opens and closes, from the root down. */
export class SpanRecorder {
  count = 0;
  #from = new Float64Array(256);
  #to = new Float64Array(256);
  #members = new Uint32Array(256);
  /** By level: the place of the container that is open there. */
  readonly #open: Uint32Array;

  /** `open`: a column that somebody else sees too. */
  constructor(open: Uint32Array = new Uint32Array(deepest)) {
    this.#open = open;
  }

  /** Places from `base` on, which end the list. */
  append(base: number, froms: Uint32Array, tos: Uint32Array, members: Uint32Array, count: number): void {
    while (base + count > this.#from.length) this.#grow();
    this.#from.set(froms.subarray(0, count), base);
    this.#to.set(tos.subarray(0, count), base);
    this.#members.set(members.subarray(0, count), base);
    this.count = base + count;
  }

  /** The container at a place ends. */
  end(place: number, to: number, memberCount: number): void {
    this.#to[place] = to;
    this.#members[place] = memberCount;
  }

  open(level: number, from: number): void {
    if (level >= deepest) return;
    const place = this.count++;
    if (place === this.#from.length) this.#grow();
    this.#from[place] = from;
    this.#to[place] = 0;
    this.#open[level] = place;
  }

  close(level: number, to: number, memberCount: number): void {
    if (level >= deepest) return;
    const place = this.#open[level] as number;
    // What lies within a small one is smaller, and has gone before.
    if (to - (this.#from[place] as number) < leastBytes) this.count = place;
    else {
      this.#to[place] = to;
      this.#members[place] = memberCount;
    }
  }

  /** The pass is done. */
  remember(bytes: Uint8Array): void {
    const count = this.count;
    spansOfBytes.set(
      bytes,
      new Spans(trimmed(this.#from, count), trimmed(this.#to, count), trimmed(this.#members, count)),
    );
  }

  #grow(): void {
    const size = 2 * this.#from.length;
    this.#from = moved(this.#from, new Float64Array(size));
    this.#to = moved(this.#to, new Float64Array(size));
    this.#members = moved(this.#members, new Uint32Array(size));
  }
}
