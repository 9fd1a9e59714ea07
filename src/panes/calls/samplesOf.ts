// The samples of some responses of a document. Pure.

import type { SampleTable } from '../../response/samples/sampleTable.ts';

/** Positions, ascending. */
export function samplesOf(rows: SampleTable, responses: readonly number[]): readonly number[] {
  const wanted = new Set(responses);
  const found: number[] = [];
  for (let position = 0; position < rows.length; position++)
    if (wanted.has(rows.response(position))) found.push(position);
  return found;
}
