// The likeliest bytes of one token, read from the bytes of the document into its columns: what `spellingOf` gives, without its strings. Gives
// up (-1) wherever that is not plain, and leaves the token to `readTokens`.

import { skipSpace } from '../../json/byteReader.ts';
import { escapedUnit, readString } from '../../json/text.ts';
import { sequenceLength } from '../../json/utf8.ts';
import { isOddBit, isStatedBit, type TokenColumns } from './tokenColumns.ts';
import { spellingOf } from './tokenSpelling.ts';

const mostBytes = 1024;
/** Room for an escape in UTF-8 is never more than the escape takes. */
const simpleEscapes = new Uint8Array(128);
for (const [letter, meant] of ['""', '\\\\', '//', 'b\b', 'f\f', 'n\n', 'r\r', 't\t'].map(([a, b]) => [a, b])) {
  simpleEscapes[letter?.charCodeAt(0) ?? 0] = meant?.charCodeAt(0) ?? 0;
}

/** Puts the text of the token `at`, a string in the bytes `from` to `to` with its quotes, into the columns as its spelling. */
export function spellText(columns: TokenColumns, at: number, from: number, to: number): boolean {
  columns.reserve(to - from);
  const { text, spelled } = columns;
  const { bytes } = text;
  const start = columns.spelledCount;
  let end = start;
  let isOdd = false;
  const last = to - 1;
  for (let place = from + 1; place < last; ) {
    const byte = bytes[place] as number;
    if (byte < 0x80 && byte !== 0x5c) {
      if (byte === 0x3c) isOdd = true;
      spelled[end++] = byte;
      place++;
    } else if (byte === 0x5c) {
      const letter = bytes[place + 1] as number;
      if (letter === 0x75) {
        const unit = escapedUnit(bytes, place);
        if (unit < 0) return false;
        place += 6;
        let point = unit;
        if (unit >= 0xd800 && unit < 0xe000) {
          const low = bytes[place] === 0x5c ? escapedUnit(bytes, place) : -1;
          if (unit >= 0xdc00 || low < 0xdc00 || low >= 0xe000) return false;
          point = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
          place += 6;
        }
        if (point === 0xfffd) return false;
        if (point === 0x2581 || point === 0x5c || point === 0x3c) isOdd = true;
        end = putPoint(spelled, end, point);
      } else {
        const meant = letter < 0x80 ? (simpleEscapes[letter] as number) : 0;
        if (meant === 0) return false;
        if (meant === 0x5c) isOdd = true;
        spelled[end++] = meant;
        place += 2;
      }
    } else {
      const length = sequenceLength(bytes, place, last);
      if (length < 0) return false;
      const second = bytes[place + 1];
      const third = bytes[place + 2];
      if (byte === 0xef && second === 0xbf && third === 0xbd) return false;
      if (byte === 0xe2 && second === 0x96 && third === 0x81) isOdd = true;
      for (const stop = place + length; place < stop; place++) spelled[end++] = bytes[place] as number;
    }
  }
  columns.spelledCount = end;
  if (isOdd && !spellOddly(columns, at, from, to, start)) return false;
  columns.spelledTo[at] = columns.spelledCount;
  return true;
}

/** A text with signs that may stand for something else, in the words of `spellingOf`. */
function spellOddly(columns: TokenColumns, at: number, from: number, to: number, start: number): boolean {
  const spelling = spellingOf(readString(columns.text.bytes, from, to), undefined);
  if (spelling.lost !== undefined) return false;
  if (spelling.options.length === 1) return true;
  const { likeliest } = spelling;
  columns.spelledCount = start;
  columns.reserve(likeliest.length);
  for (let i = 0; i < likeliest.length; i++) columns.spelled[start + i] = likeliest.charCodeAt(i);
  columns.spelledCount = start + likeliest.length;
  columns.spellings.set(at, spelling);
  columns.bits[at] = (columns.bits[at] ?? 0) | isOddBit;
  return true;
}

function putPoint(into: Uint8Array, at: number, point: number): number {
  if (point < 0x80) {
    into[at++] = point;
    return at;
  }
  if (point < 0x800) into[at++] = 0xc0 | (point >> 6);
  else {
    if (point < 0x10000) into[at++] = 0xe0 | (point >> 12);
    else {
      into[at++] = 0xf0 | (point >> 18);
      into[at++] = 0x80 | ((point >> 12) & 0x3f);
    }
    into[at++] = 0x80 | ((point >> 6) & 0x3f);
  }
  into[at++] = 0x80 | (point & 0x3f);
  return at;
}

/**
 * Reads the list of bytes whose bracket stands at `from` as the spelling of the token `at`. Gives the byte after it; -1 where it is no list of
 * few whole numbers up to 255. An empty list spells nothing and leaves the token as it is.
 */
export function spellBytes(columns: TokenColumns, at: number, from: number, to: number): number {
  columns.reserve(mostBytes);
  const { text, spelled } = columns;
  const { bytes } = text;
  const start = columns.spelledCount;
  const stop = start + mostBytes;
  let end = start;
  let place = skipSpace(text, from + 1, to);
  if (bytes[place] === 0x5d) return place + 1;
  for (;;) {
    let byte = (bytes[place++] as number) - 0x30;
    if (!(byte >= 0 && byte <= 9) || end === stop) return -1;
    for (; place < to; place++) {
      const digit = (bytes[place] as number) - 0x30;
      if (digit < 0 || digit > 9) break;
      byte = byte * 10 + digit;
      if (byte > 255) return -1;
    }
    spelled[end++] = byte;
    place = skipSpace(text, place, to);
    if (place >= to) return -1;
    const after = bytes[place++];
    if (after === 0x5d) break;
    if (after !== 0x2c) return -1;
    place = skipSpace(text, place, to);
    if (place >= to) return -1;
  }
  // The bytes of the replacement character may be the provider's own loss.
  for (let i = start; i + 2 < end; i++) {
    if (spelled[i] === 0xef && spelled[i + 1] === 0xbf && spelled[i + 2] === 0xbd) return -1;
  }
  columns.spelledCount = end;
  columns.spelledTo[at] = end;
  columns.bits[at] = (columns.bits[at] ?? 0) | isStatedBit;
  return place;
}
