// Streams of a provider or of the platform, as forms: of server-sent events, and of lines. How each is read stands in the files of their names.

import { looksLikeEventStream, type ReadStream, readEventStream } from './eventStream.ts';
import type { Form, Read } from './form.ts';
import { readLineStream } from './lineStream.ts';

export const eventStream: Form = {
  id: 'events',
  looksLike: ({ bytes }) => looksLikeEventStream(bytes),
  read: (bytes) => readOf('SSE', readEventStream(bytes)),
};

export const lineStream: Form = {
  id: 'lines-of-one-answer',
  looksLike: ({ text }) => text.trimStart().startsWith('{'),
  read: (bytes) => readOf('NDJSON', readLineStream(bytes)),
};

function readOf(form: string, stream: ReadStream | undefined): Read | undefined {
  if (stream === undefined) return undefined;
  const { bytes, map, notes } = stream;
  return { form, notes, parts: [{ bytes, map, isJson: true, stream }] };
}
