// Whether a stream was read to its end. A stream that breaks off between two events is sound JSON, so that only what its events say
// tells it.

import type { ReadStream } from '../intake/eventStream.ts';
import type { ProviderRow } from '../response/rows.ts';
import type { SampleTable } from '../response/samples/sampleTable.ts';

/**
 * The line, from 1, at which a stream breaks off; undefined where it has an end: `[DONE]`, a finish reason of everything in it, or an error. A
 * stream whose shape is not known has no end that could be missed, unless its last event breaks off.
 */
export function lineOfCut(
  { isCut, isDone, isJoined, lastLine }: Pick<ReadStream, 'isCut' | 'isDone' | 'isJoined' | 'lastLine'>,
  samples: Pick<SampleTable, 'length' | 'finishClass'>,
  providers: readonly Pick<ProviderRow, 'choices' | 'error' | 'blocked'>[],
): number | undefined {
  if (isCut) return lastLine;
  if (isDone) return undefined;
  if (isJoined) {
    for (let position = 0; position < samples.length; position++)
      if (samples.finishClass(position) < 0) return lastLine;
    return undefined;
  }
  const isOpen = providers.some(
    ({ choices, error, blocked }) =>
      error === undefined && blocked === undefined && choices.some(({ finishReason }) => finishReason === undefined),
  );
  return isOpen ? lastLine : undefined;
}
