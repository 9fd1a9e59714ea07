// What the start of a large text in another form than a response says of the whole: a text that begins as the one does that all of it will become, so that its first
// rows are there before the rest is read. What cannot be told by a start is left for the whole.

import { cursorOver } from '../json/byteCursor.ts';
import { startStrictPass } from '../json/strict.ts';
import { compose } from './compose.ts';
import { beginsAsJson } from './jsonTexts.ts';
import { MadeText } from './madeText.ts';
import { headOf, takeIn } from './pipeline.ts';
import { bodyOver } from './roots.ts';
import { singles } from './several.ts';
import { sameMap } from './sourceMap.ts';
import { toolLogs } from './toolLogs.ts';
import { closedForViewing } from './truncated.ts';

export interface TextStart {
  /** JSON, which may break off. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** In words; without counts, which would be those of the start. */
  readonly form: string;
}

type Bytes = Uint8Array<ArrayBuffer>;

/** Forms of which a start reads as the start of the whole. */
const startForms = ['lines', 'tool-logs', 'roots', 'python', 'javascript'];

/** `start`: some hundred thousand bytes of a text that goes on. Undefined where it says nothing of the whole. */
export async function takeStart(start: Bytes): Promise<TextStart | undefined> {
  if (!beginsAsJson(headOf(start).text)) return await wholeStart(start);
  const lineEnd = start.lastIndexOf(0x0a);
  const error = startStrictPass(start, { depth: 0 }).finish().error;
  // Behind the first text there is another one.
  if (error?.line !== 1 || !error.isEndOfText) {
    const lines = lineEnd < 0 ? undefined : await wholeStart(start.slice(0, lineEnd));
    if (lines !== undefined || error?.isEndOfText !== true) return lines ?? (await wholeStart(start));
  }
  return cutDocument(start);
}

/** A start that is read as if it were the whole. */
async function wholeStart(start: Bytes): Promise<TextStart | undefined> {
  const taken = await takeIn(start.slice(), false, undefined, startForms);
  if (taken === undefined || taken.isRefused) return undefined;
  const { bytes, form } = taken;
  const body = bodyOver(bytes, 0, bytes.length);
  return body === undefined ? { bytes, form: firstWords(form) } : bodyStart(bytes, body.form);
}

function firstWords(form: string): string {
  return form.split(', ')[0] ?? form;
}

/** JSON that breaks off: a log of a tool, a list, a body. */
async function cutDocument(start: Bytes): Promise<TextStart | undefined> {
  const root = cursorOver(start);
  if (root?.kind === 'array') return await listStart(start);
  const body = bodyOver(start, 0, start.length);
  if (body !== undefined) return bodyStart(start, body.form);
  const closed = closedForViewing(start)?.bytes;
  if (closed === undefined || !toolLogs.looksLike(headOf(closed))) return undefined;
  const read = await toolLogs.read(closed);
  if (read === undefined || 'isRefused' in read) return undefined;
  // The last record was closed for viewing.
  const parts = read.parts.flatMap(singles).slice(0, -1);
  if (parts.length === 0) return undefined;
  const found = parts.map(({ bytes }) => ({ bytes, map: sameMap(bytes.length), name: '', form: '' }));
  return { bytes: compose(found).bytes, form: read.form };
}

function bodyStart(start: Bytes, form: string): TextStart {
  const made = new MadeText(start);
  made.write('{"provider_responses": [', 0, 0);
  made.copy(0, start.length);
  return { bytes: made.finish().bytes, form };
}

/** The items of a list that are whole. */
async function listStart(start: Bytes): Promise<TextStart | undefined> {
  let last = 0;
  let before = 0;
  for (const item of cursorOver(start)?.items() ?? []) {
    before = last;
    last = item.range()?.to ?? last;
  }
  if (before === 0) return undefined;
  const list = start.slice(0, before + 1);
  list[before] = 0x5d;
  return await wholeStart(list);
}
