// The texts that were brought or unpacked, to which everything that is made of them leads back: one after the other, with a line end between them. Knows no form.

import type { MadeBytes } from './madeText.ts';
import { type SourceMap, sameMap } from './sourceMap.ts';

/** One text among those that were brought or unpacked. */
export interface Origin {
  readonly name?: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Where it begins among all of them, one after the other. */
  readonly at: number;
}

/** A text that is an origin itself, once something in it is one's own: an archive is none of its files. */
export class Placed implements MadeBytes {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly #name: string | undefined;
  readonly #add: (origin: { readonly bytes: Uint8Array<ArrayBuffer>; readonly name?: string }) => number;
  #map: SourceMap | undefined;

  constructor(
    bytes: Uint8Array<ArrayBuffer>,
    name: string | undefined,
    add: (origin: { readonly bytes: Uint8Array<ArrayBuffer>; readonly name?: string }) => number,
  ) {
    this.bytes = bytes;
    this.#name = name;
    this.#add = add;
  }

  get map(): SourceMap {
    this.#map ??= sameMap(
      this.bytes.length,
      this.#add({ bytes: this.bytes, ...(this.#name !== undefined && { name: this.#name }) }),
    );
    return this.#map;
  }
}

/** The origins as one text, with a line end between them. */
export function originsText(origins: readonly Origin[]): Uint8Array<ArrayBuffer> {
  const [only] = origins;
  if (only && origins.length === 1) return only.bytes;
  const last = origins.at(-1);
  const text = new Uint8Array(last ? last.at + last.bytes.length : 0).fill(0x0a);
  for (const { bytes, at } of origins) text.set(bytes, at);
  return text;
}

const asterisk = 0x2a;

/** Overwrites the bytes `[from, to)` of the origins, one after the other, character by character, so that all places stay. */
export function hideIn(origins: readonly Origin[], from: number, to: number): void {
  for (const { bytes, at } of origins) {
    if (isFraming(bytes, from - at, to - at)) continue;
    for (let byte = Math.max(from - at, 0); byte < Math.min(to - at, bytes.length); byte++) {
      if ((bytes[byte] as number) > 0x20) bytes[byte] = asterisk;
    }
  }
}

/** Says how a body is put together, and is needed to read it once more from what is kept. */
function isFraming(bytes: Uint8Array, from: number, to: number): boolean {
  return (
    from >= 0 &&
    to <= bytes.length &&
    new TextDecoder().decode(bytes.subarray(from, Math.min(to, from + 8))) === 'chunked'
  );
}
