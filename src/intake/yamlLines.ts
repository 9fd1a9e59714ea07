// The lines of a YAML text: how far one is indented, where its key ends, which is the next that says something. Knows no tree.

import { decodeUtf8 } from '../json/utf8.ts';
import type { LinedText } from './formText.ts';

export class YamlLines {
  readonly bytes: Uint8Array;
  readonly starts: Uint32Array;
  readonly lineCount: number;
  /** The line, from 0, at which the next node is looked for. */
  line = 0;

  constructor(input: LinedText) {
    this.bytes = input.bytes;
    this.starts = input.lines.starts;
    this.lineCount = input.lines.lineCount;
  }

  /** The colon behind a key that begins at `at`; -1 where there is none. */
  keyEnd(at: number): number {
    const end = this.lineEnd(this.line);
    const first = this.bytes[at];
    let next = at;
    if (first === 0x22 || first === 0x27) {
      next = first === 0x22 ? stringEndOnce(this.bytes, at) : singleEnd(this.bytes, at);
      if (next < 0 || next > end) return -1;
      next = this.skipSpace(next);
      return this.bytes[next] === 0x3a && this.isGap(next + 1, end) ? next : -1;
    }
    if (first === 0x7b || first === 0x5b || first === 0x7c || first === 0x3e || first === 0x21) return -1;
    for (const most = Math.min(end, at + 1000); next < most; next++) {
      if (this.bytes[next] === 0x3a && this.isGap(next + 1, end)) return next;
    }
    return -1;
  }

  isGap(at: number, end: number): boolean {
    return at >= end || this.bytes[at] === 0x20 || this.bytes[at] === 0x09;
  }

  isItem(at: number): boolean {
    return this.bytes[at] === 0x2d && this.isGap(at + 1, this.lineEnd(this.line));
  }

  goBehind(end: number): void {
    while (this.line < this.lineCount && (this.starts[this.line] as number) < end) this.line++;
  }

  toContent(): void {
    while (this.line < this.lineCount) {
      if (!this.isBlank(this.line) && this.bytes[this.at(this.indentOf(this.line))] !== 0x23) return;
      this.line++;
    }
  }

  at(column: number): number {
    return (this.starts[this.line] as number) + column;
  }

  skipSpace(at: number): number {
    let next = at;
    while (this.bytes[next] === 0x20) next++;
    return next;
  }

  isLineEnd(at: number): boolean {
    return at >= this.lineEnd(this.line) || this.bytes[at] === 0x23;
  }

  isBlank(line: number): boolean {
    const end = this.lineEnd(line);
    for (let at = this.starts[line] as number; at < end; at++)
      if (this.bytes[at] !== 0x20 && this.bytes[at] !== 0x09) return false;
    return true;
  }

  indentOf(line: number): number {
    const start = this.starts[line] as number;
    return this.skipSpace(start) - start;
  }

  /** Without its line break. */
  lineEnd(line: number): number {
    let end = this.starts[line + 1] ?? this.bytes.length;
    while (end > (this.starts[line] as number) && (this.bytes[end - 1] === 0x0a || this.bytes[end - 1] === 0x0d)) end--;
    return end;
  }

  textOf(line: number): string {
    return decodeUtf8(this.bytes, this.starts[line] as number, this.lineEnd(line));
  }
}

/** The byte behind a string in double quotes; -1 where it has no end. */
export function stringEndOnce(bytes: Uint8Array, at: number): number {
  let next = at + 1;
  while (next < bytes.length) {
    const byte = bytes[next];
    if (byte === 0x22) return next + 1;
    next += byte === 0x5c ? 2 : 1;
  }
  return -1;
}

/** Of a string in single quotes, in which two stand for one. */
export function singleEnd(bytes: Uint8Array, at: number): number {
  for (let next = bytes.indexOf(0x27, at + 1); next >= 0; next = bytes.indexOf(0x27, next + 1)) {
    if (bytes[next + 1] !== 0x27) return next + 1;
    next++;
  }
  return -1;
}
