// JSON made of a literal with as few changes as it takes: what has one length is changed in place and copied in runs, so that a text of 10 MB has a map
// of few pieces. Knows no language.

import { type MadeBytes, MadeText } from '../madeText.ts';

/** The literal ends too early, or something stands where it cannot. */
export class LiteralError extends Error {
  /** Where, in bytes. */
  readonly byte: number;
  /** The text ends there. */
  readonly isCut: boolean;

  constructor(byte: number, message: string, isCut = false) {
    super(message);
    this.byte = byte;
    this.isCut = isCut;
  }
}

const encoder = new TextEncoder();
const encoded = new Map<string, Uint8Array>();

/** Short words come again and again. */
function bytesOf(text: string): Uint8Array {
  if (text.length > 40) return encoder.encode(text);
  let bytes = encoded.get(text);
  if (bytes === undefined) {
    bytes = encoder.encode(text);
    if (encoded.size < 1000) encoded.set(text, bytes);
  }
  return bytes;
}

/** Everything is written in the order of the text. What nothing is said about is taken as it is. */
export class Draft {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The text with the changes of one length. */
  readonly #changed: Uint8Array<ArrayBuffer>;
  readonly #made: MadeText;
  /** Bytes before it were written. */
  #written = 0;

  constructor(bytes: Uint8Array<ArrayBuffer>) {
    this.bytes = bytes;
    this.#changed = bytes.slice();
    this.#made = new MadeText(bytes);
  }

  /** Another byte for the one at `at`, which was not left behind yet. */
  set(at: number, byte: number): void {
    this.#changed[at] = byte;
  }

  /** ASCII for as many bytes from `at` on. */
  setWord(at: number, word: string): void {
    for (let i = 0; i < word.length; i++) this.#changed[at + i] = word.charCodeAt(i);
  }

  leaveOut(from: number, to: number): void {
    this.#writeTo(from);
    this.#written = to;
  }

  /** A text for the bytes `[from, to)`. */
  put(text: string, from: number, to: number): void {
    this.#writeTo(from);
    this.#made.write(bytesOf(text), from, to);
    this.#written = to;
  }

  /** The bytes `[from, to)`, which need no escape, as a string. */
  putInQuotes(from: number, to: number): void {
    this.#writeTo(from);
    this.#made.writeInQuotes(this.#changed, from, to);
    this.#written = to;
  }

  /** One byte in between, which stands for nothing. */
  insert(byte: number, at: number): void {
    this.#writeTo(at);
    this.#made.byte(byte, at, at);
  }

  /** Where the byte at `at`, which was not left behind yet, will stand in what is made. */
  place(at: number): number {
    return this.#made.length + Math.max(0, at - this.#written);
  }

  /** Changes a byte by its place in what is made, whether it was written or not. */
  change(place: number, byte: number): void {
    const ahead = place - this.#made.length;
    if (ahead >= 0) this.#changed[this.#written + ahead] = byte;
    else this.#made.change(place, byte);
  }

  /** What was made of the text before `to`. */
  finish(to: number): MadeBytes {
    this.#writeTo(to);
    return this.#made.finish();
  }

  #writeTo(to: number): void {
    if (to <= this.#written) return;
    this.#made.writeFrom(this.#changed, this.#written, to);
    this.#written = to;
  }
}
