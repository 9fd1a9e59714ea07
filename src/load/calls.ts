// What differs between the calls that the responses of a document came from, gathered response by response with pauses. A part of the worker that comes
// when it is asked for.

import { callFields } from '../analysis/calls/callFields.ts';
import { CallGatherer, type CallMatrix } from '../analysis/calls/callMatrix.ts';
import type { ComposedEntry } from '../intake/compose.ts';
import { documentCursor } from '../json/byteCursor.ts';
import type { JsonDocument } from '../json/document.ts';
import { pointerOf } from '../json/pointer.ts';
import type { Pause } from './slice.ts';

/** Responses between two pauses. */
const atOnce = 200;

export async function callMatrix(
  document: JsonDocument,
  entries: readonly ComposedEntry[],
  pause: Pause,
): Promise<CallMatrix> {
  const gatherer = new CallGatherer();
  for (const [at, { data, providers }] of entries.entries()) {
    const first = (list: string, [from, to]: readonly [number, number]) =>
      from < to ? documentCursor(document, pointerOf(list, from)) : undefined;
    gatherer.add(
      callFields({
        root: documentCursor(document, pointerOf('responses', at)),
        generation: first('data', data),
        provider: first('provider_responses', providers),
      }),
    );
    if (at % atOnce === atOnce - 1) await pause();
  }
  return gatherer.finish();
}
