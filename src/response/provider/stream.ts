// What the readers of all streams share: a list of events is merged into the body that the family gives when it does not stream, and read
// as that. Must not know any one format.

import type { JsonCursor } from '../../json/cursor.ts';
import { plural } from '../../words/numbers.ts';
import { readError } from './errorBody.ts';
import { Merged } from './merged.ts';
import type { ProviderReader, ProviderReading } from './reading.ts';

export interface StreamFormat extends Pick<ProviderReader, 'format' | 'label'> {
  /** On shape alone; asked of the first events until one is. */
  isEvent(event: JsonCursor): boolean;
  /** Puts one event after the other into the body. */
  merge(body: Merged, event: JsonCursor): void;
  /** Reads the body as one that came whole. */
  read(body: JsonCursor): ProviderReading;
}

/** Comments, greetings and errors may stand before the first event that tells the shape. */
const mostLooked = 8;

/** The reader of a list of events. */
export function streamReader(stream: StreamFormat): ProviderReader {
  const { format, label } = stream;
  return {
    format,
    label,
    recognises(body) {
      let looked = 0;
      for (const event of body.items()) {
        if (stream.isEvent(event)) return true;
        if (++looked === mostLooked) return false;
      }
      return false;
    },
    read: (body) => readStream(stream, body, Array.from(body.items())),
  };
}

/** The events as one body; an error among them is the error of the whole. */
export function readStream(
  { merge, read }: Pick<StreamFormat, 'merge' | 'read'>,
  place: JsonCursor,
  events: readonly JsonCursor[],
): ProviderReading {
  const body = new Merged(place.pointer);
  let error: ProviderReading['error'];
  for (const event of events) {
    merge(body, event);
    error = readError(event) ?? error;
  }
  const reading = read(body);
  const failed = error ?? reading.error;
  const notes = [
    `${plural(events.length, 'event')} of a stream ${events.length === 1 ? 'is' : 'are'} shown joined.`,
    ...(failed === undefined ? openNotes(reading) : []),
    ...reading.notes,
  ];
  return { ...reading, ...(failed && { error: failed }), notes };
}

function openNotes({ choices, blocked }: ProviderReading): readonly string[] {
  const open = choices.filter(({ finishReason }) => finishReason === undefined).length;
  if (open === 0 || blocked !== undefined) return [];
  if (choices.length === 1) return ['The stream breaks off before it says why it ended.'];
  return [`The stream does not say why it ended for ${plural(open, 'choice')}.`];
}
