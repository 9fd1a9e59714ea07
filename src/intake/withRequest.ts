// A body with the request that it answers, as a response has both: `provider_request` beside `provider_responses`. Knows these keys and those of a
// response's lists.

import { createDocument } from '../json/document.ts';
import type { LineIndex } from '../json/lines.ts';
import { pointerOf, rootPointer } from '../json/pointer.ts';
import { skim } from '../json/skim.ts';
import { type MadeBytes, MadeText } from './madeText.ts';

/** Nobody asks for lines. */
const noLines: LineIndex = { lineCount: 1, starts: Uint32Array.of(0) };

/** The body as it is where it says itself what was asked; a response with the request as one more member; anything else as the one provider response. */
export function withRequest(body: MadeBytes, request: MadeBytes): MadeBytes {
  const document = createDocument(body.bytes, skim(body.bytes, { depth: 1 }), noLines);
  const has = (key: string) => document.find(pointerOf(key)) !== undefined;
  const root = document.find(rootPointer);
  if (root === undefined || has('provider_request')) return body;
  const made = new MadeText(new Uint8Array(0), body.bytes.length + request.bytes.length + 64);
  const { from: start } = body.map.toOrigin(0, 0);
  const isResponse = root.kind === 'object' && (has('data') || has('provider_responses'));
  made.write('{"provider_request": ', start, start);
  made.add(request, 0, request.bytes.length);
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
