// Reads one of `provider_responses`, whatever its shape, also through wrappers that tools put around it. Total.

import { type JsonCursor, valueCursor } from '../../json/cursor.ts';
import { candidatesFor } from './candidates.ts';
import { bareMessage } from './errorBody.ts';
import { firstItem, readingOf } from './parts.ts';
import { plainText } from './plainText.ts';
import type { ProviderReader, ProviderReading } from './reading.ts';
import { parseWritten } from './written.ts';

export interface ProviderRead {
  /** Name of the reader, or `unknown`. */
  readonly format: string;
  readonly formatLabel: string;
  readonly reading: ProviderReading;
}

/** The provider response at a cursor. An unknown shape has no choices, and a note that says so. */
export function readProvider(cursor: JsonCursor): ProviderRead {
  const found = recogniseProvider(cursor);
  if (found !== undefined) return readWith(found.reader, found.body, found.notes);
  const note = cursor.kind === 'null' ? 'There is nothing here.' : 'The shape is not known; it is shown as plain JSON.';
  return { format: 'unknown', formatLabel: 'Unknown shape', reading: readingOf({ notes: [note] }) };
}

export interface RecognisedProvider {
  readonly reader: ProviderReader;
  /** What it reads: the value itself, or what stands inside its wrappers. */
  readonly body: JsonCursor;
  /** Sentences about what was peeled. */
  readonly notes: readonly string[];
}

/** Which reader reads the value at a cursor, without reading it; undefined for an unknown shape. */
export function recogniseProvider(cursor: JsonCursor): RecognisedProvider | undefined {
  const notes: string[] = [];
  let body: JsonCursor | undefined = cursor;
  for (let peeled = 0; body !== undefined && peeled <= mostWrappers; peeled++) {
    const found: JsonCursor = body;
    // A text may be a response in writing, which says more than a plain text.
    const inside: Wrapped | undefined = found.kind === 'string' ? unwrap(found) : undefined;
    const reader = inside === undefined ? readerOf(found, cursor) : undefined;
    if (reader !== undefined) return { reader, body: found, notes };
    const wrapped: Wrapped | undefined = inside ?? unwrap(found);
    if (wrapped !== undefined) notes.push(wrapped.note);
    body = wrapped?.body;
  }
  // A text that only looks like a response in writing is an answer.
  return cursor.kind === 'string' ? { reader: plainText, body: cursor, notes: [] } : undefined;
}

/** The first that recognises the body. An answer in JSON that holds nothing but a message is no error of a provider. */
function readerOf(body: JsonCursor, whole: JsonCursor): ProviderReader | undefined {
  const reader = candidatesFor(body).find((candidate) => candidate.recognises(body));
  return reader === bareMessage && whole.kind === 'string' ? undefined : reader;
}

function readWith({ format, label, read }: ProviderReader, body: JsonCursor, notes: readonly string[]): ProviderRead {
  const reading = read(body);
  return { format, formatLabel: label, reading: { ...reading, notes: [...notes, ...reading.notes] } };
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
    const written = parseWritten(text);
    // Parts of a text have no place of their own in the document, so all of them point at the text.
    return written && { body: valueCursor(written.value, cursor.pointer, 'at'), note: written.note };
  }
  if (cursor.kind === 'array' && cursor.length === 1) {
    const only = firstItem(cursor);
    if (only?.kind === 'object') return { body: only, note: 'The response stands in a list of one.' };
  }
  for (const key of ['__data__', 'body', 'data', 'response', 'result', 'output']) {
    const inner = cursor.get(key);
    const isWrapper = inner?.kind === 'object' || (key === 'body' && inner?.kind === 'string');
    if (inner !== undefined && isWrapper) return { body: inner, note: `The response stands under \`${key}\`.` };
  }
  return undefined;
}
