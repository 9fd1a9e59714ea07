// Tokens that are listed as objects with a text, a value and alternatives (chat completions and whoever took their shape), read from the bytes
// into columns. Knows how such lists are written, no provider. Whatever is unusual makes it give up.

import { firstMember, isNull, memberValue, nextMember, stringEnd, valueEnd } from '../../json/byteReader.ts';
import type { ByteRange } from '../../json/cursor.ts';
import { Decimal } from '../../json/decimal.ts';
import { type ItemShape, itemRole } from './itemShape.ts';
import { spellBytes, spellText } from './scanSpelling.ts';
import { areEqual, differ } from './scanTexts.ts';
import { AlternativeSums, leaveOwnValue, scanOwnValue } from './scanValue.ts';
import { isSpecialBit, isStatedBit, type TokenColumns } from './tokenColumns.ts';

const decimal = new Decimal();
const sums = new AlternativeSums(decimal);

const { text: textRole, value: valueRole, bytes: bytesRole, alternatives: listRole, special: specialRole } = itemRole;

/** Reads the tokens at a range into the columns; false where that is left to `readTokens`. */
export function scanItems(columns: TokenColumns, { from, to }: ByteRange, shape: ItemShape): boolean {
  const { text, count } = columns;
  let index = 0;
  let at = firstMember(text, from, to, 0x5d);
  while (at > 0) {
    if (index === count) return false;
    const end = scanItem(columns, index++, at, to, shape);
    if (end < 0) return false;
    at = nextMember(text, end, to, 0x5d);
  }
  return at < 0 && index === count;
}

function scanItem(columns: TokenColumns, index: number, from: number, to: number, shape: ItemShape): number {
  const { text } = columns;
  const { bytes } = text;
  if (bytes[from] !== 0x7b) return -1;
  let seen = 0;
  let nth = 0;
  let list = 0;
  let at = firstMember(text, from, to, 0x7d);
  while (at > 0) {
    const role = shape.readKey(text, at, to, nth++);
    if (role < 0) return -1;
    const value = memberValue(text, shape.keyEnd, to);
    if (value < 0 || (seen & role) !== 0) return -1;
    seen |= role;
    let end: number;
    if (role === textRole) {
      end = stringEnd(bytes, value, to);
      columns.textFrom[index] = value;
      columns.textTo[index] = end;
    } else if (role === valueRole) end = scanOwnValue(columns, decimal, index, value, to);
    else if (role === bytesRole && bytes[value] === 0x5b) end = spellBytes(columns, index, value, to);
    else if (role === bytesRole && !isNull(bytes, value)) return -1;
    else if (role === listRole && bytes[value] === 0x5b) {
      const isKnown = (seen & (textRole | valueRole)) === (textRole | valueRole);
      if (!isKnown) list = value;
      end = isKnown ? scanAlternatives(columns, index, value, to, shape) : valueEnd(text, value, to);
    } else {
      if (role === specialRole && bytes[value] === 0x74)
        columns.bits[index] = (columns.bits[index] ?? 0) | isSpecialBit;
      end = valueEnd(text, value, to);
    }
    if (end < 0) return -1;
    at = nextMember(text, end, to, 0x7d);
  }
  if (at === 0 || (seen & textRole) === 0) return -1;
  if ((seen & valueRole) === 0) leaveOwnValue(columns, index);
  const [textFrom, textTo] = [columns.textFrom[index] as number, columns.textTo[index] as number];
  if (((columns.bits[index] as number) & isStatedBit) === 0) {
    if (!spellText(columns, index, textFrom, textTo)) return -1;
  } else if (textTo - textFrom === 2) return -1;
  if (list !== 0 && scanAlternatives(columns, index, list, to, shape) < 0) return -1;
  return -1 - at;
}

function scanAlternatives(columns: TokenColumns, index: number, from: number, to: number, shape: ItemShape): number {
  const { text } = columns;
  sums.begin(columns.logprob[index] as number);
  own.begin(columns, index);
  let at = firstMember(text, from, to, 0x5d);
  while (at > 0) {
    const end = scanAlternative(columns, at, to, shape);
    if (end < 0) return -1;
    at = nextMember(text, end, to, 0x5d);
  }
  return at === 0 || own.isApart || !sums.end(columns, index, to) ? -1 : -1 - at;
}

