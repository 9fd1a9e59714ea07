// What is searched of a generation, read from the bytes: its output, its finish reason and its id. Runs in the worker; knows no screen.

import type { JsonDocument } from '../json/document.ts';
import { childPointer, pointerOf } from '../json/pointer.ts';
import { readString } from '../json/text.ts';
import { type FoundGeneration, literalRanges, type MatchRange, matchesIn } from '../response/matches.ts';
import type { FilterRequest, SearchedTexts, SearchTexts } from '../response/questions.ts';

/** Generations whose output, id or finish reason holds the text; every one where the text is empty. */
export function filterGenerations(
  document: JsonDocument,
  { text, matchCase }: FilterRequest,
): readonly FoundGeneration[] {
  const holds = (other: string) => literalRanges(other, text, matchCase).length > 0;
  const found: FoundGeneration[] = [];
  const data = document.find(pointerOf('data'));
  for (let position = 0; position < (data?.childCount ?? 0); position++) {
    const { output = '', others } = searchedTexts(document, position);
    const matches = matchesIn(output, literalRanges(output, text, matchCase));
    if (matches) found.push({ position, matches });
    else if (text === '' || others.some(holds)) found.push({ position });
  }
  return found;
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
  const generation = pointerOf('data', position);
  const text = (key: string): string | undefined => {
    const node = document.find(childPointer(generation, key));
    return node?.kind === 'string' ? readString(document.bytes, node.from, node.to) : undefined;
  };
  const output = text('output');
  const others = [text('finish_reason'), text('id')].filter((one) => one !== undefined);
  return { ...(output !== undefined && { output }), others };
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
