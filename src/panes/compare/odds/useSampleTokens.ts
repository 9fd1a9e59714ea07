// Gets the tokens of compared generations from the document's worker, as indexes on bytes. Knows what is linked; computes nothing.

import { useMemo } from 'react';
import type { Pointer } from '../../../json/pointer.ts';
import type { ProviderTable } from '../../../response/choices/choiceTable.ts';
import type { SampleTokens } from '../../../response/questions.ts';
import type { SampleList } from '../../../response/samples/sampleList.ts';
import { useAnswer } from '../../../state/answer.ts';
import { useDocument } from '../../../state/store.ts';

/** Samples and tokens that are held on the page at once. */
const mostSamples = 200;
const mostTokens = 150_000;

interface LinkedChoice {
  /** Of the generation. */
  readonly position: number;
  readonly choice: Pointer;
  /** Among the choices of its provider response. */
  readonly place: number;
  readonly tokenCount: number;
}

export interface SampleTokensState {
  /** By position; undefined while they are on their way. */
  readonly tokens: ReadonlyMap<number, SampleTokens> | undefined;
  /** Generations whose choice lists tokens, and how many of them are beyond what is held at once. */
  readonly listingCount: number;
  readonly leftOutCount: number;
  readonly problem: string | undefined;
}

/** The choices of generations that list tokens, in document order. */
function choicesWithTokens(providers: ProviderTable, rows: SampleList | undefined): readonly LinkedChoice[] {
  const positions = [...new Set(rows?.positions)].sort((one, other) => one - other);
  return positions.flatMap((position) => {
    const number = providers.choiceOf(position);
    const tokenCount = providers.listedTokens(number);
    if (number < 0 || tokenCount <= 0) return [];
    return [{ position, choice: providers.choicePointer(number), place: providers.positionOf(number), tokenCount }];
  });
}

export function useSampleTokens(rows: SampleList | undefined): SampleTokensState {
  const { providers } = useDocument();
  const listing = useMemo(() => choicesWithTokens(providers, rows), [providers, rows]);
  const asked = useMemo(() => firstOf(listing), [listing]);
  const key =
    asked.length === 0
      ? undefined
      : `sampleTokens ${asked.map(({ position, choice, place }) => `${position} ${choice} ${place}`).join(' ')}`;
  const { value, isStale, problem } = useAnswer(key, async (questions) => {
    const all = await Promise.all(
      asked.map(({ position, choice, place }) => questions.sampleTokens(position, choice, place)),
    );
    return new Map(all.flatMap((one) => (one === undefined ? [] : [[one.position, one] as const])));
  });
  return {
    tokens: isStale ? undefined : value,
    listingCount: listing.length,
    leftOutCount: listing.length - asked.length,
    problem,
  };
}

function firstOf(listing: readonly LinkedChoice[]): readonly LinkedChoice[] {
  let tokens = 0;
  return listing.slice(0, mostSamples).filter(({ tokenCount }) => {
    tokens += tokenCount;
    return tokens <= mostTokens;
  });
}
