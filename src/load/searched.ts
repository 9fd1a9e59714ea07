// What is searched of the samples: their outputs, finish reasons and ids. Runs in the worker; knows no screen.

import {
  type FoundGeneration,
  type FoundPart,
  literalRanges,
  type MatchRange,
  matchesIn,
  mostMatches,
  type TextMatches,
} from '../response/matches.ts';
import type { FilterRequest, SearchedTexts, SearchTexts } from '../response/questions.ts';
import type { Samples } from './samples.ts';

/** What a first part may take: what it finds is on screen at once. */
const firstPartMs = 15;
/** Others are longer, and still let the worker answer what is asked meanwhile. */
const nextPartMs = 16;
/** So many found ones fill a screen: the first part then takes no longer than this. */
const enough = { rows: 40, ms: 4 } as const;
/** Generations between two looks at the clock. */
const clockEvery = 64;

/**
 * Generations from `from` on whose output, id or finish reason holds the text, which is not empty, as far as some milliseconds reach; of the first
 * `excerpts` of them also what a row shows.
 */
export function filterGenerations(samples: Samples, request: FilterRequest, from: number, excerpts: number): FoundPart {
  const begins = performance.now();
  const partMs = from === 0 ? firstPartMs : nextPartMs;
  const total = samples.count;
  const count = samples.counter(request, mostMatches);
  const positions: number[] = [];
  const counts: number[] = [];
  const first: FoundGeneration[] = [];
  let position = from;
  for (; position < total; position++) {
    if (position % clockEvery === clockEvery - 1 && position > from) {
      const isEnough = from === 0 && positions.length >= enough.rows;
      if (performance.now() - begins > (isEnough ? enough.ms : partMs)) break;
    }
    const { count: own, isBeside } = count(position);
    if (own === 0 && !isBeside) continue;
    positions.push(position);
    counts.push(own);
    if (first.length < excerpts) first.push(foundAt(samples, position, request));
  }
  return {
    positions: Uint32Array.from(positions),
    counts: Uint32Array.from(counts),
    first,
    ...(position < total && { next: position }),
  };
}

function foundAt(samples: Samples, position: number, request: FilterRequest): FoundGeneration {
  const matches = rowMatches(samples, position, request);
  return { position, ...(matches && { matches }) };
}

/** What a row shows of the text in its output; undefined where that does not hold it. */
export function rowMatches(
  samples: Samples,
  position: number,
  { text, matchCase }: FilterRequest,
): TextMatches | undefined {
  const { output = '' } = samples.searched(position);
  return matchesIn(output, literalRanges(output, text, matchCase));
}

/** Every place of the text in the output of one generation. */
export function outputMatches(
  samples: Samples,
  position: number,
  { text, matchCase }: FilterRequest,
): readonly MatchRange[] {
  return literalRanges(samples.searched(position).output ?? '', text, matchCase);
}

/** The texts of generations from one on: of that one at least, and of as many as have `maxLength` code units together. */
export function searchTexts(samples: Samples, from: number, maxLength: number): SearchTexts {
  const { count } = samples;
  const texts: SearchedTexts[] = [];
  let length = 0;
  for (let position = from; position < count && (length < maxLength || position === from); position++) {
    const own = samples.searched(position);
    texts.push(own);
    length += [own.output ?? '', ...own.others].reduce((sum, text) => sum + text.length, 0);
  }
  const next = from + texts.length;
  return { texts, ...(next < count && { next }) };
}
