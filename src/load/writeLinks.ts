// Writes what is known of generations when everything has been read: names, links, what comes from the linked choice. Runs in the worker.

import { generationLabels, labelsInResponses } from '../response/generationNames.ts';
import type { Links } from '../response/link/links.ts';
import type { SampleWriter } from '../response/samples/sampleWriter.ts';
import { writeFigures, writeLink, writeState, writeTokens } from '../response/samples/writeRow.ts';
import type { LinkedProviders } from './gatheredProviders.ts';
import type { Slice } from './slice.ts';

export interface LinksToWrite {
  /** Of `data` alone. */
  readonly samples: SampleWriter;
  readonly links: Links;
  readonly linked: LinkedProviders;
  /** The text is whole, so that every check has passed over it. */
  readonly isChecked: boolean;
  /** They are of several responses. */
  readonly isSeveral: boolean;
}

export async function writeLinks(
  { samples, links, linked, isChecked, isSeveral }: LinksToWrite,
  slice: Slice,
): Promise<void> {
  const read = samples.table();
  const indexes = Array.from({ length: samples.length }, (_, position) => {
    const index = read.index(position);
    return Number.isNaN(index) ? undefined : index;
  });
  const labels = isSeveral ? labelsInResponses(indexes, read) : generationLabels(indexes);
  for (const [position, label] of labels.entries()) {
    const index = indexes[position];
    writeState(samples, position, { label, isChecked, ...(index !== undefined && { index }) });
    writeLink(samples, position, links.at(position));
    const { tokens, logprobs } = linked.fromChoice.get(position) ?? {};
    writeTokens(samples, position, tokens);
    writeFigures(samples, position, logprobs);
    await slice.progress('linking', 0, 1);
  }
}
