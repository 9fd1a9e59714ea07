// Words, numbers, dates and placeholders of JavaScript and its consoles, made JSON. Knows no containers.

import { numberEnd } from '../../json/number.ts';
import { byteAfter, decodeUtf8 } from '../../json/utf8.ts';
import * as is from './characters.ts';
import { type Draft, LiteralError } from './draft.ts';
import { plainNumber } from './numbers.ts';
import type { ScriptKind, ScriptTally } from './scriptTally.ts';
import { stringEnd } from './skipBalanced.ts';

/** The date that a console prints without quotes, `toISOString`. */
const printedDate = /^[+-]?\d{4,6}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/;
const numberSigns =
  /^[+-]?(?:0[xX][\da-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d+)?)n?/;
const signedWord = /^[+-](NaN|Infinity)(?![\w$])/;

/** The number or date at `at`; the byte behind it. */
export function readNumber(draft: Draft, tally: ScriptTally, at: number): number {
  const { bytes } = draft;
  const end = numberEnd(bytes, at);
  const next = bytes[end];
  if (end > 0 && !is.isNamePart(next) && next !== is.dot && next !== 0x2d) return end;
  const head = decodeUtf8(bytes, at, Math.min(bytes.length, at + 5000));
  const date = printedDate.exec(head)?.[0];
  if (date !== undefined) return putText(draft, tally, 'date', at, at + date.length);
  const word = signedWord.exec(head);
  if (word) {
    tally.add(word[1] === 'NaN' ? 'nan' : 'infinity', at);
    draft.put(word[1] === 'NaN' ? 'NaN' : word[0].replace('+', ''), at, at + word[0].length);
    return at + word[0].length;
  }
  const written = numberSigns.exec(head)?.[0] ?? '';
  const isBig = written.endsWith('n');
  const number = plainNumber(isBig ? written.slice(0, -1) : written);
  if (number === undefined || is.isNamePart(bytes[at + written.length])) {
    throw new LiteralError(at, 'A value is expected', /^[+-]?$/.test(head));
  }
  if (number !== written) {
    tally.add(isBig ? 'bigint' : 'number', at);
    draft.put(number, at, at + written.length);
  }
  return at + written.length;
}

/** What consoles print instead of a value, all of it lost. */
const lostSigns =
  /^(?:\[(?:Object|Array)(?: \.\.\.)?\]|\[Circular(?: \*\d+)?\]|\[\.\.\.\]|\[(?:Getter|Setter|Getter\/Setter)(?::[^\]\n]*)?\]|\[(?!NaN\]|Infinity\])[A-Z][\w$]*\]|\{…\}|\[…\]|(?:Array|Object)\(\d+\)(?! ?[[{])|…|\.\.\.(?: \d+ more [a-z]+)?(?![\w$([{])|<\d+ empty items?>)/u;
/** What has no value in JSON. */
const textSigns =
  /^(?:\[(?:\w*Function|class)\b(?: |: |\]|\()[^\]\n]*\]?(?: extends [\w$.]+\])?|\[[A-Z]\w*(?:Error|Exception)\b[^\]\n]*\]|<(?!ref )[^<>\n]*>|ƒ [\w$ ]*(?:\([^)\n]*\))?|ƒ|Symbol\([^)\n]*\)|Invalid Date(?![\w$]))/u;
const boxedSigns = /^\[(?:String|Number|Boolean|BigInt|Date|Symbol)(?: \([^)\n]*\))?: /;
const referenceSigns = /^<ref \*\d+> /;

/** What `readPlaceholder` found: the byte behind it, and whether a value still follows. */
export interface Placeholder {
  readonly end: number;
  readonly isBoxed?: boolean;
  readonly isLeftOut?: boolean;
}

