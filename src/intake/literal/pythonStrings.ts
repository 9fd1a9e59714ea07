// A string literal of Python (language reference, "String and Bytes literals") made a JSON string: prefixes, escapes, three quotes, and pieces that stand
// side by side, as pprint folds long texts. Knows strings and white space only.

import * as is from './characters.ts';
import { type Draft, LiteralError } from './draft.ts';
import type { PythonTally } from './pythonTally.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** How a piece begins. */
interface Opening {
  /** Its first character, behind prefix and quotes. */
  readonly content: number;
  readonly quote: number;
  readonly isTriple: boolean;
  readonly isRaw: boolean;
  readonly isBytes: boolean;
}

/** How the piece at `at` begins; undefined where none does. */
export function stringAt(bytes: Uint8Array, at: number): Opening | undefined {
  let start = at;
  let isRaw = false;
  let isBytes = false;
  for (; start < at + 2; start++) {
    const byte = bytes[start] ?? 0;
    if (byte === 0x72 || byte === 0x52) isRaw = true;
    else if (byte === 0x62 || byte === 0x42) isBytes = true;
    else if (byte !== 0x75 && byte !== 0x55) break;
  }
  const quote = bytes[start] ?? 0;
  if (quote !== is.apostrophe && quote !== is.quote) return undefined;
  const isTriple = bytes[start + 1] === quote && bytes[start + 2] === quote;
  return { content: start + (isTriple ? 3 : 1), quote, isTriple, isRaw, isBytes };
}

/** The byte behind white space and comments, and behind `│` (U+2502), by which rich shows how deep a line is. */
export function blankEnd(bytes: Uint8Array, at: number): number {
  for (;;) {
    const byte = bytes[at];
    if (byte === is.space || byte === is.newline || byte === 0x0d || byte === 0x09) at++;
    else if (byte === 0xe2 && bytes[at + 1] === 0x94 && bytes[at + 2] === 0x82) at += 3;
    else if (byte === 0xc2 && bytes[at + 1] === 0xa0) at += 2;
    else if (byte === is.escapeByte && is.colourEnd(bytes, at) > 0) at = is.colourEnd(bytes, at);
    else if (byte === 0x23) at = lineEnd(bytes, at);
    else return at;
  }
}

function lineEnd(bytes: Uint8Array, at: number): number {
  const end = bytes.indexOf(is.newline, at);
  return end < 0 ? bytes.length : end;
}

/** Makes the string at `at` JSON; the byte behind it. `joins`: pieces on other lines belong to it too. */
export function readString(draft: Draft, tally: PythonTally, at: number, joins: boolean): number {
  const { bytes } = draft;
  let opening = stringAt(bytes, at);
  if (opening === undefined) throw new LiteralError(at, 'A string is expected');
  if (opening.content === at + 1) draft.set(at, is.quote);
  else draft.put('"', at, opening.content);
  for (let start = at; ; ) {
    const { content, quote, isTriple, isBytes }: Opening = opening;
    if (content - start > 1) tally.add('prefix', start);
    if (isBytes) tally.add('bytes', start);
    if (quote === is.apostrophe) tally.add('apostrophe', start);
    const end = readContent(draft, tally, opening);
    const behind = end + (isTriple ? 3 : 1);
    const next = nextPiece(bytes, behind, joins);
    const following: Opening | undefined = next < 0 ? undefined : stringAt(bytes, next);
    if (following === undefined) {
      if (isTriple) draft.put('"', end, behind);
      else draft.set(end, is.quote);
      return behind;
    }
    tally.add('folded', next);
    draft.leaveOut(end, following.content);
    opening = following;
    start = next;
  }
}

/** Where the next piece of the same string begins; -1 where none does. */
function nextPiece(bytes: Uint8Array, behind: number, joins: boolean): number {
  const byte = bytes[behind];
  if (byte === is.comma || byte === is.colon || byte === is.closeBrace || byte === is.closeBracket) return -1;
  const next = blankEnd(bytes, behind);
  if (stringAt(bytes, next) === undefined) return -1;
  return joins || !bytes.subarray(behind, next).includes(is.newline) ? next : -1;
}

