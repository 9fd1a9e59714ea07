// Recordings of calls in JSON: vcrpy's and betamax's cassettes, nock's, session records of the Azure SDKs, those of llama-stack. Their answers are read
// on; headers are dropped. Knows no grammar of a body but that it is JSON or a text.

import { documentCursor } from '../json/byteCursor.ts';
import type { JsonCursor } from '../json/cursor.ts';
import { createDocument } from '../json/document.ts';
import { rootPointer } from '../json/pointer.ts';
import { strictPass } from '../json/strict.ts';
import { decodeBase64 } from './base64.ts';
import type { Form, Read } from './form.ts';
import { LinedText } from './formText.ts';
import { type MadeBytes, MadeText } from './madeText.ts';
import { type RecordedCall, readRecorded } from './recordedCalls.ts';
import type { ByteRange } from './sourceMap.ts';
import { unescaped } from './unescaped.ts';

export const recordedJson: Form = {
  id: 'recorded-json',
  looksLike: ({ text }) => /"(?:interactions|http_interactions|Entries|rawHeaders|__data__|__type__)"/.test(text),
  read(bytes): Read | undefined {
    const result = strictPass(bytes, { depth: 4 });
    if (result.error) return undefined;
    const root = documentCursor(createDocument(bytes, result.table, result.lines), rootPointer);
    const found = root && recorderOf(root);
    return found && readRecorded(new LinedText(bytes), found.form, found.calls, found.hidden);
  },
};

interface Recorded {
  readonly form: string;
  readonly calls: readonly RecordedCall[];
  readonly hidden: readonly ByteRange[];
}

function recorderOf(root: JsonCursor): Recorded | undefined {
  const interactions = root.get('interactions') ?? root.get('http_interactions');
  if (interactions?.kind === 'array') return fromInteractions([...interactions.items()]);
  const entries = root.get('Entries');
  if (entries?.kind === 'array') return fromAzure([...entries.items()]);
  if (root.get('response')?.get('body') && root.get('request')) return fromLlamaStack(root);
  const items = root.kind === 'array' ? [...root.items()] : [];
  if (items.length > 0 && items.every((item) => item.get('scope') && item.get('path') && item.get('response')))
    return fromNock(items);
  return undefined;
}

function fromInteractions(items: readonly JsonCursor[]): Recorded {
  const calls = items.map((item): RecordedCall => {
    const request = item.get('request');
    const response = item.get('response');
    const status = response?.get('status');
    return callOf(item, {
      method: request?.get('method')?.text(),
      address: (request?.get('uri') ?? request?.get('url'))?.text(),
      status: (status?.get('code') ?? status)?.number() ?? response?.get('status_code')?.number(),
      request: bodyOf(request?.get('body')),
      response: bodyOf(response?.get('body')),
    });
  });
  const headers = items.flatMap((item) => [item.get('request')?.get('headers'), item.get('response')?.get('headers')]);
  return { form: 'JSON cassette', calls, hidden: headers.flatMap(stringsIn) };
}

function fromAzure(items: readonly JsonCursor[]): Recorded {
  const calls = items.map((item) =>
    callOf(item, {
      method: item.get('RequestMethod')?.text(),
      address: item.get('RequestUri')?.text(),
      status: item.get('StatusCode')?.number(),
      request: linesOrBody(item.get('RequestBody')),
      response: linesOrBody(item.get('ResponseBody')),
    }),
  );
  const headers = items.flatMap((item) => [item.get('RequestHeaders'), item.get('ResponseHeaders')]);
  return { form: 'Azure session record', calls, hidden: headers.flatMap(stringsIn) };
}

function fromLlamaStack(root: JsonCursor): Recorded | undefined {
  const request = root.get('request');
  const body = root.get('response')?.get('body');
  const data = body?.kind === 'array' ? [...body.items()].map((item) => item.get('__data__')) : [body?.get('__data__')];
  if (data.length === 0 || data.some((one) => one === undefined)) return undefined;
  const response = body?.kind === 'array' ? listOf(data) : bodyOf(data[0]);
  const call = callOf(root, {
    method: request?.get('method')?.text(),
    address: (request?.get('endpoint') ?? request?.get('url'))?.text(),
    status: undefined,
    request: bodyOf(request?.get('body')),
    response,
  });
  return { form: 'llama-stack record', calls: [call], hidden: stringsIn(request?.get('headers')) };
}

