// A string or template literal of JavaScript (ECMA-262, "String Literals") made a JSON string: escapes, continued lines, pieces that `+` joins, and the
// ends that consoles cut. Knows strings and white space only.

import { decodeUtf8 } from '../../json/utf8.ts';
import * as is from './characters.ts';
import { type Draft, LiteralError } from './draft.ts';
import type { ScriptTally } from './scriptTally.ts';

export function beginsString(byte: number | undefined): boolean {
  return byte === is.apostrophe || byte === is.quote || byte === is.backtick;
}

/** The byte behind white space, comments and the colours of a terminal; `meets` hears where a comment or colour begins. */
export function blankEnd(
  bytes: Uint8Array,
  at: number,
  meets?: (kind: 'comment' | 'colour', at: number) => void,
): number {
  for (;;) {
    const byte = bytes[at];
    if (byte === is.space || byte === is.newline || byte === 0x0d || byte === 0x09) at++;
    else if (byte === 0xc2 && bytes[at + 1] === 0xa0) at += 2;
    else if (byte === 0xef && bytes[at + 1] === 0xbb && bytes[at + 2] === 0xbf) at += 3;
    else if (byte === is.slash && (bytes[at + 1] === is.slash || bytes[at + 1] === is.star)) {
      meets?.('comment', at);
      at = commentEnd(bytes, at);
    } else if (byte === is.escapeByte && bytes[at + 1] === is.openBracket) {
      const end = is.colourEnd(bytes, at);
      if (end < 0) return at;
      meets?.('colour', at);
      at = end;
    } else return at;
  }
}

function commentEnd(bytes: Uint8Array, at: number): number {
  if (bytes[at + 1] === is.slash) {
    const end = bytes.indexOf(is.newline, at);
    return end < 0 ? bytes.length : end;
  }
  let end = at + 2;
  for (;;) {
    end = bytes.indexOf(is.star, end);
    if (end < 0) return bytes.length;
    if (bytes[end + 1] === is.slash) return end + 2;
    end++;
  }
}

/** ECMA-48, "select graphic rendition": ESC [ digits m. */
/** Makes the string at `at` JSON; the byte behind it. `joins`: what `+` adds belongs to it. */
export function readString(draft: Draft, tally: ScriptTally, at: number, joins: boolean): number {
  const { bytes } = draft;
  let mark = bytes[at] as number;
  let content = at + 1;
  draft.set(at, is.quote);
  for (;;) {
    if (mark === is.apostrophe) tally.add('apostrophe', content - 1);
    else if (mark === is.backtick) tally.add('template', content - 1);
    const end = readContent(draft, tally, content, mark);
    const next = joins ? nextPiece(bytes, end + 1) : -1;
    if (next < 0) return closed(draft, tally, end);
    tally.add('joined', next);
    draft.leaveOut(end, next + 1);
    mark = bytes[next] as number;
    content = next + 1;
  }
}

const cut = /^\.\.\. \d+ more characters?/;

/** The closing quote at `end`; a console that cut the text says so behind it. */
function closed(draft: Draft, tally: ScriptTally, end: number): number {
  const { bytes } = draft;
  const words =
    bytes[end + 1] === is.dot ? cut.exec(decodeUtf8(bytes, end + 1, Math.min(bytes.length, end + 60))) : null;
  if (words === null) {
    draft.set(end, is.quote);
    return end + 1;
  }
  tally.add('cutText', end + 1);
  const behind = end + 1 + words[0].length;
  draft.put(`${words[0]}"`, end, behind);
  return behind;
}

/** Where the piece begins that `+` adds; -1 where none does. */
function nextPiece(bytes: Uint8Array, behind: number): number {
  const byte = bytes[behind];
  if (byte === is.comma || byte === is.colon || byte === is.closeBrace || byte === is.closeBracket) return -1;
  const sign = blankEnd(bytes, behind);
  if (bytes[sign] !== is.plus) return -1;
  const next = blankEnd(bytes, sign + 1);
  return beginsString(bytes[next]) ? next : -1;
}

