// The text that a document's bytes were made of, where that is another one: what a person brought, with the way there and back. Knows no form.

import type { LineIndex } from './lines.ts';

export interface SourceText {
  /** The text as it was brought. */
  readonly bytes: Uint8Array;
  readonly lines: LineIndex;
  /** It is what was brought byte for byte, so that an edit of it is one of that. */
  readonly isBrought?: boolean;
  /** The bytes of it that the bytes `[from, to)` of the document stand for. */
  rangeOf(from: number, to: number): { readonly from: number; readonly to: number };
  /** A byte of the document that stands for this byte of it; undefined where none does. */
  byteOf(byte: number): number | undefined;
}

/** The document is the text that was brought. */
export function ownSource(bytes: Uint8Array, lines: LineIndex): SourceText {
  return { bytes, lines, rangeOf: (from, to) => ({ from, to }), byteOf: (byte) => byte };
}
