// What differs between the calls that the responses of a document came from, and what is known of each: how long it took, what it used, how its samples are
// spread. Gathered response by response with pauses. A part of the worker that comes when it is asked for.

import { type CallCursors, callFields } from '../analysis/calls/callFields.ts';
import { CallGatherer } from '../analysis/calls/callMatrix.ts';
import type { CallReport } from '../analysis/calls/callReport.ts';
import { callShapes } from '../analysis/calls/callShapes.ts';
import { latencyOf } from '../analysis/calls/latency.ts';
import type { ComposedEntry } from '../intake/compose.ts';
import { documentCursor } from '../json/byteCursor.ts';
import type { JsonDocument } from '../json/document.ts';
import { type Pointer, pointerOf } from '../json/pointer.ts';
import type { SampleTable } from '../response/samples/sampleTable.ts';
import { readResponseUsage } from '../response/usage.ts';
import type { Pause } from './slice.ts';

/** Responses between two pauses. */
const atOnce = 200;

export interface Composed {
  readonly document: JsonDocument;
  readonly entries: readonly ComposedEntry[];
}

export async function callReport(
  { document, entries }: Composed,
  rows: SampleTable,
  pause: Pause,
): Promise<CallReport> {
  const gatherer = new CallGatherer();
  const column = () => new Float64Array(entries.length).fill(Number.NaN);
  const [latencies, prompt, generation, cached] = [column(), column(), column(), column()];
  const models: (string | undefined)[] = [];
  const providerStarts = Uint32Array.from([
    ...entries.map(({ providers: [from] }) => from),
    entries.at(-1)?.providers[1] ?? 0,
  ]);
  for (const at of entries.keys()) {
    const cursors = cursorsOf({ document, entries }, at);
    gatherer.add(callFields(cursors));
    latencies[at] = latencyOf(cursors.root, cursors.generation)?.milliseconds ?? Number.NaN;
    const usage = cursors.root && readResponseUsage(cursors.root);
    prompt[at] = usage?.prompt?.value ?? Number.NaN;
    generation[at] = usage?.generation?.value ?? Number.NaN;
    cached[at] = usage?.cached?.value ?? Number.NaN;
    models.push(cursors.root?.get('provider_request')?.get('model')?.text());
    if (at % atOnce === atOnce - 1) await pause();
  }
  const steps = callShapes(rows, entries.length);
  for (;;) {
    const step = steps.next();
    if (step.done) {
      const usages = { prompt, generation, cached };
      return { matrix: gatherer.finish(), latencies, usages, models, providerStarts, shapes: step.value };
    }
    await pause();
  }
}

/** Where a field of a call stands, its time, or its own usage; undefined where it does not have it. */
export function callPlace(composed: Composed, response: number, path: string): Pointer | undefined {
  const cursors = cursorsOf(composed, response);
  if (path === 'latency') return latencyOf(cursors.root, cursors.generation)?.place;
  if (path === 'usage') return cursors.root && readResponseUsage(cursors.root)?.pointer;
  const key = path.startsWith('field ') ? path.slice('field '.length) : undefined;
  return callFields(cursors).findLast((field) => field.path === key)?.place;
}

function cursorsOf({ document, entries }: Composed, response: number): CallCursors {
  const first = (list: string, [from, to]: readonly [number, number] = [0, 0]) =>
    from < to ? documentCursor(document, pointerOf(list, from)) : undefined;
  return {
    root: documentCursor(document, pointerOf('responses', response)),
    generation: first('data', entries[response]?.data),
    provider: first('provider_responses', entries[response]?.providers),
  };
}
