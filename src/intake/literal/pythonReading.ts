// A literal of Python while it is read: where the reader is, what is open, what was met. Knows names and white space, no grammar.

import { decodeUtf8 } from '../../json/utf8.ts';
import * as is from './characters.ts';
import type { Draft } from './draft.ts';
import { Frames } from './frames.ts';
import { blankEnd } from './pythonStrings.ts';
import type { PythonTally } from './pythonTally.ts';

/** What is open. `fields` and `args` are calls with and without names, `inner` is a wrapper that is left out, `loose` are fields without brackets. */
export const frame = {
  list: 0,
  tuple: 1,
  brace: 2,
  dict: 3,
  set: 4,
  pairs: 5,
  pair: 6,
  fields: 7,
  args: 8,
  inner: 9,
  member: 10,
  loose: 11,
} as const;

/** The body of an answer's object, in what is made. */
export interface Answer {
  readonly name: string;
  /** What else it held: `status=200`, `headers`. */
  readonly others: string[];
  from: number;
  to: number;
}

export class PythonReading {
  readonly draft: Draft;
  readonly bytes: Uint8Array;
  readonly tally: PythonTally;
  readonly frames = new Frames();
  at = 0;
  /** The root is an `ApiResponse`. */
  answer: Answer | undefined;

  constructor(draft: Draft, tally: PythonTally) {
    this.draft = draft;
    this.bytes = draft.bytes;
    this.tally = tally;
  }

  push(kind: number): void {
    this.frames.push(kind, this.draft.place(this.at), this.at);
  }

  /** The bytes `[from, from + count)` as text. */
  text(from: number, count: number): string {
    return decodeUtf8(this.bytes, from, Math.min(this.bytes.length, from + count));
  }

  /** The byte behind the dotted name at `at`. */
  nameEnd(at: number): number {
    const { bytes } = this;
    while (is.isNamePart(bytes[at]) || (bytes[at] === is.dot && is.beginsName(bytes[at + 1]))) at++;
    return at;
  }

  /** Where the `=` of `name=` stands, where that begins at `at`; otherwise -1. */
  argumentSign(at: number): number {
    const { bytes } = this;
    if (!is.beginsName(bytes[at])) return -1;
    let end = at;
    while (is.isNamePart(bytes[end])) end++;
    while (bytes[end] === is.space) end++;
    return bytes[end] === is.equals && bytes[end + 1] !== is.equals ? end : -1;
  }

  /** Steps over white space; what JSON does not take for it becomes spaces. */
  blank(): void {
    const { bytes } = this;
    let { at } = this;
    while (bytes[at] === is.space || bytes[at] === is.newline) at++;
    this.at = at;
    const byte = bytes[at];
    if (byte === undefined || (byte > 0x23 && byte < 0x80) || byte === is.quote) return;
    this.at = blankEnd(bytes, at);
    for (; at < this.at; at++) {
      const one = bytes[at] as number;
      if (one === 0x23) this.tally.add('comment', at);
      if (one === 0xe2) this.tally.add('guide', at);
      if (one === is.escapeByte) this.tally.add('colour', at);
      if (one > is.space || one === is.escapeByte) this.draft.set(at, is.space);
    }
  }
}
