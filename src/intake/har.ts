// HAR 1.2, as browsers, Playwright and proxies write it: the responses that are JSON or a stream of events, each a part with the request that led to it. Of
// requests only the body is taken; headers, cookies and the query, which hold secrets, are dropped before anything else.

import { cursorOver, itemsInTurn } from '../json/byteCursor.ts';
import type { JsonCursor } from '../json/cursor.ts';
import { strictPass } from '../json/strict.ts';
import { plural } from '../words/numbers.ts';
import { decodeBase64 } from './base64.ts';
import { linesOf } from './eventStream.ts';
import type { Form, Part, Reading } from './form.ts';
import type { MadeBytes } from './madeText.ts';
import { at, list, listOfAny, Origin, object, type Piece, RecordText, set } from './tools/record.ts';
import { unescaped } from './unescaped.ts';

export const har: Form = {
  id: 'har',
  looksLike: ({ text }) => /^[\s\uFEFF]*\{\s*"log"\s*:\s*\{/.test(text),
  read(bytes): Reading | undefined {
    const entries = at(cursorOver(bytes), 'log', 'entries');
    if (entries?.kind !== 'array') return undefined;
    const origin = new Origin(bytes);
    const parts: Part[] = [];
    let others = 0;
    let bodiless = 0;
    for (const entry of itemsInTurn(entries)) {
      const content = at(entry, 'response', 'content');
      if (entry.get('request') === undefined || content === undefined) others++;
      else if (set(content.get('text')) === undefined) bodiless++;
      else {
        const part = partOf(origin, entry, content);
        if (part === undefined) others++;
        else parts.push(part);
      }
    }
    if (parts.length === 0) return nothing(entries.length, bodiless);
    const left = [
      ...(others > 0 ? [`${plural(others, 'entry', 'entries')} without JSON`] : []),
      ...(bodiless > 0 ? [`${plural(bodiless, 'entry', 'entries')} without a recorded body`] : []),
    ];
    return {
      form: 'HAR',
      facts: [plural(parts.length, 'response')],
      notes: [
        'Request headers, cookies and queries, which may hold keys, were dropped. The file itself still holds them: take care when sharing it.',
        ...(left.length > 0 ? [`Left out: ${left.join(', ')}.`] : []),
      ],
      parts,
    };
  },
};

function nothing(entries: number, bodiless: number): Reading {
  return {
    isRefused: true,
    title: 'This HAR holds no response in JSON',
    detail: `None of its ${plural(entries, 'entry', 'entries')} has a body that is JSON or a stream of events${bodiless > 0 ? `; ${plural(bodiless, 'body was', 'bodies were')} not recorded` : ''}.`,
    advice: 'Save it again "with content" while the calls are listed in the network panel.',
  };
}

function partOf(origin: Origin, entry: JsonCursor, content: JsonCursor): Part | undefined {
  const text = textOf(content);
  if (text === undefined) return undefined;
  const name = nameOf(entry.get('request'));
  const start = startOf(text.bytes);
  const whole = start === 0x7b || start === 0x5b ? strictPass(text.bytes, { depth: 1 }) : undefined;
  const isJson = whole !== undefined && whole.error === undefined;
  const { bytes } = content.get('text')?.range() ?? {};
  if (bytes === undefined) return undefined;
  const body = isJson ? origin.derived(text, bytes) : undefined;
  const events = isJson ? undefined : eventsOf(origin, text, bytes);
  if (body === undefined && events === undefined) return undefined;
  // What is a response itself, or a stream of it, says of its request what it wants to.
  if ((body ?? events?.first)?.get('data')?.kind === 'array') {
    return { ...text, isJson: false, name, isSensitive: true };
  }
  const range = entry.range();
  if (range === undefined) return undefined;
  const record = object({
    provider_request: requestOf(origin, entry),
    metadata: object({
      status: at(entry, 'response', 'status'),
      started: entry.get('startedDateTime'),
      time_ms: entry.get('time'),
      timings: entry.get('timings'),
    }),
    provider_responses: listOfAny([body ?? events?.piece]),
  });
  if (record === undefined) return undefined;
  const made = new RecordText(origin, range);
  made.piece(record);
  return { ...made.finish(), isJson: true, name, isSensitive: true };
}

/** The body as it was sent. */
function textOf(content: JsonCursor): MadeBytes | undefined {
  const range = content.get('text')?.range();
  if (range === undefined || content.get('text')?.kind !== 'string') return undefined;
  if (content.get('encoding')?.text() === 'base64') return decodeBase64(range.bytes, range.from + 1, range.to - 1);
  return unescaped(range.bytes, range.from, range.to);
}

/** `POST host/path`, without the query. */
function nameOf(request: JsonCursor | undefined): string {
  const method = request?.get('method')?.text() ?? '';
  const url = request?.get('url')?.text() ?? '';
  const place = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#]*@)?([^?#]*)/i.exec(url)?.[1] ?? url.replace(/[?#].*$/s, '');
  return `${method} ${place}`.trim();
}

function startOf(bytes: Uint8Array): number | undefined {
  return bytes.find((byte) => byte > 0x20 && byte !== 0xef && byte !== 0xbb && byte !== 0xbf);
}

interface Events {
  readonly first: JsonCursor | undefined;
  readonly piece: Piece;
}

/** The JSON of a stream's events (`data` lines), or of its lines; undefined when there is none. */
function eventsOf(origin: Origin, text: MadeBytes, of: Uint8Array): Events | undefined {
  // Makes the way back known, whatever the first value is.
  origin.derived(text, of);
  const { bytes } = text;
  const events: JsonCursor[] = [];
  let lines = 0;
  for (const { from, to } of linesOf(bytes)) {
    if (from === to) continue;
    lines++;
    const isData = dataName.every((byte, index) => bytes[from + index] === byte);
    const start = isData ? from + dataName.length : from;
    const value = cursorOver(bytes, start, to);
    const range = value?.range();
    const isWhole = range !== undefined && strictPass(bytes.subarray(start, to), { depth: 1 }).error === undefined;
    if (value !== undefined && isWhole && (value.kind === 'object' || value.kind === 'array')) events.push(value);
  }
  return events.length === 0 || lines === 0 ? undefined : { first: events[0], piece: list(events) };
}

const dataName = Array.from('data:', (letter) => letter.charCodeAt(0));

/** The body that was sent, where it is JSON. */
function requestOf(origin: Origin, entry: JsonCursor): JsonCursor | undefined {
  const data = at(entry, 'request', 'postData', 'text');
  const body = data?.kind === 'string' ? origin.inside(data) : undefined;
  return body?.kind === 'object' ? body : undefined;
}
