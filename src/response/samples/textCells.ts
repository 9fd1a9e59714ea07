// Short texts as bytes: UTF-8, and UTF-16 where a text has half of a surrogate pair alone, which UTF-8 cannot hold. Knows texts only.

import { decodeUtf8 } from '../../json/utf8.ts';

/** The second cell of a text is its length in bytes × 4 + one of these; 0 where there is no text. */
const utf8 = 1;
const utf16 = 2;

/** Code units of a text that is no work for an encoder. */
const shortest = 200;

const encoder = new TextEncoder();

/** The bytes of all texts of one column of a chunk. A text that is written anew is appended; its old bytes stay. */
export class TextBytes {
  bytes: Uint8Array<ArrayBuffer>;
  used = 0;

  /** `room`: bytes that fit before it grows. */
  constructor(room = 128) {
    this.bytes = new Uint8Array(room);
  }

  /** The form of the text, for its second cell; its bytes begin at `used` as it was before. */
  write(text: string): number {
    if (text.length <= shortest && this.#writeAscii(text)) return text.length * 4 + utf8;
    if (!text.isWellFormed()) return this.#writeUnits(text);
    this.#reserve(text.length * 3);
    const { written } = encoder.encodeInto(text, this.bytes.subarray(this.used));
    this.used += written;
    return written * 4 + utf8;
  }

  /** Well-formed UTF-8 of `source` from `from` to `to`. */
  writeBytes(source: Uint8Array, from: number, to: number): number {
    this.#reserve(to - from);
    this.bytes.set(source.subarray(from, to), this.used);
    this.used += to - from;
    return (to - from) * 4 + utf8;
  }

  /** A short text of ASCII, several times faster than an encoder call; writes nothing that counts where it is none. */
  #writeAscii(text: string): boolean {
    this.#reserve(text.length);
    const { bytes, used } = this;
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (unit >= 0x80) return false;
      bytes[used + at] = unit;
    }
    this.used = used + text.length;
    return true;
  }

  #writeUnits(text: string): number {
    this.#reserve(text.length * 2);
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      this.bytes[this.used++] = unit & 0xff;
      this.bytes[this.used++] = unit >>> 8;
    }
    return text.length * 8 + utf16;
  }

  #reserve(more: number): void {
    if (this.used + more <= this.bytes.length) return;
    const grown = new Uint8Array(Math.max(this.bytes.length * 2, this.used + more));
    grown.set(this.bytes.subarray(0, this.used));
    this.bytes = grown;
  }
}

/** Bytes of a text of this form, where it is UTF-8; -1 for another one, and for none. */
export function utf8Length(form: number): number {
  return (form & 3) === utf8 ? form >>> 2 : -1;
}

/** The text at `from` of this form; undefined for none. */
export function readText(bytes: Uint8Array, from: number, form: number): string | undefined {
  const length = form >>> 2;
  switch (form & 3) {
    case utf8:
      return decodeUtf8(bytes, from, from + length);
    case utf16: {
      let text = '';
      for (let at = from; at < from + length; at += 2)
        text += String.fromCharCode((bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8));
      return text;
    }
    default:
      return undefined;
  }
}
