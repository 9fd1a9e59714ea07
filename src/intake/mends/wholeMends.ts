// Mends of what went wrong all over a text on its way: entities of HTML, quotes of typography, the marks and line breaks of a mail. Knows no place.

import { skipWhite } from '../formText.ts';
import { colon, comma, endBefore, endsHere, newline, quote, smartQuote } from './bytesAround.ts';
import type { Candidate } from './candidate.ts';
import type { Edit } from './edits.ts';

/** Candidates over the whole text, the likeliest first. */
export function wholeMends(bytes: Uint8Array): readonly Candidate[] {
  const mends: readonly (readonly [string, readonly Edit[]])[] = [
    ['Read the HTML entities as their characters', entities(bytes)],
    ['Write the smart quotes as straight quotes', smartQuotes(bytes)],
    ['Remove the quote marks of a mail', mailMarks(bytes)],
    ['Join the lines that a mail wrapped', wrappedLines(bytes)],
    ['Decode the quoted-printable text of a mail', quotedPrintable(bytes)],
  ];
  return mends
    .filter(([, edits]) => edits.length > 0)
    .map(([words, edits]) => ({ one: words, many: words, edits, isWhole: true }));
}

const named: Readonly<Record<string, string>> = { quot: '"', apos: "'", amp: '&', lt: '<', gt: '>', nbsp: ' ' };

/** `&quot;`, `&#34;`, `&#x22;`, and the same with the ampersand as `\u0026`; only where quotes are written so. */
function entities(bytes: Uint8Array): Edit[] {
  const edits: Edit[] = [];
  let hasQuote = false;
  const add = (from: number, lead: number): void => {
    const text = String.fromCharCode(...bytes.subarray(from + lead, Math.min(bytes.length, from + lead + 10)));
    const match = /^(?:(quot|apos|amp|lt|gt|nbsp)|#(?:x([0-9a-fA-F]{1,6})|(\d{1,7})));/.exec(text);
    if (!match) return;
    const code = match[2] === undefined ? Number(match[3]) : Number.parseInt(match[2], 16);
    const stands =
      match[1] === undefined ? (code <= 0x10ffff ? String.fromCodePoint(code) : undefined) : named[match[1]];
    if (stands === undefined) return;
    if (stands === '"') hasQuote = true;
    edits.push({ from, to: from + lead + match[0].length, text: stands });
  };
  for (let at = bytes.indexOf(0x26); at >= 0; at = bytes.indexOf(0x26, at + 1)) add(at, 1);
  if (edits.length === 0) {
    for (let at = bytes.indexOf(0x5c); at >= 0; at = bytes.indexOf(0x5c, at + 1)) {
      if (String.fromCharCode(...bytes.subarray(at, at + 6)) === '\\u0026') add(at, 6);
    }
  }
  return hasQuote ? edits : [];
}

/** Those that stand where a string begins or ends. */
function smartQuotes(bytes: Uint8Array): Edit[] {
  const edits: Edit[] = [];
  for (let at = bytes.indexOf(0xe2); at >= 0; at = bytes.indexOf(0xe2, at + 1)) {
    const smart = smartQuote(bytes, at);
    if (!smart) continue;
    const before = bytes[endBefore(bytes, at) - 1];
    const isOpening =
      before === undefined || before === 0x7b || before === 0x5b || before === comma || before === colon;
    if (isOpening || endsHere(bytes, at + smart.length)) edits.push({ from: at, to: at + smart.length, text: '"' });
  }
  return edits;
}

/** `> ` at the beginning of every line. */
function mailMarks(bytes: Uint8Array): Edit[] {
  const edits: Edit[] = [];
  for (let line = 0; line < bytes.length; ) {
    const from = skipBlank(bytes, line);
    let to = from;
    while (bytes[to] === 0x3e || (bytes[to] === 0x20 && bytes[to + 1] === 0x3e)) to++;
    const feed = bytes.indexOf(0x0a, line);
    const next = feed < 0 ? bytes.length : feed + 1;
    if (to === from && skipWhite(bytes, line, next) < next) return [];
    if (to > from) edits.push({ from: line, to: bytes[to] === 0x20 ? to + 1 : to, text: '' });
    line = next;
  }
  return edits;
}

function skipBlank(bytes: Uint8Array, at: number): number {
  let next = at;
  while (bytes[next] === 0x20) next++;
  return next;
}

/** `=3D` and `=` at the end of a line (RFC 2045, section 6.7); only where both are there. */
function quotedPrintable(bytes: Uint8Array): Edit[] {
  const edits: Edit[] = [];
  let breaks = 0;
  for (let at = bytes.indexOf(0x3d); at >= 0; at = bytes.indexOf(0x3d, at + 1)) {
    const text = String.fromCharCode(...bytes.subarray(at + 1, at + 3));
    if (/^\r?\n/.test(text)) {
      edits.push({ from: at, to: at + (text[0] === '\r' ? 3 : 2), text: '' });
      breaks++;
    } else if (/^[2-7][0-9A-F]$/.test(text))
      edits.push({ from: at, to: at + 3, text: String.fromCharCode(Number.parseInt(text, 16)) });
  }
  return breaks > 0 && bytes.includes(quote) ? edits : [];
}

/** A mail breaks its lines at no less and no more columns than these (RFC 5322 asks for at most 78). */
const shortestWrapped = 55;
const longestWrapped = 80;

/** Line breaks within strings, where all of them look like those of a mail. */
function wrappedLines(bytes: Uint8Array): Edit[] {
  const edits: Edit[] = [];
  let isInside = false;
  let lineFrom = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === 0x5c && isInside) at++;
    else if (byte === quote) isInside = !isInside;
    else if (byte === newline) {
      const end = bytes[at - 1] === 0x0d ? at - 1 : at;
      const isFlowed = bytes[end - 1] === 0x20;
      const columns = end - lineFrom;
      lineFrom = at + 1;
      if (!isInside) continue;
      if (!isFlowed && (columns < shortestWrapped || columns > longestWrapped)) return [];
      // A space before the break stays (RFC 3676); elsewhere it was taken out for the break.
      edits.push({ from: end, to: at + 1, text: isFlowed ? '' : ' ' });
    }
  }
  return edits;
}
