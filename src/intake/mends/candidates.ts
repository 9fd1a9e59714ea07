// What may have gone wrong at a place where a text stops being JSON: edits near it, the likeliest first. Which of them help is tried elsewhere.

import { sequenceLength } from '../../json/utf8.ts';
import { skipWhite } from '../formText.ts';
import {
  colon,
  comma,
  endBefore,
  endsHere,
  isClosing,
  isNameStart,
  lineEnd,
  quote,
  smartQuote,
  stringStart,
  wordEnd,
} from './bytesAround.ts';
import { type Candidate, insert, replace } from './candidate.ts';
import type { Context } from './context.ts';
import { escapeMends, numberMends, stringMends } from './textCandidates.ts';

/** Candidates for the first mistake of a text. */
export function candidatesAt(bytes: Uint8Array, context: Context): readonly Candidate[] {
  const { at, open } = context;
  if (at >= bytes.length) return atTheEnd(bytes, open);
  const byte = bytes[at] as number;
  const before = endBefore(bytes, at);
  return [
    ...commas(bytes, at, before),
    ...stringMends(bytes, at, before),
    ...escapeMends(bytes, at),
    ...words(bytes, at),
    ...numberMends(bytes, at),
    ...signs(bytes, at, before),
    ...comments(bytes, at),
    ...brackets(bytes, before, context),
    ...(byte === comma || isClosing(byte) ? missingValue(bytes, before) : []),
    ...strays(bytes, at),
  ];
}

function commas(bytes: Uint8Array, at: number, before: number): Candidate[] {
  const byte = bytes[at];
  const last = bytes[before - 1];
  const list: Candidate[] = [];
  if (last === comma && isClosing(byte))
    list.push(replace(before - 1, before, '', 'Remove the trailing comma', 'Remove trailing commas'));
  if (byte === comma) list.push(replace(at, at + 1, '', 'Remove the extra comma', 'Remove extra commas'));
  if (last !== comma && last !== colon && byte !== comma && byte !== colon && !isClosing(byte))
    list.push(insert(before, ',', 'Insert a comma', 'Insert commas'));
  if (last === quote) list.push(insert(before, ':', 'Insert a colon', 'Insert colons'));
  return list;
}

/** One sign for another. */
function signs(bytes: Uint8Array, at: number, before: number): Candidate[] {
  const byte = bytes[at];
  if (byte === 0x3b)
    return [
      replace(at, at + 1, ',', 'Write the semicolon as a comma', 'Write semicolons as commas'),
      replace(at, at + 1, '', 'Remove the semicolon', 'Remove semicolons'),
    ];
  if (byte === 0x3d) {
    const end = bytes[at + 1] === 0x3e ? at + 2 : at + 1;
    return [replace(at, end, ':', 'Write the equals sign as a colon', 'Write equals signs as colons')];
  }
  // A comma between a key and its value, a colon between two values.
  if (byte === comma && bytes[before - 1] === quote)
    return [replace(at, at + 1, ':', 'Write the comma as a colon', 'Write commas as colons')];
  if (byte === colon) return [replace(at, at + 1, ',', 'Write the colon as a comma', 'Write colons as commas')];
  return [];
}

const otherWords: Readonly<Record<string, string>> = {
  True: 'true',
  TRUE: 'true',
  False: 'false',
  FALSE: 'false',
  None: 'null',
  NULL: 'null',
  Null: 'null',
  nil: 'null',
  undefined: 'null',
  nan: 'NaN',
  inf: 'Infinity',
};

function words(bytes: Uint8Array, at: number): Candidate[] {
  if (!isNameStart(bytes[at])) return [];
  const end = wordEnd(bytes, at);
  const word = new TextDecoder().decode(bytes.subarray(at, Math.min(end, at + 60)));
  const json = Object.hasOwn(otherWords, word) ? otherWords[word] : undefined;
  if (json !== undefined) return [replace(at, end, json, `Write ${word} as ${json}`, `Write ${word} as ${json}`)];
  const list: Candidate[] = [];
  const quotes = (to: number): Candidate => ({
    one: 'Put quotes around the word',
    many: 'Put quotes around words',
    edits: [
      { from: at, to: at, text: '"' },
      { from: to, to, text: '"' },
    ],
  });
  if (bytes[end] === quote) list.push(insert(at, '"', 'Insert the missing quote', 'Insert missing quotes'));
  if (endsHere(bytes, end)) list.push(quotes(end));
  else {
    // A text of several words without quotes ends where its line or value does.
    const line = lineEnd(bytes, at);
    let to = at;
    while (to < line && bytes[to] !== comma && !isClosing(bytes[to]) && bytes[to] !== quote) to++;
    if (bytes[to] === quote) list.push(insert(at, '"', 'Insert the missing quote', 'Insert missing quotes'));
    else if (to > end) list.push(quotes(endBefore(bytes, to)));
  }
  return list;
}

