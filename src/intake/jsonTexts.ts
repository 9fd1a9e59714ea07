// JSON texts that stand one after the other: a line each (JSONL, NDJSON), after record separators (RFC 7464), or one behind the other. Finds where each
// begins and ends in one pass over the bytes; must not parse them.

import { ContainerStack } from '../json/containerStack.ts';
import { incompleteNode, NodeTableBuilder } from '../json/nodeTable.ts';
import { skimInto } from '../json/skim.ts';
import { bomLength } from '../json/utf8.ts';

/** Bytes `[from, to)` of one object or list. */
export interface JsonText {
  /** From 1; of texts that are not a line each the line where it begins. */
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

export interface JsonTexts {
  /** A line each, separated (RS), or behind each other. */
  readonly kind: 'lines' | 'sequence' | 'texts';
  readonly texts: readonly JsonText[];
  /** What stands between and is no whole object or list. */
  readonly broken: readonly JsonText[];
  /** The last text breaks off, and is among the broken ones. */
  readonly isCut: boolean;
}

/** RFC 7464. */
const separator = '\u001e';

/** Whether a text begins as JSON texts do. */
export function beginsAsJson(text: string): boolean {
  return /^[{[]/.test(text.slice(0, 4096).replaceAll(separator, '').trimStart());
}

/** A line that begins as JSON does: brackets, then a key in quotes or a value. What other languages print has no such line. */
const jsonLine = /^\s{0,200}[[{][\s[{]{0,200}(?:["\]}\d-]|true|false|null|NaN|Infinity)/m;

/** Whether a text may hold JSON texts one after the other, told before all of it is looked through. */
export function mayHoldTexts(text: string): boolean {
  return beginsAsJson(text) && jsonLine.test(text.replaceAll(separator, ' '));
}

const recordSeparator = 0x1e;
const lineFeed = 0x0a;

/** The texts; undefined when the bytes begin with no object or list. One that stands alone is one text. */
export function jsonTexts(bytes: Uint8Array): JsonTexts | undefined {
  const start = skipSpace(bytes, bomLength(bytes), bytes.length);
  if (!isOpen(bytes[start])) return undefined;
  const isSequence = bytes.subarray(0, start).includes(recordSeparator);
  const first = valueEnd(bytes, start);
  const lineEnd = bytes.indexOf(lineFeed, start);
  if (first === undefined) {
    // Its brackets do not close: a first line that is broken would take all others with it.
    const lines = lineEnd < 0 ? undefined : byLine(bytes, start);
    if (lines !== undefined && lines.texts.length > lines.broken.length) return lines;
    const text = { line: 1, from: start, to: bytes.length };
    return { kind: 'texts', texts: [], broken: [text], isCut: true };
  }
  const isLine = lineEnd >= 0 && first <= lineEnd && skipSpace(bytes, first, lineEnd) === lineEnd;
  const lines = isLine && !isSequence ? byLine(bytes, start) : undefined;
  // A text of one line before others of several is no line among lines.
  const behind = lines === undefined || lines.broken.length > 0 ? byBrackets(bytes, start) : undefined;
  const found = lines !== undefined && (behind === undefined || behind.broken.length > 0) ? lines : (behind ?? lines);
  if (found === undefined) return undefined;
  return isSequence ? { ...found, kind: 'sequence' } : found;
}

/** Each line that begins and ends as an object or list does is one. */
function byLine(bytes: Uint8Array, start: number): JsonTexts {
  const texts: JsonText[] = [];
  const broken: JsonText[] = [];
  let line = 1 + countLines(bytes, 0, start);
  for (let at = start; at < bytes.length; line++) {
    const next = bytes.indexOf(lineFeed, at);
    const end = next < 0 ? bytes.length : next;
    const from = skipSpace(bytes, at, end);
    let to = end;
    while (to > from && isSpace(bytes[to - 1])) to--;
    if (to > from) {
      const isWhole = isOpen(bytes[from]) && to - from > 1 && bytes[to - 1] === closing(bytes[from]);
      (isWhole ? texts : broken).push({ line, from, to });
    }
    at = end + 1;
  }
  const last = broken.at(-1);
  return { kind: 'lines', texts, broken, isCut: last !== undefined && last.line > (texts.at(-1)?.line ?? 0) };
}

function byBrackets(bytes: Uint8Array, start: number): JsonTexts {
  const texts: JsonText[] = [];
  const broken: JsonText[] = [];
  let line = 1 + countLines(bytes, 0, start);
  let counted = start;
  let isCut = false;
  for (let at = start; at < bytes.length; at = skipSpace(bytes, at, bytes.length)) {
    line += countLines(bytes, counted, at);
    counted = at;
    const isText = isOpen(bytes[at]);
    const end = isText ? valueEnd(bytes, at) : nextOpen(bytes, at);
    isCut = isText && end === undefined;
    const text = { line, from: at, to: end ?? bytes.length };
    if (isText && end !== undefined) texts.push(text);
    else broken.push(text);
    at = text.to;
  }
  return { kind: 'texts', texts, broken, isCut };
}

const table = new NodeTableBuilder(1);
const stack = new ContainerStack();

/** Where the object or list ends; undefined when it does not. */
function valueEnd(bytes: Uint8Array, from: number): number | undefined {
  skimInto(table, stack, bytes, 0, from, bytes.length);
  if (table.count === 0 || ((table.flags[0] as number) & incompleteNode) !== 0) return undefined;
  return table.to[0];
}

function nextOpen(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && !isOpen(bytes[at])) at++;
  return at;
}

function countLines(bytes: Uint8Array, from: number, to: number): number {
  let count = 0;
  for (let at = bytes.indexOf(lineFeed, from); at >= 0 && at < to; at = bytes.indexOf(lineFeed, at + 1)) count++;
  return count;
}

function skipSpace(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  while (at < to && isSpace(bytes[at])) at++;
  return at;
}

/** Record separators too: they stand between texts as white space does. */
function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === lineFeed || byte === 0x0d || byte === 0x09 || byte === recordSeparator;
}

function isOpen(byte: number | undefined): boolean {
  return byte === 0x7b || byte === 0x5b;
}

function closing(byte: number | undefined): number {
  return byte === 0x7b ? 0x7d : 0x5d;
}
