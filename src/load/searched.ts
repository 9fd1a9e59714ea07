// What is searched of a generation, read from the bytes: its output, its finish reason and its id. Runs in the worker; knows no screen.

import type { JsonDocument } from '../json/document.ts';
import { type ListStrings, listStrings } from '../json/listStrings.ts';
import { pointerOf } from '../json/pointer.ts';
import { textCounter } from '../json/search/countText.ts';
import { readString } from '../json/text.ts';
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

/** What a first part may take: what it finds is on screen at once. */
const firstPartMs = 15;
/** Others are longer, and still let the worker answer what is asked meanwhile. */
const nextPartMs = 16;
/** So many found ones fill a screen: the first part then takes no longer than this. */
const enough = { rows: 40, ms: 4 } as const;
const searchedKeys = ['output', 'finish_reason', 'id'] as const;
/** Generations between two looks at the clock. */
const clockEvery = 64;

/**
 * Generations from `from` on whose output, id or finish reason holds the text, which is not empty, as far as some milliseconds reach; of the first
 * `excerpts` of them also what a row shows.
 */
export function filterGenerations(
  document: JsonDocument,
  { text, matchCase }: FilterRequest,
  from: number,
  excerpts: number,
): FoundPart {
  const begins = performance.now();
  const partMs = from === 0 ? firstPartMs : nextPartMs;
  const { bytes } = document;
  const strings = stringsOf(document);
  const total = strings.count;
  const count = textCounter(bytes, text, matchCase);
  const positions: number[] = [];
  const counts: number[] = [];
  const first: FoundGeneration[] = [];
  let position = from;
  for (; position < total; position++) {
    if (position % clockEvery === clockEvery - 1 && position > from) {
      const isEnough = from === 0 && positions.length >= enough.rows;
      if (performance.now() - begins > (isEnough ? enough.ms : partMs)) break;
    }
    const places = strings.findAll(position, searchedKeys);
    const countAt = (key: number, most: number): number =>
      places[2 * key + 1] === 0 ? 0 : count(places[2 * key] ?? 0, places[2 * key + 1] ?? 0, most);
    const own = countAt(0, mostMatches);
    if (own === 0 && countAt(1, 1) === 0 && countAt(2, 1) === 0) continue;
    positions.push(position);
    counts.push(own);
    if (first.length < excerpts) first.push(foundAt(document, position, { text, matchCase }));
  }
  return {
    positions: Uint32Array.from(positions),
    counts: Uint32Array.from(counts),
    first,
    ...(position < total && { next: position }),
  };
}

function foundAt(document: JsonDocument, position: number, request: FilterRequest): FoundGeneration {
  const matches = rowMatches(document, position, request);
  return { position, ...(matches && { matches }) };
}

/** What a row shows of the text in its output; undefined where that does not hold it. */
export function rowMatches(
  document: JsonDocument,
  position: number,
  { text, matchCase }: FilterRequest,
): TextMatches | undefined {
  const { output = '' } = searchedTexts(document, position);
  return matchesIn(output, literalRanges(output, text, matchCase));
}

/** Every place of the text in the output of one generation. */
export function outputMatches(
  document: JsonDocument,
  position: number,
  { text, matchCase }: FilterRequest,
): readonly MatchRange[] {
  return literalRanges(searchedTexts(document, position).output ?? '', text, matchCase);
}

function searchedTexts(document: JsonDocument, position: number): SearchedTexts {
  const strings = stringsOf(document);
  const text = (key: string): string | undefined => {
    const range = strings.find(position, key);
    return range && readString(document.bytes, range.from, range.to);
  };
  const output = text('output');
  const others = [text('finish_reason'), text('id')].filter((one) => one !== undefined);
  return { ...(output !== undefined && { output }), others };
}

const known = new WeakMap<JsonDocument, ListStrings>();

function stringsOf(document: JsonDocument): ListStrings {
  const strings = known.get(document) ?? listStrings(document, pointerOf('data'));
  known.set(document, strings);
  return strings;
}

/** The texts of generations from one on: of that one at least, and of as many as have `maxLength` code units together. */
export function searchTexts(document: JsonDocument, from: number, maxLength: number): SearchTexts {
  const count = document.find(pointerOf('data'))?.childCount ?? 0;
  const texts: SearchedTexts[] = [];
  let length = 0;
  for (let position = from; position < count && (length < maxLength || position === from); position++) {
    const own = searchedTexts(document, position);
    texts.push(own);
    length += [own.output ?? '', ...own.others].reduce((sum, text) => sum + text.length, 0);
  }
  const next = from + texts.length;
  return { texts, ...(next < count && { next }) };
}
