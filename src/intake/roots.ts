// JSON that is no CompletionResponse but holds what one holds: a provider's body by itself, a generation, a list of either, a log or a call of the platform's
// other interfaces. Says what it is by its keys, and makes the response of it by copying its values. Knows keys; what a body says is the readers' business.

import { cursorOver, documentCursor } from '../json/byteCursor.ts';
import type { JsonCursor } from '../json/cursor.ts';
import { createDocument } from '../json/document.ts';
import { noLines } from '../json/lines.ts';
import { rootPointer } from '../json/pointer.ts';
import { skim } from '../json/skim.ts';
import { isOtherData } from '../response/isOtherData.ts';
import { recogniseProvider } from '../response/provider/read.ts';
import { plural } from '../words/numbers.ts';
import { answersWithin } from './answersWithin.ts';
import type { Form, Part, Read } from './form.ts';
import { mayHoldTexts } from './jsonTexts.ts';
import { MadeText } from './madeText.ts';
import { isCall, isLog, ofCall, ofLog } from './relatives.ts';
import { sameMap } from './sourceMap.ts';

/** JSON that is read as it stands ends here: the form is undefined of it. */
export const roots: Form = {
  id: 'roots',
  looksLike: ({ text }) => mayHoldTexts(text),
  read: readRoot,
};

/** What the JSON text is, made a response or several; undefined where it is one already, or something else. */
export function readRoot(bytes: Uint8Array<ArrayBuffer>): Read | undefined {
  const root = documentCursor(createDocument(bytes, skim(bytes, { depth: 2 }), noLines), rootPointer);
  if (root === undefined) return undefined;
  return root.kind === 'array' ? ofList(bytes, root) : root.kind === 'object' ? ofObject(bytes, root) : undefined;
}

function ofObject(bytes: Uint8Array<ArrayBuffer>, root: JsonCursor): Read | undefined {
  if (isResponse(root)) return undefined;
  if (isCall(root)) return { ...ofCall(bytes, root), form: 'PromptCallResponse' };
  if (isLog(root)) return { ...ofLog(bytes, root), form: 'LogResponse' };
  if (isGeneration(root)) {
    return {
      form: 'generation by itself',
      notes: ['Read as one generation of a response. Its provider response and what else a response holds are absent.'],
      parts: [around(bytes, root, '{"data": [', '], "provider_responses": []}', true)],
    };
  }
  return ofBody(bytes, root);
}

/** So many items are looked at to tell what a list is of. */
const mostLookedAt = 32;

function ofList(bytes: Uint8Array<ArrayBuffer>, root: JsonCursor): Read | undefined {
  const items: JsonCursor[] = [];
  for (const item of root.items()) {
    if (items.length === mostLookedAt) break;
    items.push(item);
  }
  const ofAll = (test: (item: JsonCursor) => boolean): boolean => items.length > 0 && items.every(test);
  if (ofAll(isResponse)) {
    const parts = Array.from(root.items(), (item, at) => partOf(bytes, item, `item ${at + 1}`));
    return { form: 'list of responses', notes: [], parts };
  }
  if (ofAll(isGeneration)) {
    return {
      form: 'list of generations',
      notes: [
        `Read as the ${plural(root.length, 'generation')} of one response. Provider responses and what else a response holds are absent.`,
      ],
      parts: [around(bytes, root, '{"data": ', ', "provider_responses": []}', true)],
    };
  }
  // The pieces of one answer are one body; a list of one stands for what is in it.
  const whole = ofBody(bytes, root);
  if (whole !== undefined || !ofAll((item) => item.kind === 'null' || bodyLabel(item) !== undefined)) return whole;
  if (items.every(({ kind }) => kind === 'null')) return undefined;
  return {
    form: 'list of provider responses',
    notes: [`Read as ${plural(root.length, 'provider response')}. ${bareNote}`],
    parts: [around(bytes, root, '{"provider_responses": ', '}')],
  };
}

const bareNote =
  'Each choice is a sample. What only the platform adds to an answer is absent: ids, model configs, inputs and the usage of the response.';

function ofBody(bytes: Uint8Array<ArrayBuffer>, root: JsonCursor): Read | undefined {
  const label = bodyLabel(root);
  if (label === undefined) return undefined;
  const { form, note } = wordsOf(label);
  return {
    form,
    notes: [note],
    parts: [around(bytes, root, '{"provider_responses": [', ']}')],
  };
}

/** What is said of a provider's body in the bytes `[from, to)`, and what it is called; undefined for anything else that `readRoot` reads, and for a response. */
export function bodyOver(bytes: Uint8Array, from: number, to: number): { form: string; note: string } | undefined {
  const root = cursorOver(bytes, from, to);
  if (root?.kind !== 'object' || isResponse(root) || isCall(root) || isLog(root) || isGeneration(root))
    return undefined;
  const label = bodyLabel(root);
  return label === undefined ? undefined : wordsOf(label);
}

function wordsOf(label: string): { readonly form: string; readonly note: string } {
  return { form: `${label} body`, note: `Read as a provider response by itself (${label}). ${bareNote}` };
}

/** The family of a provider's body; undefined for anything else, and for texts alone, which may be anything. */
function bodyLabel(value: JsonCursor): string | undefined {
  if (value.kind !== 'object' && value.kind !== 'array') return undefined;
  const { format, label } = recogniseProvider(value)?.reader ?? {};
  // A record of a log has a message too, and may hold an answer in it.
  const isRecord = format === 'error' && answersWithin(value).some(({ path }) => path !== '');
  return format === 'plain-text' || isRecord ? undefined : label;
}

/** It opens as it stands. */
function isResponse(value: JsonCursor): boolean {
  if (value.get('provider_responses') !== undefined) return true;
  return value.get('data')?.kind === 'array' && !isOtherData(value);
}

function isGeneration(value: JsonCursor): boolean {
  return value.get('raw_output') !== undefined && value.get('model_config_id') !== undefined;
}

/** The value with a response around it. */
function around(
  bytes: Uint8Array<ArrayBuffer>,
  value: JsonCursor,
  before: string,
  after: string,
  isRelative = false,
): Part {
  const { from, to } = value.range() ?? { from: 0, to: bytes.length };
  const made = new MadeText(bytes);
  made.write(before, from, from);
  made.copy(from, to);
  made.write(after, to, to);
  return { ...made.finish(), isJson: true, ...(isRelative && { isRelative }) };
}

function partOf(bytes: Uint8Array<ArrayBuffer>, value: JsonCursor, name: string): Part {
  const { from, to } = value.range() ?? { from: 0, to: 0 };
  return { bytes: bytes.subarray(from, to), map: sameMap(to - from, from), isJson: true, name };
}