function comments(bytes: Uint8Array, at: number): Candidate[] {
  const [first, second] = [bytes[at], bytes[at + 1]];
  const remove = (to: number) => [replace(at, to, '', 'Remove the comment', 'Remove comments')];
  if ((first === 0x2f && second === 0x2f) || first === 0x23) return remove(lineEnd(bytes, at));
  if (first === 0x2f && second === 0x2a) {
    for (let star = bytes.indexOf(0x2a, at + 2); star >= 0; star = bytes.indexOf(0x2a, star + 1))
      if (bytes[star + 1] === 0x2f) return remove(star + 2);
  }
  if (first === 0x2e && second === 0x2e && bytes[at + 2] === 0x2e) {
    const before = endBefore(bytes, at);
    const from = bytes[before - 1] === comma ? before - 1 : at;
    return [replace(from, at + 3, '', 'Remove the three dots', 'Remove three dots')];
  }
  return [];
}

function brackets(bytes: Uint8Array, before: number, { at, open, closedFrom }: Context): Candidate[] {
  const byte = bytes[at];
  const list: Candidate[] = [];
  const top = open.at(-1);
  const closer = top === '{' ? '}' : ']';
  if (isClosing(byte)) {
    const sign = String.fromCharCode(byte as number);
    if (top === undefined) return [replace(at, at + 1, '', `Remove the extra ${sign}`, 'Remove extra brackets')];
    if (sign !== closer) {
      list.push(insert(before, closer, `Insert the missing ${closer}`, 'Insert missing brackets'));
      list.push(replace(at, at + 1, closer, `Write ${sign} as ${closer}`, 'Write the right brackets'));
    }
    list.push(replace(at, at + 1, '', `Remove the extra ${sign}`, 'Remove extra brackets'));
  }
  const start = bytes[before - 1] === quote ? stringStart(bytes, before) : -1;
  if (byte === colon && start >= 0) {
    // A key where a list goes on: the list was not closed, or its object not opened.
    const previous = endBefore(bytes, start);
    if (bytes[previous - 1] === comma)
      list.push(
        insert(endBefore(bytes, previous - 1), closer, `Insert the missing ${closer}`, 'Insert missing brackets'),
      );
    list.push(insert(start, '{', 'Insert the missing {', 'Insert missing brackets'));
  }
  if (byte === 0x7b && top === '{' && bytes[before - 1] === comma && closedFrom !== undefined)
    list.push(insert(closedFrom, '[', 'Insert the missing [', 'Insert missing brackets'));
  if (byte === 0x7b && top === '{' && bytes[before - 1] === comma)
    list.push(insert(before - 1, '}', 'Insert the missing }', 'Insert missing brackets'));
  if (top === undefined && byte === comma)
    list.push(replace(at, at + 1, '', 'Remove the comma behind the end', 'Remove commas'));
  return list;
}

function atTheEnd(bytes: Uint8Array, open: string): Candidate[] {
  const end = endBefore(bytes, bytes.length);
  if (open === '' || open.length > 3) return [];
  const closers = [...open]
    .reverse()
    .map((bracket) => (bracket === '{' ? '}' : ']'))
    .join('');
  const words = `Insert ${closers}`;
  const list = [insert(end, closers, words, words)];
  if (bytes[end - 1] === comma)
    list.unshift(replace(end - 1, end, closers, `Write ${closers} in the place of the last comma`, words));
  return list;
}

function missingValue(bytes: Uint8Array, before: number): Candidate[] {
  if (bytes[before - 1] !== colon) return [];
  return [insert(before, ' null', 'Write null for the missing value', 'Write null for missing values')];
}

function strays(bytes: Uint8Array, at: number): Candidate[] {
  const length = Math.abs(sequenceLength(bytes, at, bytes.length));
  const list = [replace(at, at + length, '', 'Remove the stray character', 'Remove stray characters')];
  if (smartQuote(bytes, at)) return list;
  let end = at;
  while (
    end < bytes.length &&
    end - at < 200 &&
    bytes[end] !== 0x0a &&
    bytes[end] !== comma &&
    bytes[end] !== quote &&
    !isClosing(bytes[end]) &&
    bytes[end] !== 0x7b &&
    bytes[end] !== 0x5b
  )
    end++;
  if (end > at + length && skipWhite(bytes, at, end) < end)
    list.push(replace(at, end, '', 'Remove the stray text', 'Remove stray texts'));
  return list;
}
