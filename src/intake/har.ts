// HAR 1.2, as browsers, Playwright and proxies write it: the responses that are JSON or a stream of events, each a part that is read on, with the body of the
// request that led to it. Headers, cookies and queries, which hold secrets, are dropped before anything else, and hidden in the source.

import { cursorOver, itemsInTurn } from '../json/byteCursor.ts';
import type { JsonCursor } from '../json/cursor.ts';
import { plural } from '../words/numbers.ts';
import { decodeBase64 } from './base64.ts';
import type { Form, Part, Reading } from './form.ts';
import type { MadeBytes } from './madeText.ts';
import type { ByteRange } from './sourceMap.ts';
import { at, Origin, object, type Piece, RecordText, set } from './tools/record.ts';
import { unescaped } from './unescaped.ts';

export const har: Form = {
  id: 'har',
  looksLike: ({ text }) => /^[\s\uFEFF]*\{\s*"log"\s*:\s*\{/.test(text),
  read(bytes): Reading | undefined {
    const entries = at(cursorOver(bytes), 'log', 'entries');
    if (entries?.kind !== 'array') return undefined;
    const origin = new Origin(bytes);
    const parts: Part[] = [];
    const hidden: ByteRange[] = [];
    let others = 0;
    let bodiless = 0;
    for (const entry of itemsInTurn(entries)) {
      hidden.push(...secretsOf(entry));
      const content = at(entry, 'response', 'content');
      const part = content && partOf(origin, entry, content);
      if (part !== undefined) parts.push(part);
      else if (content !== undefined && set(content.get('text')) === undefined) bodiless++;
      else others++;
    }
    if (parts.length === 0) return nothing(entries.length, bodiless);
    const left = [
      ...(others > 0 ? [`${plural(others, 'entry', 'entries')} without JSON`] : []),
      ...(bodiless > 0 ? [`${plural(bodiless, 'entry', 'entries')} without a recorded body`] : []),
    ];
    return {
      form: 'HAR',
      notes: [
        'Values of headers, cookies and queries, which may be keys, were dropped and are hidden in the source. The file itself still holds them: take care when sharing it.',
        ...(left.length > 0 ? [`Left out: ${left.join(', ')}.`] : []),
      ],
      parts,
      hidden,
    };
  },
};

function nothing(entries: number, bodiless: number): Reading {
  const missing = bodiless > 0 ? `; ${plural(bodiless, 'body was', 'bodies were')} not recorded` : '';
  return {
    isRefused: true,
    title: 'This HAR holds no response in JSON',
    detail: `None of its ${plural(entries, 'entry', 'entries')} has a body that is JSON or a stream of events${missing}.`,
    advice: 'Save it again "with content" while the calls are listed in the network panel.',
  };
}

function partOf(origin: Origin, entry: JsonCursor, content: JsonCursor): Part | undefined {
  const text = textOf(content);
  if (text === undefined || !mayBeAnswer(text.bytes)) return undefined;
  const request = madeOf(origin, entry, requestOf(origin, entry));
  const metadata = madeOf(
    origin,
    entry,
    object({
      status: at(entry, 'response', 'status'),
      started: entry.get('startedDateTime'),
      time_ms: entry.get('time'),
      timings: entry.get('timings'),
    }),
  );
  return {
    ...text,
    isJson: false,
    name: nameOf(entry.get('request')),
    isSensitive: true,
    ...(request && { request }),
    ...(metadata && { metadata }),
  };
}

function madeOf(origin: Origin, entry: JsonCursor, piece: Piece | undefined): MadeBytes | undefined {
  const range = entry.range();
  if (piece === undefined || range === undefined) return undefined;
  const made = new RecordText(origin, range);
  made.piece(piece);
  return made.finish();
}

/** The body as it was sent. */
function textOf(content: JsonCursor): MadeBytes | undefined {
  const text = content.get('text');
  const range = text?.kind === 'string' ? text.range() : undefined;
  if (range === undefined) return undefined;
  if (content.get('encoding')?.text() === 'base64') return decodeBase64(range.bytes, range.from + 1, range.to - 1);
  return unescaped(range.bytes, range.from, range.to);
}

/** JSON, or a stream of events or of lines. */
function mayBeAnswer(bytes: Uint8Array): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, 256));
  return /^[\s\uFEFF]*(?:[{[]|(?:data|event|id|retry):|:)/.test(start);
}

/** `POST host/path`, without user and query. */
function nameOf(request: JsonCursor | undefined): string {
  const method = request?.get('method')?.text() ?? '';
  const url = request?.get('url')?.text() ?? '';
  const place = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#]*@)?([^?#]*)/i.exec(url)?.[1] ?? url.replace(/[?#].*$/s, '');
  return `${method} ${place}`.trim();
}

/** The body that was sent, where it is JSON. */
function requestOf(origin: Origin, entry: JsonCursor): JsonCursor | undefined {
  const data = at(entry, 'request', 'postData', 'text');
  const body = data?.kind === 'string' ? origin.inside(data) : undefined;
  return body?.kind === 'object' ? body : undefined;
}

const named = ['headers', 'cookies', 'queryString'];

/** Where the values of headers, cookies and queries stand, and what of the address is user or query. */
function* secretsOf(entry: JsonCursor): Iterable<ByteRange> {
  for (const side of ['request', 'response']) {
    for (const key of named) {
      for (const item of entry.get(side)?.get(key)?.items() ?? []) yield* insideOf(item.get('value'));
    }
  }
  for (const item of at(entry, 'request', 'postData', 'params')?.items() ?? []) yield* insideOf(item.get('value'));
  const url = at(entry, 'request', 'url');
  const range = url?.kind === 'string' ? url.range() : undefined;
  if (range === undefined) return;
  const written = url?.lexeme() ?? '';
  const query = written.search(/[?#]/);
  // Bytes and letters are the same up to there in an address.
  if (query >= 0) yield { from: range.from + query + 1, to: range.to - 1 };
  const user = /^"[a-z][a-z0-9+.-]*:\/\/([^/?#@]*)@/i.exec(written)?.[1];
  if (user !== undefined) {
    const from = range.from + written.indexOf(user);
    yield { from, to: from + user.length };
  }
}

function* insideOf(value: JsonCursor | undefined): Iterable<ByteRange> {
  const range = value?.kind === 'string' ? value.range() : undefined;
  if (range !== undefined && range.to - range.from > 2) yield { from: range.from + 1, to: range.to - 1 };
}
