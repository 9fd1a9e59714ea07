// The samples of some responses of a document. Pure.

import type { Pointer } from '../../json/pointer.ts';
import type { SampleTable } from '../../response/samples/sampleTable.ts';

/** Positions, ascending. */
export function samplesOf(rows: SampleTable, responses: readonly number[]): readonly number[] {
  const wanted = new Set(responses);
  const found: number[] = [];
  for (let position = 0; position < rows.length; position++)
    if (wanted.has(rows.response(position))) found.push(position);
  return found;
}

/** Where the first sample of a response stands; undefined where it has none. */
export function firstSample(rows: SampleTable, response: number): Pointer | undefined {
  for (let position = 0; response >= 0 && position < rows.length; position++)
    if (rows.response(position) === response) return rows.pointer(position);
  return undefined;
}
