// What may have gone wrong in or around a string or a number: quotes that are missing, other quotes, quotes and line breaks that are not escaped,
// escapes and numbers that JSON does not know.

import { decodeUtf8 } from '../../json/utf8.ts';
import { skipWhite } from '../formText.ts';
import {
  colon,
  comma,
  endBefore,
  endsHere,
  isClosing,
  newline,
  quote,
  smartQuote,
  stringStart,
} from './bytesAround.ts';
import { type Candidate, insert, replace } from './candidate.ts';
import type { Edit } from './edits.ts';

/** Strings are looked through so far. */
const reach = 100_000;

export function stringMends(bytes: Uint8Array, at: number, before: number): Candidate[] {
  const byte = bytes[at] as number;
  const list: Candidate[] = [];
  if (byte === 0x27 || byte === 0x60)
    list.push(
      ...otherQuotes(bytes, at, 1, 'Write the single quotes as double quotes', 'Write single quotes as double quotes'),
    );
  const smart = smartQuote(bytes, at);
  if (smart)
    list.push(
      ...otherQuotes(
        bytes,
        at,
        smart.length,
        'Write the smart quotes as straight quotes',
        'Write smart quotes as straight quotes',
      ),
    );
  if (byte < 0x20) list.push(...inString(bytes, at));
  else if (bytes[before - 1] === quote) list.push(...missingQuote(bytes, before), ...innerQuotes(bytes, before));
  if (byte === quote && bytes[before - 1] !== quote)
    list.push(replace(at, at + 1, '', 'Remove the extra quote', 'Remove extra quotes'));
  return list;
}

/** A string in other quotes that ends where a value or key may end. */
function otherQuotes(bytes: Uint8Array, at: number, length: number, one: string, many: string): Candidate[] {
  const isSmart = length > 1;
  const edits: Edit[] = [{ from: at, to: at + length, text: '"' }];
  for (let next = at + length; next < Math.min(bytes.length, at + reach); next++) {
    const byte = bytes[next];
    if (byte === 0x5c) {
      if (bytes[next + 1] === 0x27) edits.push({ from: next, to: next + 1, text: '' });
      next++;
      continue;
    }
    const close = isSmart ? smartQuote(bytes, next)?.length : byte === bytes[at] ? 1 : undefined;
    // A smart quote may be closed by a straight one.
    const width = close ?? (isSmart && byte === quote ? 1 : undefined);
    if (width !== undefined && endsHere(bytes, next + width)) {
      edits.push({ from: next, to: next + width, text: '"' });
      return [{ one, many, edits }];
    }
    if (byte === quote) edits.push({ from: next, to: next, text: '\\' });
    if (byte === newline) return [];
  }
  return [];
}

/** A string ended too early, at a quote that belongs to the text. */
function innerQuotes(bytes: Uint8Array, before: number): Candidate[] {
  const list: Candidate[] = [];
  const edits: Edit[] = [{ from: before - 1, to: before - 1, text: '\\' }];
  let at = before;
  for (let tries = 0; tries < 3 && at < before + reach; ) {
    const next = bytes.indexOf(quote, at);
    if (next < 0 || bytes.subarray(at, next).includes(newline)) break;
    if (bytes[next - 1] !== 0x5c) {
      if (endsHere(bytes, next + 1) && next > before) {
        list.push({ one: 'Escape the quotes inside the text', many: 'Escape quotes inside texts', edits: [...edits] });
        tries++;
      }
      edits.push({ from: next, to: next, text: '\\' });
    }
    at = next + 1;
  }
  return list;
}

/** A string went on until the next quote: its own is missing, before a sign or at the end of a line within it. */
function missingQuote(bytes: Uint8Array, before: number): Candidate[] {
  const start = stringStart(bytes, before);
  if (start < 0) return [];
  const list: Candidate[] = [];
  const words = ['Insert the missing quote', 'Insert missing quotes'] as const;
  for (let at = start + 1; at < before - 1 && list.length < 8; at++) {
    if (bytes[at] === comma || bytes[at] === colon || isClosing(bytes[at]))
      list.push(insert(endBefore(bytes, at), '"', ...words));
  }
  return list;
}