/** What a console prints instead of a value at `at`; undefined where a value begins. */
export function readPlaceholder(draft: Draft, tally: ScriptTally, at: number): Placeholder | undefined {
  const head = decodeUtf8(draft.bytes, at, Math.min(draft.bytes.length, at + 400));
  const reference = referenceSigns.exec(head)?.[0] ?? /^\(\d+\) (?=\[)/.exec(head)?.[0];
  if (reference !== undefined) {
    tally.add('reference', at);
    draft.leaveOut(at, at + reference.length);
    return { end: at + reference.length, isLeftOut: true };
  }
  const boxed = boxedSigns.exec(head)?.[0];
  if (boxed !== undefined) {
    tally.add('boxed', at);
    draft.leaveOut(at, at + boxed.length);
    return { end: at + boxed.length, isBoxed: true };
  }
  const lost = lostSigns.exec(head)?.[0];
  // `[Foo] {` is a name before braces.
  if (lost !== undefined && !(lost.startsWith('[') && /^ ?[{[]/.test(head.slice(lost.length)))) {
    const end = byteAfter(draft.bytes, at, lost.length);
    tally.add('lost', at);
    draft.put(`{"lost": ${JSON.stringify(lost)}}`, at, end);
    return { end };
  }
  const text = textSigns.exec(head)?.[0];
  if (text === undefined) return undefined;
  return { end: putText(draft, tally, 'asText', at, byteAfter(draft.bytes, at, text.length)) };
}

/** The bytes `[at, end)` as a string. */
export function putText(draft: Draft, tally: ScriptTally, kind: ScriptKind, at: number, end: number): number {
  tally.add(kind, at);
  draft.put(JSON.stringify(decodeUtf8(draft.bytes, at, end)), at, end);
  return end;
}

/** A regular expression, as text. */
export function readPattern(draft: Draft, tally: ScriptTally, at: number): number {
  const { bytes } = draft;
  let end = at + 1;
  for (let isClass = false; bytes[end] !== is.slash || isClass; end++) {
    const byte = bytes[end];
    if (byte === undefined || byte === is.newline)
      throw new LiteralError(at, 'A value is expected', byte === undefined);
    if (byte === is.backslash) end++;
    else if (byte === is.openBracket) isClass = true;
    else if (byte === is.closeBracket) isClass = false;
  }
  end++;
  while (is.isNamePart(bytes[end])) end++;
  return putText(draft, tally, 'asText', at, end);
}

const dateCall = /^new Date\(\s*(?:'([^'\\\n]*)'|"([^"\\\n]*)"|(-?\d+))\s*\)/;

/** The word of the bytes `[at, end)`; the byte behind it. */
export function readWord(draft: Draft, tally: ScriptTally, at: number, end: number): number {
  const { bytes } = draft;
  const name = decodeUtf8(bytes, at, end);
  switch (name) {
    case 'true':
    case 'false':
    case 'null':
      return end;
    case 'undefined':
      tally.add('undefined', at);
      draft.put('null', at, end);
      return end;
    case 'NaN':
      tally.add('nan', at);
      return end;
    case 'Infinity':
      tally.add('infinity', at);
      return end;
    default:
  }
  const head = decodeUtf8(bytes, at, Math.min(bytes.length, at + 200));
  const nothing = /^void \d+(?![\w$])/.exec(head);
  if (nothing) {
    tally.add('undefined', at);
    draft.put('null', at, at + nothing[0].length);
    return at + nothing[0].length;
  }
  const date = dateCall.exec(head);
  if (date) {
    tally.add('date', at);
    const dateEnd = byteAfter(draft.bytes, at, date[0].length);
    draft.put(date[3] ?? JSON.stringify(date[1] ?? date[2] ?? ''), at, dateEnd);
    return dateEnd;
  }
  throw new LiteralError(at, `\`${name.slice(0, 40)}\` is no value`, end >= bytes.length);
}

/** The byte behind the key of a Map that is no string and begins at `at`; -1 where no `=>` follows. */
export function mapKeyEnd(bytes: Uint8Array, at: number): number {
  let depth = 0;
  for (let end = at; end < bytes.length; end++) {
    const byte = bytes[end];
    if (byte === is.apostrophe || byte === is.quote || byte === is.backtick) end = stringEnd(bytes, end) - 1;
    else if (byte === is.equals && bytes[end + 1] === is.more && depth === 0) {
      while (end > at && (bytes[end - 1] as number) <= is.space) end--;
      return end;
    } else if (byte === is.openParen || byte === is.openBracket || byte === is.openBrace) depth++;
    else if (byte === is.closeParen || byte === is.closeBracket || byte === is.closeBrace) {
      if (depth === 0) return -1;
      depth--;
    }
  }
  return -1;
}
