// Where a value in brackets ends, and where such values stand in a text of anything. Steps over strings and comments of JSON, Python and JavaScript;
// checks no grammar.

import { isWhite, skipWhite } from './formText.ts';
import type { ByteRange } from './sourceMap.ts';

const closers: Readonly<Partial<Record<number, number>>> = { 123: 0x7d, 91: 0x5d, 40: 0x29 };

/** The byte after the bracket that closes the one at `at`; otherwise where another closes in its place, or where the text ends (`isCut`). */
export function balancedEnd(
  bytes: Uint8Array,
  at: number,
): { readonly end: number; readonly isClosed: boolean; readonly isCut: boolean } {
  const open: number[] = [];
  let next = at;
  while (next < bytes.length) {
    const byte = bytes[next] as number;
    const closer = closers[byte];
    if (closer !== undefined) {
      open.push(closer);
    } else if (byte === 0x7d || byte === 0x5d || byte === 0x29) {
      if (open.pop() !== byte) return { end: next, isClosed: false, isCut: false };
      if (open.length === 0) return { end: next + 1, isClosed: true, isCut: false };
    } else if (byte === 0x22 || byte === 0x27 || byte === 0x60) {
      next = stringEnd(bytes, next);
      continue;
    } else if (byte === 0x2f && bytes[next + 1] === 0x2f) {
      const end = bytes.indexOf(0x0a, next);
      next = end < 0 ? bytes.length : end;
      continue;
    } else if (byte === 0x2f && bytes[next + 1] === 0x2a) {
      next = commentEnd(bytes, next);
      continue;
    }
    next++;
  }
  return { end: bytes.length, isClosed: false, isCut: true };
}

function commentEnd(bytes: Uint8Array, at: number): number {
  for (let star = bytes.indexOf(0x2a, at + 2); star >= 0; star = bytes.indexOf(0x2a, star + 1)) {
    if (bytes[star + 1] === 0x2f) return star + 2;
  }
  return bytes.length;
}

/** The byte after the string whose quote stands at `at`, also of one in three quotes; the end of the text where it has none. */
export function stringEnd(bytes: Uint8Array, at: number): number {
  const quote = bytes[at] as number;
  const isTriple = bytes[at + 1] === quote && bytes[at + 2] === quote;
  let next = isTriple ? at + 3 : at + 1;
  while (next < bytes.length) {
    const byte = bytes[next] as number;
    if (byte === 0x5c) next += 2;
    else if (byte !== quote) next++;
    else if (!isTriple) return next + 1;
    else if (bytes[next + 1] === quote && bytes[next + 2] === quote) return next + 3;
    else next++;
  }
  return bytes.length;
}

/** Values in brackets that begin as data do. */
export interface Region extends ByteRange {
  /** The text ends within it. */
  readonly isCut: boolean;
}

/** What does not close is tried again from so many later beginnings of a line. */
const mostTries = 20;

/** The values in brackets on the outermost level of a text, also behind the name of a class; linear in its length. */
export function regionsOf(bytes: Uint8Array): Region[] {
  const regions: Region[] = [];
  let tries = 0;
  let cut: Region | undefined;
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at] as number;
    const from = byte === 0x28 ? classNameFrom(bytes, at) : beginsRegion(bytes, at) ? at : -1;
    if (from < 0) {
      at++;
      continue;
    }
    const { end, isClosed, isCut } = balancedEnd(bytes, at);
    if (isClosed) {
      regions.push({ from, to: end, isCut: false });
      at = end;
    } else if (!isCut) {
      at = end + 1;
    } else {
      cut ??= { from, to: end, isCut };
      if (++tries > mostTries) break;
      at = nextLineThatBegins(bytes, at + 1);
    }
  }
  // What breaks off counts where nothing stands whole behind it.
  if (cut && !regions.some(({ from }) => from > (cut as Region).from)) regions.push(cut);
  return regions;
}

function nextLineThatBegins(bytes: Uint8Array, at: number): number {
  for (let line = bytes.indexOf(0x0a, at); line >= 0; line = bytes.indexOf(0x0a, line + 1)) {
    const first = bytes[line + 1];
    if (first === 0x7b || first === 0x5b) return line + 1;
  }
  return bytes.length;
}

function beginsRegion(bytes: Uint8Array, at: number): boolean {
  const byte = bytes[at];
  if (byte !== 0x7b && byte !== 0x5b) return false;
  const next = bytes[skipWhite(bytes, at + 1)];
  if (next === 0x22 || next === 0x27) return true;
  if (byte === 0x5b) return next === 0x7b || next === 0x5b || isCall(bytes, skipWhite(bytes, at + 1));
  // A key of JavaScript without quotes.
  let end = skipWhite(bytes, at + 1);
  if (!isNameStart(bytes[end])) return false;
  while (isNamePart(bytes[end])) end++;
  return bytes[skipWhite(bytes, end)] === 0x3a;
}

/** `Name(`, as a list of objects of Python begins. */
function isCall(bytes: Uint8Array, at: number): boolean {
  let end = at;
  while (isNamePart(bytes[end]) || bytes[end] === 0x2e) end++;
  return end > at && bytes[end] === 0x28;
}

const plainNames = ['frozendict', 'mappingproxy', 'immutabledict', 'defaultdict', 'namespace'];

/** Where the name of a class before a parenthesis begins; -1 for a function, a word or nothing. */
function classNameFrom(bytes: Uint8Array, at: number): number {
  let from = at;
  while (from > 0 && (isNamePart(bytes[from - 1]) || bytes[from - 1] === 0x2e)) from--;
  if (from === at || at - from > 200) return -1;
  const name =
    String.fromCharCode(...bytes.subarray(from, at))
      .split('.')
      .at(-1) ?? '';
  if (!/^_*[A-Z]/.test(name) && !plainNames.includes(name)) return -1;
  const next = skipWhite(bytes, at + 1);
  const first = bytes[next];
  if (first === 0x7b || first === 0x5b || first === 0x22 || first === 0x27) return from;
  let end = next;
  while (isNamePart(bytes[end])) end++;
  return end > next && bytes[end] === 0x3d ? from : -1;
}

function isNameStart(byte: number | undefined): boolean {
  if (byte === undefined) return false;
  return byte === 0x5f || byte === 0x24 || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
}

function isNamePart(byte: number | undefined): boolean {
  return isNameStart(byte) || (byte !== undefined && byte >= 0x30 && byte <= 0x39);
}

/** How a value begins: its brackets and its first key or name. Values that begin alike are of one kind. */
export function beginningOf(bytes: Uint8Array, { from, to }: ByteRange): string {
  let end = from;
  let text = '';
  const most = Math.min(to, from + 200);
  while (end < most) {
    const byte = bytes[end] as number;
    if (byte === 0x22 || byte === 0x27) {
      const close = Math.min(stringEnd(bytes, end), most);
      return text + new TextDecoder().decode(bytes.subarray(end, close));
    }
    if (byte === 0x3a || byte === 0x2c || byte === 0x3d) return text;
    if (!isWhite(byte)) text += String.fromCharCode(byte);
    end++;
  }
  return text;
}
