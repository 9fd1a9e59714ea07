// Writes into the table of samples what is known when everything has been read: names, links, what comes from the linked choice. Runs in the worker.

import { labelsInResponses, repeatedIndexes } from '../response/generationNames.ts';
import type { Links } from '../response/link/links.ts';
import type { SampleWriter } from '../response/samples/sampleWriter.ts';
import { writeFigures, writeLink, writeNamed, writeState, writeTokens } from '../response/samples/writeRow.ts';
import type { FromChoice } from './gatheredProviders.ts';

export interface Found {
  readonly links: Links;
  /** By place in `data`. */
  readonly fromChoice: ReadonlyMap<number, FromChoice>;
  /** Every check has passed. */
  readonly isChecked: boolean;
  /** They are of several responses. */
  readonly isSeveral: boolean;
}

const stepRows = 64;

/** Writes `count` rows, in steps. */
export function* writeFound(samples: SampleWriter, count: number, found: Found): Generator<void, void> {
  const { links, fromChoice, isChecked, isSeveral } = found;
  const read = samples.table();
  const indexes = Float64Array.from({ length: count }, (_, position) => read.index(position));
  const given = (index: number) => (Number.isNaN(index) ? undefined : index);
  const labels = isSeveral ? labelsInResponses(Array.from(indexes, given), read) : undefined;
  const repeated = labels ? undefined : repeatedIndexes(indexes);
  for (let position = 0; position < count; position++) {
    const index = indexes[position] ?? Number.NaN;
    const label = labels?.[position];
    const isByPlace = Number.isNaN(index) || repeated?.has(index);
    if (label === undefined) writeNamed(samples, position, isByPlace ? 'place' : 'index', isChecked);
    else writeState(samples, position, { label, index, isChecked });
    writeLink(samples, position, links.columns.words[position] ?? -1, links.isShared(position));
    // Columns that nobody wrote say already that there is nothing.
    const own = fromChoice.get(position);
    if (own?.tokens) writeTokens(samples, position, own.tokens);
    if (own?.logprobs) writeFigures(samples, position, own.logprobs);
    if (position % stepRows === 0) yield;
  }
}