/** Reads to the closing quotes and gives their first byte. */
function readContent(draft: Draft, tally: PythonTally, opening: Opening): number {
  const { bytes } = draft;
  const { content, quote, isTriple, isRaw, isBytes } = opening;
  const { plain } = is;
  let at = content;
  for (;;) {
    while (plain[bytes[at] as number] === 1) at++;
    if (at >= bytes.length) throw new LiteralError(at, 'A string is not closed', true);
    const byte = bytes[at] as number;
    if (byte === quote && (!isTriple || (bytes[at + 1] === quote && bytes[at + 2] === quote))) return at;
    if (byte === is.quote) {
      draft.insert(is.backslash, at);
      at++;
    } else if (byte === is.backslash) {
      at = isRaw ? rawBackslash(draft, at) : readEscape(draft, tally, at, isBytes);
    } else if (byte < 0x20) {
      if (byte === is.newline && !isTriple) tally.add('wrapped', at);
      draft.put(byte === is.newline ? '\\n' : is.jsonCharacter(byte), at, at + 1);
      at++;
    } else at++;
  }
}

/** In a raw string a backslash is itself, and the character behind it too. */
function rawBackslash(draft: Draft, at: number): number {
  draft.insert(is.backslash, at);
  const next = draft.bytes[at + 1];
  if (next === is.backslash || next === is.quote) draft.insert(is.backslash, at + 1);
  return next === is.backslash || next === is.quote || next === is.apostrophe ? at + 2 : at + 1;
}

/** Makes the escape at `at` one of JSON; the byte behind it. */
function readEscape(draft: Draft, tally: PythonTally, at: number, isBytes: boolean): number {
  const { bytes } = draft;
  const byte = bytes[at + 1];
  switch (byte) {
    case undefined:
      throw new LiteralError(at, 'A string is not closed', true);
    case 0x6e:
    case 0x74:
    case 0x72:
    case 0x62:
    case 0x66:
    case is.backslash:
    case is.quote:
      return at + 2;
    case is.apostrophe:
      tally.add('escape', at);
      draft.leaveOut(at, at + 1);
      return at + 2;
    case is.newline:
      draft.leaveOut(at, at + 2);
      return at + 2;
    case 0x61:
      tally.add('escape', at);
      draft.put('\\u0007', at, at + 2);
      return at + 2;
    case 0x76:
      tally.add('escape', at);
      draft.put('\\u000b', at, at + 2);
      return at + 2;
    case 0x78:
      tally.add('escape', at);
      return isBytes ? byteEscapes(draft, at) : character(draft, at, 2);
    case 0x75:
      if (!isBytes && is.hexAt(bytes, at + 2, 4) >= 0) return at + 6;
      return isBytes ? itself(draft, at) : character(draft, at, 4);
    case 0x55:
      if (!isBytes) tally.add('prefix', at);
      return isBytes ? itself(draft, at) : character(draft, at, 8);
    case 0x4e:
      if (!isBytes) tally.add('named', at);
      return itself(draft, at);
    default:
      tally.add('escape', at);
      return byte >= 0x30 && byte <= 0x37 ? octal(draft, at) : itself(draft, at);
  }
}

/** Python keeps the backslash of what is no escape. */
function itself(draft: Draft, at: number): number {
  draft.insert(is.backslash, at);
  return at + 1;
}

function character(draft: Draft, at: number, digits: 2 | 4 | 8): number {
  const point = is.hexAt(draft.bytes, at + 2, digits);
  const end = at + 2 + digits;
  if (point < 0 || point > 0x10ffff) {
    throw new LiteralError(
      at,
      `\`\\${String.fromCharCode(draft.bytes[at + 1] ?? 0)}\` needs ${digits} hexadecimal digits`,
      end > draft.bytes.length,
    );
  }
  draft.put(is.jsonCharacter(point), at, end);
  return end;
}

function octal(draft: Draft, at: number): number {
  let point = 0;
  let end = at + 1;
  for (; end < at + 4; end++) {
    const byte = draft.bytes[end] ?? 0;
    if (byte < 0x30 || byte > 0x37) break;
    point = point * 8 + byte - 0x30;
  }
  draft.put(is.jsonCharacter(point), at, end);
  return end;
}

/** `\xe2\x80\x94`: bytes of one text; what is no UTF-8 is read byte by byte, as Latin-1. */
function byteEscapes(draft: Draft, at: number): number {
  const { bytes } = draft;
  const values: number[] = [];
  let end = at;
  while (bytes[end] === is.backslash && bytes[end + 1] === 0x78) {
    const value = is.hexAt(bytes, end + 2, 2);
    if (value < 0) throw new LiteralError(end, '`\\x` needs two hexadecimal digits', end + 4 > bytes.length);
    values.push(value);
    end += 4;
  }
  let points: readonly number[] = values;
  try {
    points = Array.from(utf8.decode(Uint8Array.from(values)), (text) => text.codePointAt(0) ?? 0);
  } catch {
    // Kept byte by byte.
  }
  draft.put(points.map(is.jsonCharacter).join(''), at, end);
  return end;
}
