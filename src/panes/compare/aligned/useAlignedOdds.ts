// The odds of the differences of an alignment. Knows the alignment; not how odds are found.

import { useMemo } from 'react';
import type { AlignedText, Alignment } from '../../../analysis/align/alignment.ts';
import { tokensIn } from '../../../analysis/align/alignment.ts';
import type { OddsFork } from '../../../analysis/probability/forkWays.ts';
import { type ForkOddsState, useForkOdds } from '../odds/useForkOdds.ts';
import type { AlignedTexts, Picture } from './useAlignment.ts';

const nothing = { rows: undefined, saying: () => '', answerLength: () => 0, samplesOf: [], forks: () => [] };

/** By difference; who has nothing there goes the way after the last variant. */
export function useAlignedOdds(
  compared: Picture['compared'] | undefined,
  places: readonly number[] | undefined,
  aligned: AlignedTexts | undefined,
): ForkOddsState {
  const subject = useMemo(() => {
    if (compared === undefined || places === undefined || aligned === undefined) return nothing;
    const { alignment, texts } = aligned;
    return {
      rows: compared.rows.pick(places),
      saying: (sample: number) => texts[sample] ?? '',
      answerLength: (sample: number) => compared.outputLengths[places[sample] ?? -1] ?? 0,
      samplesOf: alignment.texts.map(({ samples }) => samples),
      forks: () => forksOf(alignment),
    };
  }, [compared, places, aligned]);
  return useForkOdds(subject);
}

function forksOf({ texts, divergences }: Alignment): readonly OddsFork[] {
  return divergences.map((place, at): OddsFork => {
    const ranges = texts.map((text) => tokensIn(text, place));
    const variantCount = Math.max(...texts.map((text) => wayOf(text, at))) + 1;
    return {
      from: texts.map(({ starts }, text) => starts[ranges[text]?.[0] ?? 0] ?? 0),
      to: texts.map(({ starts }, text) => starts[ranges[text]?.[1] ?? 0] ?? 0),
      wayOf: texts.map((text) => (wayOf(text, at) < 0 ? variantCount : wayOf(text, at))),
    };
  });
}

function wayOf(text: AlignedText, divergence: number): number {
  return text.wayOf[divergence] ?? -1;
}
