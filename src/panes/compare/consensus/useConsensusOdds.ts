// The odds of the forks of a consensus, of the samples that count. Knows the consensus; not how odds are found.

import { useMemo } from 'react';
import { type Consensus, takesPart, wayOfText } from '../../../analysis/consensus/consensus.ts';
import type { OddsFork } from '../../../analysis/probability/forkWays.ts';
import { type ForkOddsState, useForkOdds } from '../odds/useForkOdds.ts';
import type { ReadConsensus } from './useConsensus.ts';

/** By fork of the consensus, with the numbers that its ways have there. `counted`: the samples that count, where not all do. */
export function useConsensusOdds(
  { consensus, saying, rows, outputLengths }: ReadConsensus,
  counted: readonly number[] | undefined,
): ForkOddsState {
  const subject = useMemo(
    () => ({
      rows,
      saying,
      answerLength: (sample: number) => outputLengths[sample] ?? 0,
      samplesOf: consensus.texts.map(({ samples }) => samples),
      forks: () => forksOf(consensus),
    }),
    [consensus, saying, rows, outputLengths],
  );
  return useForkOdds(subject, counted);
}

function forksOf(consensus: Consensus): readonly OddsFork[] {
  const { texts } = consensus;
  return Array.from(consensus.forks, (segment) => ({
    from: texts.map(({ starts }) => starts[segment] ?? 0),
    to: texts.map(({ starts }) => starts[segment + 1] ?? 0),
    wayOf: texts.map((_, text) => (takesPart(consensus, segment, text) ? wayOfText(consensus, segment, text) : -1)),
  }));
}
