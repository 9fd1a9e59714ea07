// What curl (-i and -v), wget (-S and --save-headers) and HTTPie print: the bodies of the responses are read on, a request's body goes with its
// response, and the values of headers are dropped before anything else. Knows no grammar of a body.

import { byteAfter } from '../json/utf8.ts';
import { formatCount, plural } from '../words/numbers.ts';
import { dechunked } from './chunkedBody.ts';
import type { Form, Part, Read } from './form.ts';
import { LinedText, madePart, skipWhite } from './formText.ts';
import { type HttpMessage, httpMessages, requestLine, statusLine, statusMeaning } from './httpMessages.ts';
import { type MadeBytes, MadeText } from './madeText.ts';
import type { ByteRange } from './sourceMap.ts';
import { isVerbose, spokenLines } from './verboseLines.ts';

export const http: Form = {
  id: 'http',
  looksLike({ text }) {
    if (/^[\s\uFEFF]*[{["'(]/.test(text)) return false;
    return isVerbose(text) || text.split('\n').some((line) => statusLine.test(line) || requestLine.test(line));
  },
  read(bytes): Read | undefined {
    const whole = new LinedText(bytes);
    const spoken = isVerbose(whole.text(0, Math.min(bytes.length, 65_536))) ? spokenLines(whole) : undefined;
    const origin = spoken?.body ?? { bytes, map: undefined };
    const input = new LinedText(origin.bytes);
    const messages = httpMessages(input);
    const parts: Part[] = [];
    const notes: string[] = [];
    const facts: string[] = [];
    const hidden: ByteRange[] = [...(spoken?.hidden ?? [])];
    const values = messages.flatMap(({ headerValues }) => headerValues);
    for (const range of values) hidden.push(spoken ? spoken.body.map.toOrigin(range.from, range.to) : range);
    hidden.push(...secretsBefore(whole, spoken ? 0 : (messages[0]?.from ?? 0)));

    const told = (status: number, line: number) => {
      const meaning = statusMeaning(status);
      if (meaning) notes.push(`Status ${status} in line ${formatCount(line)}: ${meaning}`);
      if (meaning) facts.push(`status ${status}`);
    };
    const add = (
      made: MadeBytes | undefined,
      range: ByteRange,
      name: string | undefined,
      request: MadeBytes | undefined,
    ) => {
      const part = made ? madePart(made, range, name) : input.part(range.from, range.to, name);
      const map = spoken && part.map ? spoken.body.map.under(part.map) : part.map;
      parts.push({
        ...part,
        ...(map && { map }),
        ...(hidden.length > 0 && { isSensitive: true }),
        ...(request && { request }),
      });
    };

    if (messages.length === 0) {
      const response = spoken?.statuses.at(-1);
      if (!spoken || !response || skipWhite(origin.bytes, 0) === origin.bytes.length) return undefined;
      told(response.status, response.line);
      add(undefined, { from: 0, to: origin.bytes.length }, spoken.target, undefined);
    }
    let asked: { readonly target: string; readonly body?: MadeBytes } | undefined;
    messages.forEach((message, at) => {
      const { kind, body, status, from } = message;
      if (kind === 'request') {
        asked = { target: message.target, ...requestOf(input, body) };
        return;
      }
      if (isOnTheWay(input, message, messages[at + 1])) return;
      const made = message.isChunked ? dechunked(origin.bytes.subarray(body.from, body.to)) : undefined;
      if (made) notes.push(`The body was put together from ${plural(made.chunks, 'chunk')}.`);
      const line = spoken ? whole.lineAt(spoken.body.map.toOrigin(from, from + 1).from) : input.lineAt(from);
      told(status, line);
      add(made, body, asked?.target ?? `line ${line}`, asked?.body);
      asked = undefined;
    });
    if (parts.length === 0) return undefined;
    const dropped = values.length + (spoken?.headers ?? 0);
    if (dropped > 0) notes.unshift(`The values of ${plural(dropped, 'header')} were dropped and are hidden in Source.`);
    if (parts.length > 1) facts.unshift(plural(parts.length, 'response'));
    return {
      form: spoken ? 'curl -v' : 'HTTP response',
      ...(facts.length > 0 && { facts }),
      notes,
      parts,
      ...(hidden.length > 0 && { hidden }),
    };
  },
};

/** A response that another one follows and that says nothing itself: 100 Continue, a redirect, the answer of a proxy. */
function isOnTheWay(input: LinedText, { status, body }: HttpMessage, next: HttpMessage | undefined): boolean {
  const isBlank = skipWhite(input.bytes, body.from, body.to) === body.to;
  if (next?.kind !== 'response') return isBlank;
  return isBlank || status < 200 || (status >= 300 && status < 400);
}

/** A request's body, where it is JSON. */
function requestOf(input: LinedText, { from, to }: ByteRange): { readonly body?: MadeBytes } {
  const start = skipWhite(input.bytes, from, to);
  if (input.bytes[start] !== 0x7b) return {};
  const made = new MadeText(input.bytes, to - start);
  made.copy(start, to);
  return { body: made.finish() };
}

/** Lines above the first response may be the command, with a key in it. */
function secretsBefore(input: LinedText, to: number): ByteRange[] {
  const ranges: ByteRange[] = [];
  for (const match of input
    .text(0, Math.min(to, 65_536))
    .matchAll(/\S*(?:authori[sz]ation|bearer|token|api-?key|cookie|(?:^|\s)-u|--user)\b.*/gi)) {
    const from = byteAfter(input.bytes, 0, match.index);
    ranges.push({ from, to: byteAfter(input.bytes, from, match[0].length) });
  }
  return ranges;
}
