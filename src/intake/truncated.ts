// A value that breaks off, in JSON or as Python or JavaScript write it: closed for viewing, with what was left out and what was put in said. Last of the
// forms: anything else that a text may be is tried before. Leaves a completion response alone, which opens as broken text.

import { sequenceLength } from '../json/utf8.ts';
import { formatCount, plural } from '../words/numbers.ts';
import type { Form, Read } from './form.ts';
import { isWhite, LinedText, skipWhite } from './formText.ts';
import { type MadeBytes, MadeText } from './madeText.ts';

export const truncated: Form = {
  id: 'truncated',
  looksLike: ({ text }) => /^[\s\uFEFF]*(?:\{\s*["'A-Za-z_$]|\[\s*[{[A-Z]|[A-Za-z_][\w.]*\()/.test(text),
  read(bytes): Read | undefined {
    const end = openEnd(bytes);
    if (!end || end.isResponse) return undefined;
    const input = new LinedText(bytes);
    let last = bytes.length;
    while (last > 0 && isWhite(bytes[last - 1])) last--;
    const line = input.lineAt(Math.max(0, last - 1));
    const left = skipWhite(bytes, end.keep) < last ? input.text(end.keep, Math.min(last, end.keep + 60)) : '';
    const more = last - end.keep > 60 ? '…' : '';
    return {
      form: 'Text that breaks off',
      facts: [`cut at line ${formatCount(line)}`],
      notes: [
        `The text breaks off in line ${formatCount(line)}${end.isInString ? ', in the middle of a string' : ''}. ${plural(end.open, 'bracket')} ${end.open === 1 ? 'was' : 'were'} closed for viewing.`,
        ...(left === '' ? [] : [`Left out, because it is not whole: ${left}${more}`]),
      ],
      parts: [
        {
          ...closedAt(bytes, end),
          isJson: false,
          stream: { isJoined: false, isDone: false, isCut: true, lastLine: line },
        },
      ],
    };
  },
};

/** What is whole in a text that breaks off, closed; undefined for one that has no open brackets, or whose brackets do not fit. */
export function closedForViewing(bytes: Uint8Array): MadeBytes | undefined {
  const end = openEnd(bytes);
  return end && closedAt(bytes, end);
}

function closedAt(bytes: Uint8Array, { keep, closing }: OpenEnd): MadeBytes {
  const made = new MadeText(bytes);
  made.copy(0, keep);
  made.write(closing, keep, keep);
  return made.finish();
}

interface OpenEnd {
  /** Bytes that stay. */
  readonly keep: number;
  readonly closing: string;
  readonly open: number;
  readonly isInString: boolean;
  /** JSON whose root has the lists of a completion response. */
  readonly isResponse: boolean;
}

interface Level {
  readonly closer: string;
  /** Where what is whole in it ends. */
  whole: number;
  /** Where the member under way begins, whether its key is read, and what its value is so far. */
  hasColon: boolean;
  value: 'none' | 'whole' | 'word';
}

const closerOf: Readonly<Partial<Record<number, string>>> = { 123: '}', 91: ']', 40: ')' };

/** How a text ends that has open brackets; undefined for one that has none, or whose brackets do not fit. */
function openEnd(bytes: Uint8Array): OpenEnd | undefined {
  const levels: Level[] = [];
  let isResponse = false;
  let at = bytes[0] === 0xef ? 3 : 0;
  let isStarted = false;
  while (at < bytes.length) {
    const byte = bytes[at] as number;
    const top = levels.at(-1);
    const closer = closerOf[byte];
    if (closer !== undefined) {
      if (!top && isStarted) return undefined;
      isStarted = true;
      levels.push({ closer, whole: at + 1, hasColon: false, value: 'none' });
    } else if (byte === 0x7d || byte === 0x5d || byte === 0x29) {
      if (top?.closer.charCodeAt(0) !== byte) return undefined;
      levels.pop();
      const parent = levels.at(-1);
      if (parent) parent.value = 'whole';
    } else if (byte === 0x22 || byte === 0x27 || byte === 0x60) {
      const string = stringFrom(bytes, at);
      if (string.isOpen) return top ? inString(levels, bytes, at, string, isResponse) : undefined;
      if (top && levels.length === 1 && !top.hasColon && byte === 0x22) {
        const key = String.fromCharCode(...bytes.subarray(at + 1, Math.min(string.end - 1, at + 30)));
        if (key === 'data' || key === 'provider_responses') isResponse = true;
      }
      if (top) top.value = 'whole';
      at = string.end;
      continue;
    } else if (byte === 0x2c && top) {
      top.whole = at;
      top.hasColon = false;
      top.value = 'none';
    } else if ((byte === 0x3a || byte === 0x3d) && top) {
      top.hasColon = true;
      top.value = 'none';
    } else if (!isWhite(byte) && top) {
      let end = at + 1;
      while (end < bytes.length && isWordByte(bytes[end] as number)) end++;
      // A word at the very end may go on.
      top.value = end === bytes.length ? 'word' : 'whole';
      at = end;
      continue;
    } else if (!top && isStarted && !isWhite(byte)) return undefined;
    at++;
  }
  if (levels.length === 0) return undefined;
  return { ...atEnd(levels, bytes.length), isInString: false, isResponse };
}

function atEnd(levels: readonly Level[], end: number): Omit<OpenEnd, 'isInString' | 'isResponse'> {
  const top = levels.at(-1) as Level;
  const isWhole = top.value === 'whole' && (top.closer !== '}' || top.hasColon);
  return { keep: isWhole ? end : top.whole, closing: closersOf(levels), open: levels.length };
}

function inString(
  levels: readonly Level[],
  bytes: Uint8Array,
  at: number,
  string: OpenString,
  isResponse: boolean,
): OpenEnd {
  const top = levels.at(-1) as Level;
  const isKey = top.closer === '}' && !top.hasColon;
  if (isKey) return { ...atEnd(levels, bytes.length), keep: top.whole, isInString: true, isResponse };
  const keep = Math.max(wholeUntil(bytes, at + string.quotes.length), at + string.quotes.length);
  return { keep, closing: string.quotes + closersOf(levels), open: levels.length, isInString: true, isResponse };
}

function closersOf(levels: readonly Level[]): string {
  return levels
    .map(({ closer }) => closer)
    .reverse()
    .join('');
}

interface OpenString {
  readonly end: number;
  readonly isOpen: boolean;
  readonly quotes: string;
}

function stringFrom(bytes: Uint8Array, at: number): OpenString {
  const quote = bytes[at] as number;
  const isTriple = bytes[at + 1] === quote && bytes[at + 2] === quote;
  const quotes = String.fromCharCode(quote).repeat(isTriple ? 3 : 1);
  let next = at + quotes.length;
  while (next < bytes.length) {
    const byte = bytes[next];
    if (byte === 0x5c) next += 2;
    else if (byte !== quote) next++;
    else if (!isTriple || (bytes[next + 1] === quote && bytes[next + 2] === quote))
      return { end: next + quotes.length, isOpen: false, quotes };
    else next++;
  }
  return { end: bytes.length, isOpen: true, quotes };
}

/** The end of the text without an escape, a pair of escapes or a character that is cut. */
function wholeUntil(bytes: Uint8Array, from: number): number {
  const end = bytes.length;
  const tail = Math.max(from, end - 12);
  const text = String.fromCharCode(...bytes.subarray(tail, end));
  const cut = /(?<!\\)(?:\\\\)*(\\(?:x[0-9a-fA-F]?|u[0-9a-fA-F]{0,3}|U[0-9a-fA-F]{0,7})?)$/.exec(text);
  if (cut) return halfPairBefore(bytes, from, end - (cut[1]?.length ?? 0));
  for (let at = Math.max(from, end - 3); at < end; at++) {
    const byte = bytes[at] as number;
    if (byte >= 0xc2 && sequenceLength(bytes, at, end) < 0) return at;
  }
  return halfPairBefore(bytes, from, end);
}

/** The first half of a surrogate pair alone is no character. */
function halfPairBefore(bytes: Uint8Array, from: number, end: number): number {
  if (end - from < 6) return end;
  const text = String.fromCharCode(...bytes.subarray(end - 6, end));
  return /^\\u[dD][89abAB][0-9a-fA-F]{2}$/.test(text) ? end - 6 : end;
}

function isWordByte(byte: number): boolean {
  return byte > 0x20 && ![0x7d, 0x5d, 0x29, 0x2c, 0x3a, 0x3d, 0x7b, 0x5b, 0x28, 0x22, 0x27, 0x60].includes(byte);
}