function scanAlternative(columns: TokenColumns, from: number, to: number, shape: ItemShape): number {
  const { text } = columns;
  const { bytes } = text;
  if (bytes[from] !== 0x7b) return -1;
  let seen = 0;
  let nth = 0;
  let textFrom = 0;
  let textTo = 0;
  let hasValue = false;
  let at = firstMember(text, from, to, 0x7d);
  while (at > 0) {
    const role = shape.readKey(text, at, to, nth++);
    if (role < 0) return -1;
    const place = memberValue(text, shape.keyEnd, to);
    if (place < 0 || (seen & role) !== 0) return -1;
    seen |= role;
    let end: number;
    if (role === textRole) {
      end = stringEnd(bytes, place, to);
      textFrom = place;
      textTo = end;
    } else if (role === valueRole && !isNull(bytes, place)) {
      end = sums.read(text, place, to);
      hasValue = true;
    } else end = valueEnd(text, place, to);
    if (end < 0) return -1;
    at = nextMember(text, end, to, 0x7d);
  }
  if (at === 0 || textTo === 0) return -1;
  if (!hasValue) {
    sums.skip();
    return -1 - at;
  }
  if (!sums.take()) return -1;
  own.meet(bytes, textFrom, textTo, sums);
  return -1 - at;
}

/** Whether the token itself stands among its alternatives with another value: of those that say the same, the nearest counts. */
class OwnAlternative {
  #from = 0;
  #to = 0;
  #isNear = false;
  #isFar = false;

  begin({ textFrom, textTo }: TokenColumns, index: number): void {
    this.#from = textFrom[index] as number;
    this.#to = textTo[index] as number;
    this.#isNear = false;
    this.#isFar = false;
  }

  meet(bytes: Uint8Array, from: number, to: number, { isFar, isValue }: AlternativeSums): void {
    if (this.#isNear || !(isFar || isValue)) return;
    if (isFar) this.#isFar ||= !differ(bytes, this.#from, this.#to, from, to);
    else this.#isNear = areEqual(bytes, this.#from, this.#to, from, to);
  }

  /** It does, or that cannot be told here. */
  get isApart(): boolean {
    return this.#isFar && !this.#isNear;
  }
}

const own = new OwnAlternative();

/**
 * Reads lists of alternatives that stand beside the tokens, one for each; `within` has their key, where they are within objects. False where that
 * is left to `readTokens`.
 */
export function scanBeside(
  columns: TokenColumns,
  { from, to }: ByteRange,
  shape: ItemShape,
  within?: ItemShape,
): boolean {
  const { text, count } = columns;
  let index = 0;
  let at = firstMember(text, from, to, 0x5d);
  while (at > 0) {
    if (index === count) return false;
    const end =
      within === undefined
        ? scanOneBeside(columns, index, at, to, shape)
        : scanWithin(columns, index, at, to, shape, within);
    if (end < 0) return false;
    index++;
    at = nextMember(text, end, to, 0x5d);
  }
  return at < 0 && index === count;
}

function scanOneBeside(columns: TokenColumns, index: number, from: number, to: number, shape: ItemShape): number {
  if (columns.text.bytes[from] === 0x5b) return scanAlternatives(columns, index, from, to, shape);
  return valueEnd(columns.text, from, to);
}

/** An object with a list at one key. */
function scanWithin(
  columns: TokenColumns,
  index: number,
  from: number,
  to: number,
  shape: ItemShape,
  within: ItemShape,
): number {
  const { text } = columns;
  const { bytes } = text;
  if (bytes[from] !== 0x7b) return -1;
  let isSeen = false;
  let nth = 0;
  let at = firstMember(text, from, to, 0x7d);
  while (at > 0) {
    const role = within.readKey(text, at, to, nth++);
    if (role < 0) return -1;
    const value = memberValue(text, within.keyEnd, to);
    if (value < 0 || (isSeen && role === listRole)) return -1;
    isSeen ||= role === listRole;
    const end = role === listRole ? scanOneBeside(columns, index, value, to, shape) : valueEnd(text, value, to);
    if (end < 0) return -1;
    at = nextMember(text, end, to, 0x7d);
  }
  return at === 0 ? -1 : -1 - at;
}