/** Reads to the closing quote and gives its byte. */
function readContent(draft: Draft, tally: ScriptTally, content: number, mark: number): number {
  const { bytes } = draft;
  const { plain } = is;
  let at = content;
  for (;;) {
    while (plain[bytes[at] as number] === 1) at++;
    if (at >= bytes.length) throw new LiteralError(at, 'A string is not closed', true);
    const byte = bytes[at] as number;
    if (byte === mark) {
      if (mark === is.backtick && holdsExpression(bytes, content, at)) {
        throw new LiteralError(content - 1, 'A template with an expression in it is no text yet');
      }
      return at;
    }
    if (byte === is.quote) {
      draft.insert(is.backslash, at);
      at++;
    } else if (byte === is.backslash) at = readEscape(draft, tally, at);
    else if (byte < 0x20) {
      if (byte === is.newline && mark !== is.backtick) tally.add('wrapped', at);
      draft.put(byte === is.newline ? '\\n' : is.jsonCharacter(byte), at, at + 1);
      at++;
    } else at++;
  }
}

/** `${` without a backslash before it; only what is between the quotes is looked at. */
function holdsExpression(bytes: Uint8Array, from: number, to: number): boolean {
  const text = bytes.subarray(from, to);
  for (let at = text.indexOf(is.dollar); at >= 0; at = text.indexOf(is.dollar, at + 1)) {
    if (text[at + 1] !== is.openBrace) continue;
    let slashes = 0;
    while (text[at - 1 - slashes] === is.backslash) slashes++;
    if (slashes % 2 === 0) return true;
  }
  return false;
}

/** Makes the escape at `at` one of JSON; the byte behind it. */
function readEscape(draft: Draft, tally: ScriptTally, at: number): number {
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
    case is.slash:
      return at + 2;
    case 0x0d:
      draft.leaveOut(at, at + (bytes[at + 2] === is.newline ? 3 : 2));
      return at + (bytes[at + 2] === is.newline ? 3 : 2);
    case is.newline:
      draft.leaveOut(at, at + 2);
      return at + 2;
    default:
  }
  if (byte === 0x75 && is.hexAt(bytes, at + 2, 4) >= 0) return at + 6;
  tally.add('escape', at);
  if (byte === 0x76) return put(draft, 0x0b, at, at + 2);
  if (byte === 0x78) return character(draft, at, at + 2, 2);
  if (byte === 0x75) {
    return bytes[at + 2] === is.openBrace ? pointEscape(draft, at) : character(draft, at, at + 2, 4);
  }
  if (byte >= 0x30 && byte <= 0x37) return octal(draft, at);
  // The backslash of what is no escape is nothing.
  draft.leaveOut(at, at + 1);
  return at + (byte < 0x80 ? 2 : 1);
}

function put(draft: Draft, point: number, at: number, end: number): number {
  draft.put(is.jsonCharacter(point), at, end);
  return end;
}

function character(draft: Draft, at: number, digits: number, count: 2 | 4): number {
  const point = is.hexAt(draft.bytes, digits, count);
  if (point < 0) {
    throw new LiteralError(at, `An escape needs ${count} hexadecimal digits`, digits + count > draft.bytes.length);
  }
  return put(draft, point, at, digits + count);
}

/** `\u{1f375}`. */
function pointEscape(draft: Draft, at: number): number {
  const { bytes } = draft;
  let end = at + 3;
  while (end < at + 12 && is.hexAt(bytes, end, 1) >= 0) end++;
  const point = is.hexAt(bytes, at + 3, end - at - 3);
  if (end === at + 3 || bytes[end] !== is.closeBrace || point > 0x10ffff) {
    throw new LiteralError(at, '`\\u{…}` needs the number of a character', end >= bytes.length);
  }
  return put(draft, point, at, end + 1);
}

function octal(draft: Draft, at: number): number {
  let point = 0;
  let end = at + 1;
  for (; end < at + 4; end++) {
    const byte = draft.bytes[end] ?? 0;
    if (byte < 0x30 || byte > 0x37 || point * 8 + byte - 0x30 > 0xff) break;
    point = point * 8 + byte - 0x30;
  }
  return put(draft, point, at, end);
}
