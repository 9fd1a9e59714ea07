// Events of a stream that were logged or printed one by one: parts of a reading that are pieces of one answer, or of several, joined as the streams that they were.
// Knows by which keys an event says so; how events become an answer is the readers' business.

import { cursorOver } from '../json/byteCursor.ts';
import type { JsonCursor } from '../json/cursor.ts';
import { formatCount, plural } from '../words/numbers.ts';
import type { Part } from './form.ts';
import { MadeText } from './madeText.ts';

/** The parts as streams, with what is said of it; undefined where any of them is no piece of one. */
export function joinedStreams(
  parts: readonly Part[],
): { readonly parts: readonly Part[]; readonly fact: string; readonly note: string } | undefined {
  if (parts.length < 2 || parts.some(({ several, map }) => several || !map)) return undefined;
  const streams = new Map<string, Part[]>();
  let open = '';
  for (const part of parts) {
    const event = cursorOver(part.bytes);
    if (event === undefined || !isPiece(event)) return undefined;
    const id = idOf(event);
    // Streams of which only the first event names the answer follow one another.
    if (id !== undefined) open = id;
    else if (begins(event)) open = `${streams.size}`;
    const known = streams.get(open);
    if (known) known.push(part);
    else streams.set(open, [part]);
  }
  const isOne = streams.size === 1;
  return {
    parts: [...streams.values()].map((events) => joined(events, isOne)),
    fact: isOne ? 'stream' : plural(streams.size, 'stream'),
    note: isOne
      ? `${plural(parts.length, 'value')} are events of one stream, and read as that.`
      : `${formatCount(parts.length)} values are events of ${plural(streams.size, 'stream')}, told apart by \`id\` or by their first event.`,
  };
}

/** A chunk in the shape of OpenAI, or an event with a name of its own (Anthropic, Cohere, OpenAI Responses). */
export function isPiece(event: JsonCursor): boolean {
  for (const choice of event.get('choices')?.items() ?? []) return choice.get('delta') !== undefined;
  if (/chunk/.test(event.get('object')?.text() ?? '')) return true;
  const type = event.get('type')?.text() ?? '';
  return events.test(type) || event.get('event_type')?.kind === 'string';
}

const events =
  /^(?:message_(?:start|delta|stop)|content_block_(?:start|delta|stop)|ping|response\.\w[\w.]*|message-(?:start|end)|content-(?:start|delta|end)|tool-(?:plan-delta|call-(?:start|delta|end))|citation-(?:start|end))$/;

function begins(event: JsonCursor): boolean {
  const type = event.get('type')?.text() ?? event.get('event_type')?.text() ?? '';
  return /^(?:message_start|message-start|stream-start|response\.created)$/.test(type);
}

/** Of chunks the answer's, which all of them have; the ids of events name items of the answer. */
function idOf(event: JsonCursor): string | undefined {
  const id = event.get('choices') === undefined ? undefined : event.get('id')?.text();
  return id === '' ? undefined : id;
}

function joined(events: readonly Part[], isOne: boolean): Part {
  const [first] = events;
  const made = new MadeText(
    new Uint8Array(0),
    events.reduce((sum, { bytes }) => sum + bytes.length + 2, 64),
  );
  const start = first?.map?.toOrigin(0, 0).from ?? 0;
  made.write('{"provider_responses": [[\n', start, start);
  let end = start;
  for (const { bytes, map } of events) {
    if (map === undefined) continue;
    const { from } = map.toOrigin(0, 0);
    if (end > start) made.write(',\n', from, from);
    made.add({ bytes, map });
    end = map.toOrigin(0, bytes.length).to;
  }
  made.write('\n]]}\n', end, end);
  const { name } = first ?? {};
  return { ...made.finish(), isJson: true, ...(!isOne && name !== undefined && { name }) };
}
