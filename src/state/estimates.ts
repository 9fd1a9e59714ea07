// Tokens that were estimated because nothing counts them: put beside what the document says, marked as estimates, and never compared with it.
// Pure.

import type { Encoding } from '../analysis/tokenEncoding.ts';
import { withOverlay } from '../response/samples/sampleChanges.ts';
import { outputKinds, tokenSources } from '../response/samples/sampleColumns.ts';
import type { SampleTable } from '../response/samples/sampleTable.ts';
import type { OpenDocument } from './documents.ts';

export interface Estimates {
  readonly encoding: Encoding;
  /** Tokens of the output by place in `data`. */
  readonly counts: ReadonlyMap<number, number>;
}

/** The places in `data` whose output could be estimated: there is one, and nothing says how many tokens it has. */
export function estimable({ rows }: Pick<OpenDocument, 'rows'>): readonly number[] {
  return [...estimablePlaces(rows)];
}

/** Whether there is any such place; ends at the first. */
export function isEstimable({ rows }: Pick<OpenDocument, 'rows'>): boolean {
  return !estimablePlaces(rows).next().done;
}

const text = outputKinds.indexOf('text');

function* estimablePlaces(rows: SampleTable): Generator<number> {
  for (const { from, cells } of rows.cells('outputKind')) {
    for (let row = 0; row < cells.length; row++) {
      // Held as code + 1.
      const isText = cells[row] === text + 1;
      if (isText && !isCounted(rows, from + row) && !rows.isBroken(from + row)) yield from + row;
    }
  }
}

function isCounted(rows: SampleTable, position: number): boolean {
  const source = tokenSources[rows.tokenSource(position)];
  return source !== undefined && source !== 'estimated';
}

/** The document with these estimates; itself without any. */
export function withEstimates(document: OpenDocument, estimates: Estimates | undefined): OpenDocument {
  if (estimates === undefined) return document;
  return { ...document, rows: withOverlay(document.rows, { estimates }) };
}
