// A provider that answered with an error instead of choices, in any of the shapes that servers give it.

import type { JsonCursor } from '../../json/cursor.ts';
import { firstItem, isSet, readingOf } from './parts.ts';
import type { ProviderReader, ProviderReading } from './reading.ts';

const answers = [
  'choices',
  'candidates',
  'content',
  'output',
  'completions',
  'generations',
  'results',
  'result',
  'data',
  'urls',
];

export const errorBody: ProviderReader = {
  format: 'error',
  label: 'Error',
  recognises(body) {
    return errorPlace(body) !== undefined && !answers.some((key) => holdsSomething(body.get(key)));
  },
  read(body) {
    const inner = errorPlace(body)?.get('innererror')?.get('code')?.text();
    return readingOf({
      error: readError(body),
      notes: inner === undefined ? [] : [`Inner error: ${inner}.`],
    });
  },
};

/**
 * A body that is nothing but a message: `{message}` (Bedrock, Cohere), `{Message}`, `{detail}` as a text, an object or a list (Mistral, FastAPI),
 * with codes and ids beside it. Asked last, because many an answer holds a message too.
 */
export const bareMessage: ProviderReader = {
  format: 'error',
  label: 'Error',
  recognises(body) {
    const place = messagePlace(body);
    if (place === undefined || messageOf(place) === undefined) return false;
    if (body.get('detail') !== undefined) return true;
    for (const [, member] of body.entries()) if (member.length > 0) return false;
    return place.kind === 'string';
  },
  read(body) {
    const place = messagePlace(body) ?? body;
    const message = messageOf(place) ?? noMessage;
    return readingOf({ error: { message, ...codeOf(place, body), pointer: place.pointer } });
  },
};

const noMessage = 'No message is given.';

/** The error that a body, or an event of a stream, states; undefined where it states none. */
export function readError(body: JsonCursor): ProviderReading['error'] {
  const place = errorPlace(body);
  if (place === undefined) return undefined;
  const message = messageOf(place) ?? messageOf(messagePlace(body)) ?? noMessage;
  return { message, ...codeOf(place, body), pointer: place.pointer };
}

function errorPlace(body: JsonCursor): JsonCursor | undefined {
  if (body.kind !== 'object') return undefined;
  const error = body.get('error');
  if (error?.kind === 'object' || (error?.text() ?? '') !== '') return error;
  if (body.get('type')?.text() === 'error' || body.get('object')?.text() === 'error') return body;
  if (messageOf(firstItem(body.get('errors'))) !== undefined) return body.get('errors');
  // Bedrock names the kind of error in the key: `{throttlingException: {message}}`.
  for (const [key, member] of body.entries()) if (key.endsWith('Exception') && member.kind === 'object') return member;
  return undefined;
}

function messagePlace(body: JsonCursor | undefined): JsonCursor | undefined {
  return [body?.get('message'), body?.get('Message'), body?.get('detail')].find(isSet);
}

/** The words of an error: a text, what an object holds under one of the usual keys, or those of all items of a list. */
function messageOf(place: JsonCursor | undefined, depth = 0): string | undefined {
  if (place === undefined || depth > mostNested) return undefined;
  if (place.kind === 'string') return place.text() || undefined;
  if (place.kind === 'array') {
    const items = Array.from(place.items(), (item) => messageOf(item, depth + 1)).filter((text) => text !== undefined);
    return items.length === 0 ? undefined : items.slice(0, mostListed).join('; ');
  }
  const words = messageOf(
    [messagePlace(place), place.get('msg'), place.get('error'), place.get('title')].find(isSet),
    depth + 1,
  );
  // FastAPI says which part of the request it is about.
  const where = Array.from(place.get('loc')?.items() ?? [], (key) => key.text() ?? key.lexeme()).join('.');
  return words !== undefined && where !== '' ? `${where}: ${words}` : words;
}

const mostNested = 4;
const mostListed = 20;

const codes = ['code', 'type', 'status', 'error_type', 'status_code', 'statusCode', '__type'];

/** The code of an error, a text or a number, in the error itself or beside it. */
function codeOf(place: JsonCursor, body: JsonCursor): { readonly code?: string } {
  const listed = place.kind === 'array' ? firstItem(place) : place;
  for (const code of [listed, body].flatMap((holder) => codes.map((key) => holder?.get(key)))) {
    const text = code?.kind === 'number' ? code.lexeme() : code?.text();
    if (text !== undefined && text !== '' && text !== 'error') return { code: text };
  }
  return {};
}

function holdsSomething(member: JsonCursor | undefined): boolean {
  if (!isSet(member)) return false;
  return member.kind === 'array' ? member.length > 0 : member.text() !== '';
}
