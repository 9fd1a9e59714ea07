// Words, numbers and keys of Python, and what is no literal at all, made JSON. Knows no containers.

import { numberEnd } from '../../json/number.ts';
import { decodeUtf8 } from '../../json/utf8.ts';
import * as is from './characters.ts';
import { type Draft, LiteralError } from './draft.ts';
import { jsonNumber, plainNumber } from './numbers.ts';
import { wordOf } from './pythonNames.ts';
import { isSurelyPython, type PythonTally } from './pythonTally.ts';
import { stringEnd } from './skipBalanced.ts';

/** The word of the bytes `[at, end)`; the byte behind it. */
export function readWord(draft: Draft, tally: PythonTally, at: number, end: number): number {
  const { bytes } = draft;
  const length = end - at;
  if (length === 4 && is.isAt(bytes, at, 'None')) draft.setWord(at, 'null');
  else if (length === 4 && is.isAt(bytes, at, 'True')) draft.set(at, 0x74);
  else if (length === 5 && is.isAt(bytes, at, 'False')) draft.set(at, 0x66);
  else return otherWord(draft, tally, at, end);
  tally.add('word', at);
  return end;
}

function otherWord(draft: Draft, tally: PythonTally, at: number, end: number): number {
  const name = decodeUtf8(draft.bytes, at, end);
  const word = wordOf(name);
  if (word !== undefined) {
    if (word === 'NaN') tally.add('nan', at);
    else tally.add(word === 'Infinity' ? 'infinity' : 'word', at);
    if (word !== name) draft.put(word, at, end);
    return end;
  }
  // A text that was put together by hand; alone they are JavaScript's.
  const isJson = name === 'null' || name === 'true' || name === 'false';
  if (isJson && isSurelyPython(tally)) return end;
  if (isJson || !/^[A-Z]|\./.test(name)) {
    throw new LiteralError(at, `\`${name.slice(0, 40)}\` is no value`, end === draft.bytes.length);
  }
  tally.add('asText', at);
  draft.put(JSON.stringify(name), at, end);
  return end;
}

const numberSigns =
  /^[+-]?(?:0[xX][0-9a-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d+)?)/;
const complexSigns = /^[+-]?[\d.]+(?:[eE][+-]?\d+)?(?:[+-](?:[\d.]+(?:[eE][+-]?\d+)?|inf|nan))?j/;
/** What rich writes for what it leaves out: `... +12`. */
const leftOut = /^\.\.\.(?: ?\+\d+)?/;

/** The number, or `...`, at `at`; the byte behind it. */
export function readNumber(draft: Draft, tally: PythonTally, at: number): number {
  const { bytes } = draft;
  const end = numberEnd(bytes, at);
  const next = bytes[end];
  if (end > 0 && !is.isNamePart(next) && next !== is.dot && next !== 0x2b && next !== 0x2d) return end;
  const head = decodeUtf8(bytes, at, Math.min(bytes.length, at + 5000));
  const lost = leftOut.exec(head);
  if (lost) {
    tally.add('lost', at);
    draft.put(`{"lost": "${lost[0]}"}`, at, at + lost[0].length);
    return at + lost[0].length;
  }
  const word = /^([+-])(inf|nan|Infinity|NaN)(?![\w.])/.exec(head);
  if (word) {
    const isNan = word[2]?.toLowerCase() === 'nan';
    tally.add(isNan ? 'nan' : 'infinity', at);
    const infinity = word[1] === '-' ? '-Infinity' : 'Infinity';
    draft.put(isNan ? 'NaN' : infinity, at, at + word[0].length);
    return at + word[0].length;
  }
  const complex = complexSigns.exec(head)?.[0];
  if (complex !== undefined) {
    tally.add('complex', at);
    draft.put(`"${complex}"`, at, at + complex.length);
    return at + complex.length;
  }
  const written = numberSigns.exec(head)?.[0] ?? '';
  const number = plainNumber(written);
  if (number === undefined || is.isNamePart(bytes[at + written.length])) {
    throw new LiteralError(at, 'A value is expected', at + head.length === bytes.length && /^[+-]?\.{0,2}$/.test(head));
  }
  if (number !== written) {
    tally.add('number', at);
    draft.put(number, at, at + written.length);
  }
  return at + written.length;
}

/** `Decimal('0.10')` is 0.10; what JSON has no number for is text. */
export function decimalOf(digits: string | undefined): string | undefined {
  if (digits === undefined) return undefined;
  if (jsonNumber.test(digits)) return digits;
  if (/^-?s?NaN$/.test(digits)) return 'NaN';
  return /^-?Infinity$/.test(digits) ? digits : plainNumber(digits);
}

/** The byte behind the key that is no string and begins at `at`. */
export function keyEnd(bytes: Uint8Array, at: number): number {
  let depth = 0;
  let end = at;
  for (; end < bytes.length; ) {
    const byte = bytes[end];
    if (byte === is.apostrophe || byte === is.quote) {
      end = stringEnd(bytes, end);
      continue;
    }
    if (depth === 0 && (byte === is.colon || byte === is.comma)) break;
    if (byte === is.openParen || byte === is.openBracket || byte === is.openBrace || byte === is.less) depth++;
    else if (byte === is.closeParen || byte === is.closeBracket || byte === is.closeBrace || byte === is.more) {
      if (depth === 0) break;
      depth--;
    }
    end++;
  }
  while (end > at && (bytes[end - 1] as number) <= is.space) end--;
  return end;
}

/** A key that is no string becomes its text. */
export function putKeyText(draft: Draft, tally: PythonTally, at: number, end: number): number {
  const text = decodeUtf8(draft.bytes, at, end);
  const isKey = /^[-+.\d(<[]/.test(text) || wordOf(text) !== undefined || /^[\w.]+\(|^\w+\.\w/.test(text);
  if (!isKey) throw new LiteralError(at, 'A key in quotes is expected', at >= draft.bytes.length);
  if (end === draft.bytes.length) throw new LiteralError(at, 'The text ends here', true);
  tally.add('key', at);
  draft.put(JSON.stringify(text), at, end);
  return end;
}

/** `<object at 0x7f>` as text; the byte behind it. */
export function putAngleText(draft: Draft, tally: PythonTally, at: number): number {
  const { bytes } = draft;
  let depth = 0;
  for (let end = at; end < bytes.length; end++) {
    const byte = bytes[end];
    if (byte === is.less) depth++;
    else if (byte === is.more) depth--;
    else if (byte === is.newline) throw new LiteralError(at, '`<` is not closed on its line');
    if (depth > 0) continue;
    tally.add('asText', at);
    draft.put(JSON.stringify(decodeUtf8(bytes, at, end + 1)), at, end + 1);
    return end + 1;
  }
  throw new LiteralError(at, '`<` is not closed', true);
}
