// The token counts of all rows, chunk by chunk, with what a person put over them. Makes no objects.

import { type Column, chunkRows } from './sampleColumns.ts';
import type { SampleTable } from './sampleTable.ts';

/** Token counts of the rows of a chunk, NaN where they are not known; undefined where none of them is. */
export function tokensIn(samples: SampleTable, chunk: number): Float64Array | undefined {
  const from = chunk * chunkRows;
  if (isCovered(samples)) {
    const length = Math.max(0, Math.min(chunkRows, samples.length - from));
    return Float64Array.from({ length }, (_, row) => samples.tokenCount(from + row));
  }
  const cells = cellsOf(samples, chunk, 'tokens');
  return cells instanceof Float64Array ? cells : undefined;
}

/** How many rows have each of `tokenSources`, by its place there, in the order in which they appear. */
export function tokenSourceCounts(samples: SampleTable): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  const chunks = Math.ceil(samples.length / chunkRows);
  for (let chunk = 0; chunk < chunks; chunk++) {
    const from = chunk * chunkRows;
    const cells = isCovered(samples)
      ? Uint8Array.from(
          { length: Math.min(chunkRows, samples.length - from) },
          (_, row) => samples.tokenSource(from + row) + 1,
        )
      : cellsOf(samples, chunk, 'tokenSource');
    // Held as code + 1.
    for (const cell of cells ?? []) if (cell > 0) counts.set(cell - 1, (counts.get(cell - 1) ?? 0) + 1);
  }
  return counts;
}

function isCovered({ parts: { overlay } }: SampleTable): boolean {
  return overlay.estimates !== undefined || overlay.taken !== undefined;
}

function cellsOf(
  { parts, length }: SampleTable,
  chunk: number,
  name: 'tokens' | 'tokenSource',
): Column['cells'] | undefined {
  return parts.chunks[chunk]?.columns[name]?.cells.subarray(0, Math.max(0, length - chunk * chunkRows));
}
