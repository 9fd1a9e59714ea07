// Reads one of `provider_responses`, whatever its shape, also through wrappers that tools put around it. Total.

import { type JsonCursor, valueCursor } from '../../json/cursor.ts';
import type { JsonValue } from '../../json/value.ts';
import { readingOf } from './parts.ts';
import { providerReaders } from './readers.ts';
import type { ProviderReading } from './reading.ts';

export interface ProviderRead {
  /** Name of the reader, or `unknown`. */
  readonly format: string;
  readonly formatLabel: string;
  readonly reading: ProviderReading;
}

/** The provider response at a cursor. An unknown shape has no choices, and a note that says so. */
export function readProvider(cursor: JsonCursor): ProviderRead {
  const notes: string[] = [];
  let body: JsonCursor | undefined = cursor;
  for (let peeled = 0; body !== undefined && peeled <= mostWrappers; peeled++) {
    const found: JsonCursor = body;
    // A text may be a response in writing, which says more than a plain text.
    const inside: Wrapped | undefined = found.kind === 'string' ? unwrap(found) : undefined;
    const reader = inside === undefined ? providerReaders.find((candidate) => candidate.recognises(found)) : undefined;
    if (reader !== undefined) {
      const reading = reader.read(found);
      return {
        format: reader.format,
        formatLabel: reader.label,
        reading: { ...reading, notes: [...notes, ...reading.notes] },
      };
    }
    const wrapped: Wrapped | undefined = inside ?? unwrap(found);
    if (wrapped !== undefined) notes.push(wrapped.note);
    body = wrapped?.body;
  }
  const note = cursor.kind === 'null' ? 'There is nothing here.' : 'The shape is not known; it is shown as plain JSON.';
  return { format: 'unknown', formatLabel: 'Unknown shape', reading: readingOf({ notes: [note] }) };
}

const mostWrappers = 4;

interface Wrapped {
  readonly body: JsonCursor;
  readonly note: string;
}

/** What stands inside one wrapper; undefined when there is none. */
function unwrap(cursor: JsonCursor): Wrapped | undefined {
  const text = cursor.text();
  if (text !== undefined) {
    // Parts of a text have no place of their own in the document, so all of them point at the text.
    const inside = (value: JsonValue, note: string): Wrapped => ({
      body: valueCursor(value, cursor.pointer, 'at'),
      note,
    });
    const value = parseContainer(text);
    if (value !== undefined) return inside(value, 'The response is JSON text inside a string.');
    const events = parseEvents(text);
    return events === undefined ? undefined : inside(events, 'The response is the text of an event stream.');
  }
  for (const key of ['__data__', 'body', 'data']) {
    const inner = cursor.get(key);
    const isWrapper = inner?.kind === 'object' || (key === 'body' && inner?.kind === 'string');
    if (inner !== undefined && isWrapper) return { body: inner, note: `The response stands under \`${key}\`.` };
  }
  return undefined;
}

function parseContainer(text: string): JsonValue | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}

/** The data of the events of a text/event-stream that are JSON (WHATWG HTML, section on server-sent events). */
function parseEvents(text: string): JsonValue | undefined {
  if (!/^\ufeff?(data|event|id|retry)?:/.test(text)) return undefined;
  const events: JsonValue[] = [];
  let data: string[] = [];
  for (const line of [...text.split(/\r\n|\n|\r/), '']) {
    if (line.startsWith('data:')) data.push(line.slice(line[5] === ' ' ? 6 : 5));
    if (line !== '' || data.length === 0) continue;
    const value = parseContainer(data.join('\n'));
    if (value !== undefined) events.push(value);
    data = [];
  }
  return events.length === 0 ? undefined : events;
}
