// A text/event-stream as JSON bytes: the JSON of its events, copied byte for byte into a list. Knows the form (WHATWG HTML, section 9.2,
// server-sent events) and nothing of what the events say; whether they are pieces of a platform's own stream is decided next door.

import { formatCount, plural } from '../words/numbers.ts';
import { MadeText } from './madeText.ts';
import { platformStream } from './platformStream.ts';
import type { SourceMap } from './sourceMap.ts';

/** One event whose data are JSON. Bytes `[from, to)` lie in the JSON that was made, lines in the stream. */
export interface StreamEvent {
  /** Line of its first `data` in the stream, from 1. */
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

export interface ReadStream {
  /** The JSON text that was made: a response whose only provider response is the list of events, one event a line. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** From `bytes` to the stream. */
  readonly map: SourceMap;
  readonly events: readonly StreamEvent[];
  /** The last line that is not empty, from 1. */
  readonly lastLine: number;
  /** `[DONE]` was sent. */
  readonly isDone: boolean;
  /** The last event is JSON that breaks off. */
  readonly isCut: boolean;
  /** The events are pieces of generations, which were joined. */
  readonly isJoined: boolean;
  /** What was recognised and what was left out, in sentences. */
  readonly notes: readonly string[];
}

/** Data of one event: parts `[from, to)` of the stream, one a `data` line. */
interface Data {
  readonly line: number;
  /** Its `event`, '' for none. */
  readonly name: string;
  readonly parts: readonly { readonly line: number; readonly from: number; readonly to: number }[];
}

export interface Line {
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const colon = 0x3a;
const fields = ['data', 'event', 'id', 'retry'];
const shownLines = 5;

/** Whether the first line that is not empty is a field or a comment of a stream. Looks at the start only. */
export function looksLikeEventStream(bytes: Uint8Array): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, 4096));
  return /^[\s\uFEFF]*(?:(?:data|event|id|retry):|:)/.test(start);
}

