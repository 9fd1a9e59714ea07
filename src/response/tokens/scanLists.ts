// Tokens that are listed as parallel lists of texts, values, alternatives and positions (completions), read from the bytes into columns. Knows
// how such lists are written, no provider. Whatever is unusual makes it give up.

import { firstMember, isNull, memberValue, nextMember, stringEnd, valueEnd } from '../../json/byteReader.ts';
import type { ByteRange } from '../../json/cursor.ts';
import { Decimal } from '../../json/decimal.ts';
import { readString } from '../../json/text.ts';
import { spellText } from './scanSpelling.ts';
import { differ, isPlain } from './scanTexts.ts';
import { AlternativeSums, leaveOwnValue, scanOwnValue } from './scanValue.ts';
import type { TokenColumns } from './tokenColumns.ts';

const decimal = new Decimal();
const sums = new AlternativeSums(decimal);

/** Where the lists are; each but the tokens may be missing. */
export interface TokenLists {
  readonly tokens: ByteRange;
  readonly values?: ByteRange | undefined;
  readonly tops?: ByteRange | undefined;
}

/** Reads the lists into the columns; false where that is left to `readTokens`. */
export function scanLists(columns: TokenColumns, { tokens, values, tops }: TokenLists): boolean {
  const hasTokens = eachItem(columns, tokens, (index, at) => scanText(columns, index, at, tokens.to));
  if (!hasTokens) return false;
  if (values === undefined) for (let index = 0; index < columns.count; index++) leaveOwnValue(columns, index);
  else if (!eachItem(columns, values, (index, at) => scanOwnValue(columns, decimal, index, at, values.to)))
    return false;
  return tops === undefined || eachItem(columns, tops, (index, at) => scanTop(columns, index, at, tops.to));
}

/** Reads `count` numbers; undefined where something else stands among them or there are more or fewer. */
export function scanNumbers(columns: TokenColumns, range: ByteRange, into: Float64Array): boolean {
  return eachItem(columns, range, (index, at) => {
    const end = decimal.read(columns.text.bytes, at, range.to);
    into[index] = decimal.exact;
    return end;
  });
}

/** Goes through a list that has an item for each token; `scan` gives the byte after an item, or -1. */
function eachItem(
  { text, count }: TokenColumns,
  { from, to }: ByteRange,
  scan: (index: number, at: number) => number,
): boolean {
  let index = 0;
  let at = firstMember(text, from, to, 0x5d);
  while (at > 0) {
    if (index === count) return false;
    const end = scan(index++, at);
    if (end < 0) return false;
    at = nextMember(text, end, to, 0x5d);
  }
  return at < 0 && index === count;
}

function scanText(columns: TokenColumns, index: number, from: number, to: number): number {
  const end = stringEnd(columns.text.bytes, from, to);
  columns.textFrom[index] = from;
  columns.textTo[index] = end;
  return end > 0 && spellText(columns, index, from, end) ? end : -1;
}

/** An object of token → log probability; anything else is no list of alternatives. */
function scanTop(columns: TokenColumns, index: number, from: number, to: number): number {
  const { text } = columns;
  const { bytes } = text;
  if (bytes[from] !== 0x7b) return valueEnd(text, from, to);
  sums.begin(columns.logprob[index] as number);
  const [ownFrom, ownTo] = [columns.textFrom[index] as number, columns.textTo[index] as number];
  keys.begin(bytes);
  let at = firstMember(text, from, to, 0x7d);
  while (at > 0) {
    const keyEnd = keys.read(bytes, at, to);
    if (keyEnd < 0) return -1;
    const place = memberValue(text, keyEnd, to);
    if (place < 0) return -1;
    let end: number;
    if (isNull(bytes, place)) {
      end = place + 4;
      sums.skip();
    } else {
      end = sums.read(text, place, to);
      if (end < 0 || !sums.take()) return -1;
      if (sums.isFar && !differ(bytes, ownFrom, ownTo, at, keyEnd)) return -1;
    }
    at = nextMember(text, end, to, 0x7d);
  }
  if (at === 0 || !keys.areDifferent()) return -1;
  return sums.end(columns, index, to) ? -1 - at : -1;
}

/** The keys of one object, to tell whether two of them are the same text. */
class KeySet {
  #bytes: Uint8Array = new Uint8Array();
  #count = 0;
  #from = new Float64Array(64);
  #to = new Float64Array(64);
  #sort = new Int32Array(64);
  /** A bit for some sorts of keys each; equal keys are of one sort. */
  #sorts = 0;
  #mayBeSame = false;
  #arePlain = true;

  begin(bytes: Uint8Array): void {
    this.#bytes = bytes;
    this.#count = 0;
    this.#sorts = 0;
    this.#mayBeSame = false;
    this.#arePlain = true;
  }

  /** Reads the key at `from`; gives the byte after it, -1 where none is or there are too many. */
  read(bytes: Uint8Array, from: number, to: number): number {
    const count = this.#count++;
    if (count === this.#from.length || bytes[from] !== 0x22) return -1;
    let all = 0;
    let at = from + 1;
    for (; at < to; at++) {
      const byte = bytes[at] as number;
      if (byte === 0x22) break;
      all |= byte;
      if (byte === 0x5c) {
        this.#arePlain = false;
        at++;
      }
    }
    if (at >= to) return -1;
    at++;
    if (all >= 0x80 && this.#arePlain) this.#arePlain = isPlain(bytes, from + 1, at - 1);
    const ends = ((bytes[at - 3] as number) << 16) ^ ((bytes[at - 2] as number) << 8) ^ (bytes[from + 1] as number);
    const sort = ((at - from) << 24) ^ ends;
    const bit = 1 << ((sort ^ (sort >> 8) ^ (sort >> 16) ^ (sort >> 24)) & 31);
    if ((this.#sorts & bit) !== 0) {
      for (let other = 0; other < count; other++) if (this.#sort[other] === sort) this.#mayBeSame = true;
    }
    this.#sorts |= bit;
    this.#from[count] = from;
    this.#to[count] = at;
    this.#sort[count] = sort;
    return at;
  }

  /** Asked at the end. */
  areDifferent(): boolean {
    if (this.#arePlain && !this.#mayBeSame) return true;
    const texts = new Set<string>();
    for (let at = 0; at < this.#count; at++) {
      texts.add(readString(this.#bytes, this.#from[at] as number, this.#to[at] as number));
    }
    return texts.size === this.#count;
  }
}

const keys = new KeySet();