function fromNock(items: readonly JsonCursor[]): Recorded {
  const calls = items.map((item) => {
    const response = item.get('response');
    return callOf(item, {
      method: item.get('method')?.text(),
      address: item.get('path')?.text(),
      status: item.get('status')?.number(),
      request: bodyOf(item.get('body')),
      response: isHex(response) ? hexOf(response) : bodyOf(response),
    });
  });
  const headers = items.flatMap((item) => [item.get('rawHeaders'), item.get('reqheaders')]);
  return { form: 'nock recording', calls, hidden: headers.flatMap(stringsIn) };
}

type Found = Pick<RecordedCall, 'method' | 'address' | 'status'> & {
  readonly request: MadeBytes | undefined;
  readonly response: MadeBytes | undefined;
};

function callOf(item: JsonCursor, { request, response, ...rest }: Found): RecordedCall {
  return { from: item.range()?.from ?? 0, ...rest, ...(request && { request }), ...(response && { response }) };
}

/** A body as it stands when it is JSON; what it says when it is a text, also in base64. */
function bodyOf(body: JsonCursor | undefined): MadeBytes | undefined {
  const base64 = body?.get('base64_string');
  const text = base64 ?? (typeof body?.get('string')?.text() === 'string' ? body.get('string') : body);
  const range = text?.range();
  if (!text || !range) return undefined;
  if (base64) return decodeBase64(range.bytes, range.from + 1, range.to - 1);
  if (text.kind === 'string') return unescaped(range.bytes, range.from, range.to);
  if (text.kind !== 'object' && text.kind !== 'array') return undefined;
  const made = new MadeText(range.bytes, range.to - range.from);
  made.copy(range.from, range.to);
  return made.finish();
}

/** A text as a list of its lines, as Azure's test proxy writes it; anything else as it is. */
function linesOrBody(body: JsonCursor | undefined): MadeBytes | undefined {
  const items = body?.kind === 'array' ? [...body.items()] : [];
  if (items.length === 0 || items.some((item) => item.kind !== 'string')) return bodyOf(body);
  const list = body?.range();
  if (!list) return undefined;
  const made = new MadeText(list.bytes, list.to - list.from);
  for (const item of items) {
    const range = item.range();
    if (!range) continue;
    const text = unescaped(range.bytes, range.from, range.to);
    made.add(text, 0, text.bytes.length);
  }
  return made.finish();
}

/** A list of what stands apart. */
function listOf(items: readonly (JsonCursor | undefined)[]): MadeBytes | undefined {
  const ranges = items.map((item) => item?.range()).filter((range) => range !== undefined);
  const first = ranges[0];
  if (!first) return undefined;
  const made = new MadeText(first.bytes, (ranges.at(-1)?.to ?? 0) - first.from);
  ranges.forEach((range, at) => {
    made.write(at === 0 ? '[' : ',', range.from, range.from);
    made.copy(range.from, range.to);
  });
  made.write(']', ranges.at(-1)?.to ?? 0, ranges.at(-1)?.to ?? 0);
  return made.finish();
}

/** Packed bodies are lists of hexadecimal texts. */
function isHex(body: JsonCursor | undefined): body is JsonCursor {
  const [first] = body?.kind === 'array' ? [...body.items()] : [];
  return /^(?:[0-9a-f]{2})+$/.test(first?.text() ?? '');
}

function hexOf(body: JsonCursor): MadeBytes {
  const ranges = [...body.items()].map((item) => item.range()).filter((range) => range !== undefined);
  const bytes = ranges[0]?.bytes ?? new Uint8Array();
  const made = new MadeText(bytes, (ranges.at(-1)?.to ?? 0) - (ranges[0]?.from ?? 0));
  for (const { from, to } of ranges) {
    for (let at = from + 1; at + 1 < to - 1; at += 2) {
      made.byte(
        Number.parseInt(String.fromCharCode(bytes[at] as number, bytes[at + 1] as number), 16) || 0,
        at,
        at + 2,
      );
    }
  }
  return made.finish();
}

function stringsIn(node: JsonCursor | undefined): ByteRange[] {
  if (node === undefined) return [];
  const range = node.range();
  if (node.kind === 'string' && range) return [{ from: range.from + 1, to: range.to - 1 }];
  if (node.kind === 'array') return [...node.items()].flatMap(stringsIn);
  return [...node.entries()].flatMap(([, value]) => stringsIn(value));
}
