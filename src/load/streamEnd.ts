// Whether a stream was read to its end. A stream that breaks off between two events is sound JSON, so that only what its events say
// tells it.

import type { StreamFacts } from '../intake/form.ts';
import type { ProviderTable } from '../response/choices/choiceTable.ts';
import type { SampleTable } from '../response/samples/sampleTable.ts';

/**
 * The line, from 1, at which a stream breaks off; undefined where it has an end: `[DONE]`, a finish reason of everything in it, or an error. A
 * stream whose shape is not known has no end that could be missed, unless its last event breaks off.
 */
export function lineOfCut(
  { isCut, isDone, isJoined, lastLine }: StreamFacts,
  samples: Pick<SampleTable, 'length' | 'finishClass'>,
  providers: ProviderTable,
): number | undefined {
  if (isCut) return lastLine;
  if (isDone) return undefined;
  if (isJoined) {
    for (let position = 0; position < samples.length; position++)
      if (samples.finishClass(position) < 0) return lastLine;
    return undefined;
  }
  for (let choice = 0; choice < providers.choiceCount; choice++) {
    if (providers.finishCode(choice) < 0 && !providers.isKeptBack(providers.providerOf(choice))) return lastLine;
  }
  return undefined;
}
