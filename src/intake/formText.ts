// What the forms of text in text share: how a place is said in lines, what a value may begin with, parts that are a piece of the input. Knows no form.

import { indexLines, type LineIndex, placeAt } from '../json/lines.ts';
import { decodeUtf8 } from '../json/utf8.ts';
import { formatCount, listPhrase } from '../words/numbers.ts';
import type { Part } from './form.ts';
import type { MadeBytes } from './madeText.ts';
import { type ByteRange, sameMap } from './sourceMap.ts';

/** Input as bytes with its lines, which are counted when somebody asks. */
export class LinedText {
  readonly bytes: Uint8Array<ArrayBuffer>;
  #lines: LineIndex | undefined;

  constructor(bytes: Uint8Array<ArrayBuffer>) {
    this.bytes = bytes;
  }

  get lines(): LineIndex {
    this.#lines ??= indexLines(this.bytes);
    return this.#lines;
  }

  /** Line of a byte, from 1. */
  lineAt(byte: number): number {
    return placeAt(this.bytes, this.lines, byte).line;
  }

  text(from: number, to: number): string {
    return decodeUtf8(this.bytes, from, to);
  }

  /** A part of the input as it stands. */
  part(from: number, to: number, name?: string): Part {
    return {
      bytes: this.bytes.subarray(from, to),
      map: sameMap(to - from, from),
      isJson: false,
      ...(name !== undefined && { name }),
    };
  }

  /** `Left out: text in lines 1 to 3 and line 9.`, for what lies between the ranges, which are in order; undefined where that is white space. */
  leftOut(taken: readonly ByteRange[]): string | undefined {
    const ranges: ByteRange[] = [];
    let from = 0;
    for (const { from: next, to } of [...taken, { from: this.bytes.length, to: this.bytes.length }]) {
      const inner = this.#withoutWhite(from, next);
      if (inner) ranges.push(inner);
      from = Math.max(from, to);
    }
    return ranges.length === 0 ? undefined : `Left out: text in ${this.lineWords(ranges)}.`;
  }

  /** `line 4`, `lines 1 to 3 and line 9`. */
  lineWords(ranges: readonly ByteRange[]): string {
    const spans: { first: number; last: number }[] = [];
    for (const { from, to } of ranges) {
      const first = this.lineAt(from);
      const last = this.lineAt(Math.max(from, to - 1));
      const before = spans.at(-1);
      if (before && first <= before.last + 1) before.last = Math.max(last, before.last);
      else spans.push({ first, last });
    }
    const words = spans.map(({ first, last }) =>
      first === last ? `line ${formatCount(first)}` : `lines ${formatCount(first)} to ${formatCount(last)}`,
    );
    return listPhrase(words, 5);
  }

  #withoutWhite(from: number, to: number): ByteRange | undefined {
    let start = skipWhite(this.bytes, from, to);
    if (start === 0 && from === 0 && this.bytes[0] === 0xef) start = skipWhite(this.bytes, 3, to);
    let end = to;
    while (end > start && isWhite(this.bytes[end - 1])) end--;
    return start < end ? { from: start, to: end } : undefined;
  }
}

export function isWhite(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

/** The first byte from `at` on that is no white space, or `to`. */
export function skipWhite(bytes: Uint8Array, at: number, to = bytes.length): number {
  let next = at;
  while (next < to && isWhite(bytes[next])) next++;
  return next;
}

/** Whether a text begins as something that is read on: an object or a list with something in it, a string, a call, a stream, what was sent over HTTP. */
export function beginsAsData(text: string): boolean {
  return (
    /^[\s\uFEFF]*(?:\{\s*(?:["'}\\\u201c\u201d&]|[A-Za-z_$][\w$]*\s*:|\.\.\.)|\[\s*(?:[[{"'\]\\\u201c\u201d<]|-?\d)|["'`(<]|[buBU]r?["'])/.test(
      text,
    ) ||
    /^[\s\uFEFF]*(?:(?:data|event|id|retry):|:|HTTP\/\d)/.test(text) ||
    /^[\s\uFEFF]*[A-Za-z_][\w.]*(?:\(|=[[{'"\dA-Z])/.test(text) ||
    /^[\s\uFEFF]*(?:export\s+)?(?:const|let|var)\s/.test(text)
  );
}

/** A part that was made of the bytes `[from, to)`, to which its map leads. */
export function madePart({ bytes, map }: MadeBytes, { from, to }: ByteRange, name?: string): Part {
  return {
    bytes,
    map: from === 0 ? map : sameMap(to - from, from).under(map),
    isJson: false,
    ...(name !== undefined && { name }),
  };
}