/** A control character within a string: a line break that is not escaped, or the string was not closed in its line. */
function inString(bytes: Uint8Array, at: number): Candidate[] {
  const byte = bytes[at] as number;
  if (byte === 0x09) return [replace(at, at + 1, '\\t', 'Escape the tab', 'Escape tabs')];
  if (byte !== newline && byte !== 0x0d) {
    const code = byte.toString(16).padStart(4, '0');
    return [replace(at, at + 1, `\\u${code}`, 'Escape the control character', 'Escape control characters')];
  }
  const list: Candidate[] = [];
  let end = at;
  // Not closed: before what ends the line.
  while (end > 0 && (bytes[end - 1] === comma || isClosing(bytes[end - 1]) || bytes[end - 1] === 0x20)) {
    if (bytes[end - 1] !== 0x20)
      list.push(insert(endBefore(bytes, end - 1), '"', 'Insert the missing quote', 'Insert missing quotes'));
    end--;
  }
  const next = skipWhite(bytes, at);
  const begins = bytes[next] === quote || isClosing(bytes[next]);
  if (begins || list.length > 0)
    list.push(insert(endBefore(bytes, at), '"', 'Insert the missing quote', 'Insert missing quotes'));
  const escaped = breaksUntilEnd(bytes, at);
  if (escaped)
    list.push({ one: 'Escape the line breaks in the text', many: 'Escape line breaks in texts', edits: escaped });
  const width = byte === 0x0d && bytes[at + 1] === newline ? 2 : 1;
  list.push(replace(at, at + width, '\\n', 'Escape the line break in the text', 'Escape line breaks in texts'));
  return list;
}

/** Every line break of the string from here on. */
function breaksUntilEnd(bytes: Uint8Array, at: number): Edit[] | undefined {
  const edits: Edit[] = [];
  for (let next = at; next < Math.min(bytes.length, at + reach); next++) {
    const byte = bytes[next];
    if (byte === 0x5c) next++;
    else if (byte === quote) return edits;
    else if (byte === newline) edits.push({ from: next, to: next + 1, text: '\\n' });
    else if (byte === 0x0d) edits.push({ from: next, to: next + 1, text: bytes[next + 1] === newline ? '' : '\\n' });
    else if (byte === 0x09) edits.push({ from: next, to: next + 1, text: '\\t' });
  }
  return undefined;
}

export function escapeMends(bytes: Uint8Array, at: number): Candidate[] {
  if (bytes[at] !== 0x5c) return [];
  const letter = bytes[at + 1];
  const list: Candidate[] = [];
  if (letter === 0x27)
    list.push(
      replace(
        at,
        at + 1,
        '',
        'Remove the backslash before the single quote',
        'Remove backslashes before single quotes',
      ),
    );
  const hex =
    letter === 0x78
      ? /^[0-9a-fA-F]{2}/.exec(decodeUtf8(bytes, at + 2, Math.min(bytes.length, at + 4)))?.[0]
      : undefined;
  if (hex !== undefined)
    list.push(replace(at, at + 4, `\\u00${hex}`, `Write \\x${hex} as \\u00${hex}`, 'Write escapes as JSON does'));
  list.push(insert(at, '\\', 'Escape the backslash', 'Escape backslashes'));
  return list;
}

/** A number as other languages write it. */
export function numberMends(bytes: Uint8Array, at: number): Candidate[] {
  let from = at;
  while (from > 0 && at - from < 40 && /[\d+.\-_eE]/.test(String.fromCharCode(bytes[from - 1] as number))) from--;
  let to = at;
  while (to < bytes.length && to - from < 400 && /[\w+.-]/.test(String.fromCharCode(bytes[to] as number))) to++;
  const written = decodeUtf8(bytes, from, to);
  const number = written
    .replaceAll('_', '')
    .replace(/^\+/, '')
    .replace(/^(-?)0+(?=\d)/, '$1')
    .replace(/^(-?)\./, '$10.')
    .replace(/\.(?=$|[eE])/, '.0');
  if (number === written || !/^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(number)) return [];
  return [replace(from, to, number, `Write ${written} as ${number}`, 'Write numbers as JSON does')];
}