/** Reads a stream; undefined when no event of it is a JSON object or list, so that the text is something else. */
export function readEventStream(bytes: Uint8Array): ReadStream | undefined {
  if (!looksLikeEventStream(bytes)) return undefined;
  const decoder = new TextDecoder();
  const textOf = ({ parts }: Data): string =>
    parts.map(({ from, to }) => decoder.decode(bytes.subarray(from, to))).join('\n');

  const found: Data[] = [];
  const dropped: Data[] = [];
  let doneCount = 0;
  let separated = 0;
  let last: Data | undefined;
  const { events, counts, lastLine } = eventsOf(bytes);
  if (isOfTexts(events)) return ofTexts(bytes, events, events.map(textOf), counts, lastLine);
  for (const data of events) {
    last = data;
    const text = textOf(data);
    if (text.trim() === '[DONE]') {
      doneCount++;
    } else if (isContainer(text)) {
      found.push(data);
    } else {
      // Streams that were copied without their empty lines: each line by itself is what one event was.
      const lines = data.parts.map((part): Data => ({ line: part.line, name: data.name, parts: [part] }));
      const texts = lines.map(textOf);
      if (lines.length > 1 && texts.some(isContainer)) {
        separated++;
        lines.forEach((one, at) => {
          const own = texts[at] ?? '';
          if (own.trim() === '[DONE]') doneCount++;
          else (isContainer(own) ? found : dropped).push(one);
          last = one;
        });
      } else {
        dropped.push(data);
      }
    }
  }
  if (found.length === 0) return undefined;
  const isCut = last !== undefined && dropped.at(-1) === last && /^\s*[[{]/.test(textOf(last));

  const pieces = found.map(({ parts }) => joined(bytes, parts));
  const platform = platformStream(pieces);
  const made = platform ? { ...wholly(platform, bytes), events: [] } : listed(bytes, found);
  const notes = [
    `Read as a stream: ${plural(found.length, 'event')}${platform ? ', joined by generation' : ''}.`,
    ...(separated > 0 ? ['Its events were not separated by empty lines; each line was read as one.'] : []),
    ...droppedNotes(dropped, isCut),
    ...leftOut(doneCount, counts),
  ];
  return { ...made, lastLine, isDone: doneCount > 0, isCut, isJoined: platform !== undefined, notes };
}

/** Events whose data is plain text, told apart by their names (Replicate). */
const namesOfTexts = ['output', 'logs', 'error', 'done'];

function isOfTexts(events: readonly Data[]): boolean {
  return events.some(({ name }) => name === 'output') && events.every(({ name }) => namesOfTexts.includes(name));
}

function ofTexts(
  bytes: Uint8Array,
  events: readonly Data[],
  texts: readonly string[],
  counts: Counts,
  lastLine: number,
): ReadStream {
  const pieces = events.map(({ name }, at) => JSON.stringify({ event: name, data: texts[at] ?? '' }));
  const notes = [
    `Read as a stream: ${plural(events.length, 'event')} of plain text, each made an object of its name and its text.`,
    ...leftOut(0, { ...counts, names: 0 }),
  ];
  return { ...listed(bytes, events, pieces), lastLine, isDone: false, isCut: false, isJoined: false, notes };
}

interface Counts {
  comments: number;
  names: number;
  ids: number;
  others: number;
}

/** The events that have data, in order. A stream that ends without an empty line still gives its last event. */
function eventsOf(bytes: Uint8Array): {
  readonly events: readonly Data[];
  readonly counts: Counts;
  readonly lastLine: number;
} {
  const events: Data[] = [];
  const counts: Counts = { comments: 0, names: 0, ids: 0, others: 0 };
  let parts: Line[] = [];
  let event = '';
  let lastLine = 0;
  const finish = () => {
    const [first] = parts;
    if (first) events.push({ line: first.line, name: event, parts });
    parts = [];
    event = '';
  };
  for (const line of linesOf(bytes)) {
    if (line.from === line.to) {
      finish();
      continue;
    }
    lastLine = line.line;
    const at = bytes.subarray(line.from, line.to).indexOf(colon);
    const nameEnd = at < 0 ? line.to : line.from + at;
    const name = String.fromCharCode(...bytes.subarray(line.from, Math.min(nameEnd, line.from + 8)));
    // One space after the colon is no part of the value.
    const from = at < 0 ? line.to : nameEnd + (bytes[nameEnd + 1] === 0x20 && nameEnd + 1 < line.to ? 2 : 1);
    if (name === 'data') parts.push({ line: line.line, from, to: line.to });
    else if (at === 0) counts.comments++;
    else if (name === 'event') event = nameOf(bytes, { ...line, from }, counts);
    else if (name === 'id') counts.ids++;
    else if (!fields.includes(name)) counts.others++;
  }
  finish();
  return { events, counts, lastLine };
}

function nameOf(bytes: Uint8Array, { from, to }: Line, counts: Counts): string {
  counts.names++;
  return new TextDecoder().decode(bytes.subarray(from, Math.min(to, from + 64)));
}

/** Lines without their ends: CR LF, LF or CR. A byte order mark at the start is no part of the first. */
export function* linesOf(bytes: Uint8Array): Generator<Line> {
  let from = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  let line = 1;
  for (let at = from; at <= bytes.length; at++) {
    const byte = bytes[at];
    if (byte !== lineFeed && byte !== carriageReturn && at < bytes.length) continue;
    yield { line, from, to: at };
    if (byte === carriageReturn && bytes[at + 1] === lineFeed) at++;
    from = at + 1;
    line++;
  }
}

function isContainer(text: string): boolean {
  if (!/^\s*[[{]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function joined(bytes: Uint8Array, parts: Data['parts']): Uint8Array {
  const [first] = parts;
  if (first && parts.length === 1) return bytes.subarray(first.from, first.to);
  const whole = new Uint8Array(parts.reduce((sum, { from, to }) => sum + to - from + 1, -1));
  let at = 0;
  for (const { from, to } of parts) {
    if (at > 0) whole[at++] = lineFeed;
    whole.set(bytes.subarray(from, to), at);
    at += to - from;
  }
  return whole;
}

/** One provider response of all events, each copied from where it stands; or, as `texts`, written for what stands there. */
export function listed(
  bytes: Uint8Array,
  found: readonly Pick<Data, 'line' | 'parts'>[],
  texts?: readonly string[],
): Pick<ReadStream, 'bytes' | 'map' | 'events'> {
  const made = new MadeText(bytes);
  made.write('{"provider_responses": [[\n', 0, 0);
  const events = found.map(({ line, parts }, index): StreamEvent => {
    const first = parts[0]?.from ?? 0;
    const last = parts.at(-1)?.to ?? first;
    if (index > 0) made.write(',\n', first, first);
    const from = made.length;
    const text = texts?.[index];
    if (text !== undefined) made.write(text, first, last);
    else {
      for (const [at, part] of parts.entries()) {
        if (at > 0) made.write('\n', part.from, part.from);
        made.copy(part.from, part.to);
      }
    }
    return { line, from, to: made.length };
  });
  made.write('\n]]}\n', bytes.length, bytes.length);
  return { ...made.finish(), events };
}

function wholly(text: Uint8Array, bytes: Uint8Array): Pick<ReadStream, 'bytes' | 'map'> {
  const made = new MadeText(bytes);
  made.write(text, 0, bytes.length);
  return made.finish();
}

function droppedNotes(dropped: readonly Data[], isCut: boolean): readonly string[] {
  if (dropped.length === 0) return [];
  const lines = dropped.slice(0, shownLines).map(({ line }) => formatCount(line));
  const more = dropped.length > shownLines ? ` and ${plural(dropped.length - shownLines, 'more', 'more')}` : '';
  const what =
    dropped.length === 1 ? '1 event is no JSON object' : `${plural(dropped.length, 'event')} are no JSON objects`;
  const where = `line${dropped.length === 1 ? '' : 's'} ${lines.join(', ')}${more}`;
  return [`${what} and left out: ${where}${isCut ? '; the last breaks off' : ''}.`];
}

function leftOut(doneCount: number, { comments, names, ids, others }: Counts): readonly string[] {
  const parts = [
    ...(doneCount > 0 ? ['[DONE]'] : []),
    ...(names > 0 ? [plural(names, 'event name')] : []),
    ...(ids > 0 ? [plural(ids, 'id')] : []),
    ...(comments > 0 ? [plural(comments, 'comment')] : []),
    ...(others > 0 ? [plural(others, 'line of no known field', 'lines of no known field')] : []),
  ];
  return parts.length === 0 ? [] : [`Left out: ${parts.join(', ')}.`];
}
