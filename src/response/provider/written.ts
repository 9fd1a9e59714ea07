// A provider response that somebody kept as a text: JSON, the text of an event stream, or one event a line. Knows forms, no provider.

import type { JsonValue } from '../../json/value.ts';

export interface Written {
  readonly value: JsonValue;
  /** What the text is, as a sentence. */
  readonly note: string;
}

/** What a text holds in writing; undefined when it is a text like any other. */
export function parseWritten(text: string): Written | undefined {
  const value = parseContainer(text);
  if (value !== undefined) return { value, note: 'The response is JSON text inside a string.' };
  const events = parseEvents(text);
  if (events !== undefined) return { value: events, note: 'The response is the text of an event stream.' };
  const lines = parseLines(text);
  return lines === undefined ? undefined : { value: lines, note: 'The response is a text with one event a line.' };
}

function parseContainer(text: string): JsonValue | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}

/** Events of Replicate, whose data is plain text. */
const namesOfTexts = ['output', 'logs', 'error', 'done'];

/** The data of the events of a text/event-stream that are JSON (WHATWG HTML, section on server-sent events), or named plain texts. */
function parseEvents(text: string): JsonValue | undefined {
  if (!/^[\s\ufeff]*(?:(?:data|event|id|retry):|:)/.test(text)) return undefined;
  const events: { readonly event: string; readonly data: string }[] = [];
  let data: string[] = [];
  let event = '';
  for (const line of [...text.split(/\r\n|\n|\r/), '']) {
    if (line.startsWith('data:')) data.push(fieldOf(line));
    if (line.startsWith('event:')) event = fieldOf(line);
    if (line !== '') continue;
    if (data.length > 0) events.push({ event, data: data.join('\n') });
    data = [];
    event = '';
  }
  const isOfTexts =
    events.some((one) => one.event === 'output') && events.every((one) => namesOfTexts.includes(one.event));
  if (isOfTexts) return events;
  const values = events.map((one) => parseContainer(one.data)).filter((value) => value !== undefined);
  return values.length === 0 ? undefined : values;
}

/** One space after the colon is no part of the value. */
function fieldOf(line: string): string {
  return line.slice(line.indexOf(':') + 1).replace(/^ /, '');
}

/** At least two lines, each of them an object; the last may break off. */
function parseLines(text: string): JsonValue | undefined {
  const lines = text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '');
  const values = lines.map((line) => (line.trimStart().startsWith('{') ? parseContainer(line) : undefined));
  if (values.at(-1) === undefined) values.pop();
  const found = values.filter((value) => value !== undefined);
  return found.length < 2 || found.length < values.length ? undefined : found;
}
