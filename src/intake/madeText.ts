// A text that is made of another one piece by piece, with the way back from each of its bytes. The one way in which forms make JSON. Knows no form.

import { PieceWriter, type SourceMap } from './sourceMap.ts';

export interface MadeBytes {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** From `bytes` to the text that they were made of. */
  readonly map: SourceMap;
}

const encoder = new TextEncoder();
const quote = 0x22;
const shortRun = 48;

export class MadeText {
  readonly #origin: Uint8Array;
  #bytes: Uint8Array<ArrayBuffer>;
  readonly #pieces = new PieceWriter();

  /** `origin`: the text that it is made of. `size`: about as long as it will be. */
  constructor(origin: Uint8Array, size = origin.length + (origin.length >> 4)) {
    this.#origin = origin;
    this.#bytes = new Uint8Array(Math.max(64, size));
  }

  /** Bytes that were made so far. */
  get length(): number {
    return this.#pieces.length;
  }

  /** The bytes `[from, to)` of the origin as they are. */
  copy(from: number, to: number): void {
    this.#reserve(to - from);
    this.#put(this.#origin, from, to, this.length);
    this.#pieces.add(to - from, from, to);
  }

  /** A text that stands for the bytes `[from, to)` of the origin: byte for byte where both have one length. With `from === to` it stands for nothing. */
  write(text: string | Uint8Array, from: number, to: number): void {
    const bytes = typeof text === 'string' ? encoder.encode(text) : text;
    this.#reserve(bytes.length);
    this.#put(bytes, 0, bytes.length, this.length);
    this.#pieces.add(bytes.length, from, to);
  }

  /** The bytes `[from, to)` of a text that is the origin but for some bytes in it. */
  writeFrom(changed: Uint8Array, from: number, to: number): void {
    this.#reserve(to - from);
    this.#put(changed, from, to, this.length);
    this.#pieces.add(to - from, from, to);
  }

  /** As `writeFrom`, in quotes. */
  writeInQuotes(changed: Uint8Array, from: number, to: number): void {
    this.#reserve(to - from + 2);
    const at = this.length;
    this.#bytes[at] = quote;
    this.#put(changed, from, to, at + 1);
    this.#bytes[at + 1 + to - from] = quote;
    this.#pieces.add(to - from + 2, from, to);
  }

  /** One byte that stands for `[from, to)`. */
  byte(byte: number, from: number, to: number): void {
    this.#reserve(1);
    this.#bytes[this.length] = byte;
    this.#pieces.add(1, from, to);
  }

  /** Another byte in place of one that was made: what a bracket is may show behind it. */
  change(at: number, byte: number): void {
    this.#bytes[at] = byte;
  }

  /** The bytes `[from, to)` of another text that was made of the same origin. */
  add({ bytes, map }: MadeBytes, from = 0, to = bytes.length): void {
    this.#reserve(to - from);
    this.#put(bytes, from, to, this.length);
    map.addTo(this.#pieces, from, to);
  }

  /** Nothing may be written afterwards. */
  finish(): MadeBytes {
    return { bytes: this.#bytes.subarray(0, this.length), map: this.#pieces.finish() };
  }

  /** Short runs are copied faster one by one. */
  #put(source: Uint8Array, from: number, to: number, at: number): void {
    const target = this.#bytes;
    if (to - from > shortRun) target.set(source.subarray(from, to), at);
    else for (let byte = from; byte < to; byte++) target[at + byte - from] = source[byte] as number;
  }

  #reserve(count: number): void {
    const wanted = this.length + count;
    if (wanted <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(wanted, Math.ceil(this.#bytes.length * 1.5)));
    larger.set(this.#bytes.subarray(0, this.length));
    this.#bytes = larger;
  }
}
