// The fields of one call as lines to compare: the request, the inputs, what was configured, and the model that answered. Pure; reads a cursor.

import type { JsonCursor } from '../../json/cursor.ts';
import { formatCount } from '../../words/numbers.ts';
import type { CallField } from './callMatrix.ts';

/** What is known of one call. */
export interface CallCursors {
  /** The root of its response, without its lists. */
  readonly root: JsonCursor | undefined;
  /** Its first generation. */
  readonly generation: JsonCursor | undefined;
  /** Its first provider response. */
  readonly provider: JsonCursor | undefined;
}

/** Keys at the root that differ from call to call by their nature, or that say what came of it. */
const notAsked: ReadonlySet<string> = new Set([
  'id',
  'usage',
  'session_id',
  'trace_id',
  'created_at',
  'data',
  'provider_responses',
  'provider_request',
]);
/** Where a provider names the model that answered. */
const modelKeys = ['model', 'modelVersion', 'model_version'] as const;
/** Of a request: its keys stand without the name of the request. */
const requestKey = 'provider_request';
const mostFields = 400;
const deepest = 6;
const longest = 200;
/** Of a longer one so much of its end stays: prompts with examples end with what is asked. */
const keptEnd = 80;

export function callFields({ root, generation, provider }: CallCursors): readonly CallField[] {
  const fields: CallField[] = [];
  const model = modelKeys.map((key) => provider?.get(key)).find((value) => value?.kind === 'string');
  if (model) fields.push({ path: 'answered by', value: writtenValue(model), place: model.pointer });
  const request = root?.get(requestKey);
  if (request) flatten(request, '', 0, fields);
  for (const key of ['model_config_id', 'inputs'] as const) {
    const value = generation?.get(key);
    if (value && value.kind !== 'null') flatten(value, key, 1, fields);
  }
  for (const [key, value] of root?.entries() ?? []) {
    if (!notAsked.has(key) && value.kind !== 'null') flatten(value, key, 1, fields);
  }
  return fields;
}

function flatten(cursor: JsonCursor, path: string, depth: number, fields: CallField[]): void {
  if (fields.length >= mostFields) return;
  const isEmpty = (cursor.kind === 'object' || cursor.kind === 'array') && cursor.length === 0;
  if (depth >= deepest || isEmpty) {
    fields.push({ path, value: writtenValue(cursor), place: cursor.pointer });
  } else if (cursor.kind === 'object') {
    for (const [key, value] of cursor.entries())
      flatten(value, path === '' ? key : `${path}.${key}`, depth + 1, fields);
  } else if (cursor.kind === 'array') {
    let at = 0;
    for (const item of cursor.items()) flatten(item, `${path}[${at++}]`, depth + 1, fields);
  } else {
    fields.push({ path, value: writtenValue(cursor), place: cursor.pointer });
  }
}

/** As written; of a long one its beginning and its end, with a mark that tells two with these apart. */
function writtenValue(cursor: JsonCursor): string {
  const written = cursor.lexeme();
  if (written.length <= longest) return written;
  const mark = `${formatCount(written.length)} characters, ${fingerprint(written)}`;
  return `${written.slice(0, longest - keptEnd)} … ${written.slice(-keptEnd)} (${mark})`;
}

/** FNV-1a, 32 bits, as hexadecimal digits: for people to see that two long texts differ; they are compared with their length as well. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
