// Tokens that were estimated because nothing counts them: put beside what the document says, marked as estimates, and never compared with it.
// Pure.

import type { Encoding } from '../analysis/tokenEncoding.ts';
import { generationUsageRows } from '../analysis/usage.ts';
import { childPointer } from '../json/pointer.ts';
import type { GenerationRow } from '../response/rows.ts';
import { withOverlay } from '../response/samples/sampleChanges.ts';
import type { OpenDocument } from './documents.ts';

export interface Estimates {
  readonly encoding: Encoding;
  /** Tokens of the output by place in `data`. */
  readonly counts: ReadonlyMap<number, number>;
}

/** The places in `data` whose output could be estimated: there is one, and nothing says how many tokens it has. */
export function estimable({ rows }: Pick<OpenDocument, 'rows'>): readonly number[] {
  return rows.filter((row) => row.outputKind === 'text' && !row.isBroken && !isCounted(row)).map((row) => row.position);
}

function isCounted({ tokens }: GenerationRow): boolean {
  return tokens !== undefined && tokens.from !== 'estimated';
}

/** The document with these estimates; itself without any. */
export function withEstimates(document: OpenDocument, estimates: Estimates | undefined): OpenDocument {
  if (estimates === undefined) return document;
  const rows = document.rows.map((row): GenerationRow => {
    if (isCounted(row) || row.isBroken) return row;
    const count = estimates.counts.get(row.position);
    if (count === undefined) return row;
    const pointer = childPointer(row.pointer, 'output');
    return { ...row, tokens: { count, from: 'estimated', encoding: estimates.encoding, pointer } };
  });
  const usage = document.usage.filter((row) => row.source !== 'generation');
  const samples = withOverlay(document.samples, { estimates });
  return { ...document, samples, rows, usage: [...usage, ...generationUsageRows(rows)] };
}
