// Replicate predictions. Language models put out a list of texts to be joined, others lists of files.

import { type JsonCursor, valueCursor } from '../../json/cursor.ts';
import type { JsonValue } from '../../json/value.ts';
import { plural } from '../../words/numbers.ts';
import { readFinishReason } from '../finishClass.ts';
import { readCount, usageOf } from '../usage.ts';
import { choiceOf, isSet, joinTexts, readingOf, readPlaced } from './parts.ts';
import type { ProviderReader } from './reading.ts';
import { streamReader } from './stream.ts';
import { readTime } from './time.ts';

const fileAddress = /^(https?:\/\/|data:)/;

export const replicate: ProviderReader = {
  format: 'replicate',
  label: 'Replicate prediction',
  recognises(body) {
    return body.get('urls')?.kind === 'object' && isSet(body.get('status')) && body.get('input') !== undefined;
  },
  read(body) {
    const output = body.get('output');
    const pieces = output?.kind === 'array' ? Array.from(output.items()) : [output];
    const files = pieces.filter((piece) => fileAddress.test(piece?.text() ?? ''));
    const isFiles = files.length > 0 && files.length === pieces.length;
    const metrics = body.get('metrics');
    const error = body.get('error');
    return readingOf({
      choices: [
        choiceOf(body, 0, {
          text: isFiles ? undefined : joinTexts(pieces),
          hasPlace: !isFiles,
          finishReason: readFinishReason('replicate', body.get('status')),
        }),
      ],
      id: body.get('id')?.text(),
      model: readPlaced(body.get('model') ?? body.get('version')),
      created: readTime(body.get('created_at')),
      usage:
        metrics &&
        usageOf(metrics.pointer, {
          prompt: readCount(metrics.get('input_token_count')),
          generation: readCount(metrics.get('output_token_count')),
        }),
      error: isSet(error) ? { message: error.text() ?? error.lexeme(), pointer: error.pointer } : undefined,
      notes: isFiles ? [`The output is ${plural(files.length, 'file')}, not a text.`] : [],
    });
  },
};

/** The stream of a prediction: named events whose data is plain text. A `done` says that nothing follows, and why where that is no success. */
export const replicateStream = streamReader({
  format: 'replicate-stream',
  label: 'Replicate prediction, events of a stream',
  isEvent: (event) => event.get('event')?.text() === 'output' && event.get('data')?.kind === 'string',
  merge(body, event) {
    const name = event.get('event');
    if (name?.text() === 'output') body.at('output').join(event.get('data'));
    if (name?.text() === 'error') body.at('error').put(event.get('data'));
    if (name?.text() === 'done') body.at('status').put(reasonOf(event.get('data')) ?? name);
  },
  read: (body) => replicate.read(body),
});

/** Why a stream ended, where it is no success: `{"reason": "canceled"}`, which may be written in a text. */
function reasonOf(data: JsonCursor | undefined): JsonCursor | undefined {
  const text = data?.text() ?? '';
  if (data === undefined || !text.startsWith('{')) return data?.get('reason');
  try {
    return valueCursor(JSON.parse(text) as JsonValue, data.pointer, 'at').get('reason');
  } catch {
    return undefined;
  }
}
