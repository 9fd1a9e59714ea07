// A body with the request that it answers and what was noted of it, as a response has them: `provider_request` and `metadata` beside `provider_responses`. Knows
// these keys and those of a response's lists.

import { createDocument } from '../json/document.ts';
import { noLines } from '../json/lines.ts';
import { pointerOf, rootPointer } from '../json/pointer.ts';
import { skim } from '../json/skim.ts';
import { type MadeBytes, MadeText } from './madeText.ts';

/** What goes with a body: JSON of the same origins. */
export interface Accompanied {
  readonly request?: MadeBytes | undefined;
  readonly metadata?: MadeBytes | undefined;
}

/** The body as it is where it says all of it itself; a response with what it lacks as further members; anything else as the one provider response. */
export function withRequest(body: MadeBytes, { request, metadata }: Accompanied): MadeBytes {
  const document = createDocument(body.bytes, skim(body.bytes, { depth: 1 }), noLines);
  const has = (key: string) => document.find(pointerOf(key)) !== undefined;
  const root = document.find(rootPointer);
  if (root === undefined || has('provider_request')) return body;
  const isResponse = root.kind === 'object' && (has('data') || has('provider_responses'));
  const added = [
    ...(request ? [{ key: 'provider_request', value: request }] : []),
    ...(metadata && !(isResponse && has('metadata')) ? [{ key: 'metadata', value: metadata }] : []),
  ];
  if (added.length === 0) return body;
  const size = added.reduce((sum, { value }) => sum + value.bytes.length, body.bytes.length + 64);
  const made = new MadeText(new Uint8Array(0), size);
  const { from: start } = body.map.toOrigin(0, 0);
  for (const [at, { key, value }] of added.entries()) {
    made.write(`${at === 0 ? '{' : ', '}"${key}": `, start, start);
    made.add(value, 0, value.bytes.length);
  }
  if (isResponse) {
    made.write(', ', start, start);
    made.add(body, root.from + 1, body.bytes.length);
  } else {
    made.write(', "provider_responses": [', start, start);
    made.add(body, root.from, root.to);
    made.write(']}', start, start);
  }
  return made.finish();
}
