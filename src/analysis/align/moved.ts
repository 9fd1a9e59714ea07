// Finds passages that stand at one place in some samples and at another in others. Knows columns and token numbers.

import type { MovedPassage, MovedPlace } from './alignment.ts';
import type { Columns } from './columns.ts';
import { type ColumnTexts, hasCommonText } from './divergences.ts';
import type { Granularity } from './tokens.ts';
import type { Numbering } from './vocabulary.ts';

export interface Moved {
  readonly moved: readonly MovedPassage[];
  readonly movedOf: Int32Array;
}

/** The shortest passage, in tokens. */
const shortest: Readonly<Record<Granularity, number>> = { character: 8, word: 2, sentence: 1, line: 1 };
/** A passage that stands at more places than this was not moved, it is common. */
const mostPlaces = 6;
const mostCandidates = 100_000;
/** How much rarer than once by chance a passage must be, in nats. */
const certainty = 3;

/** The tokens of a text that stand in columns where samples differ, in order. */
interface Path {
  readonly columns: Int32Array;
  readonly items: Int32Array;
  /** Places among all content tokens of the text, so that neighbours are known. */
  readonly places: Int32Array;
}

interface Candidate {
  readonly weight: number;
  readonly one: MovedPlace;
  readonly other: MovedPlace;
}

/** Finds moved passages, the weightiest first; no column is part of two of them. */
export function findMoved(
  columns: Columns,
  byColumn: ColumnTexts,
  divergenceOf: Int32Array,
  numbering: Numbering,
  granularity: Granularity,
): Moved {
  const movedOf = new Int32Array(columns.columnCount).fill(-1);
  const paths = numbering.texts.map((_, text) => pathOf(text, columns, divergenceOf, numbering));
  const candidates = findCandidates(paths, columns, byColumn, numbering.surprise, shortest[granularity]);
  const moved: { places: MovedPlace[] }[] = [];
  for (const { one, other } of candidates.sort((left, right) => right.weight - left.weight)) {
    const [isNewOne, isNewOther] = [isFree(one, movedOf), isFree(other, movedOf)];
    if (isNewOne && isNewOther) {
      mark(one, moved.length, movedOf);
      mark(other, moved.length, movedOf);
      moved.push({ places: [one, other] });
      continue;
    }
    // A third place of a passage that is known.
    const [known, added] = isNewOne ? [other, one] : [one, other];
    if (!isFree(added, movedOf)) continue;
    const passage = moved[movedOf[known.columns[0] as number] as number];
    if (!passage?.places.some(({ columns: place }) => isSameList(place, known.columns))) continue;
    mark(added, moved.indexOf(passage), movedOf);
    passage.places.push(added);
  }
  return { moved, movedOf };
}

function pathOf(text: number, columns: Columns, divergenceOf: Int32Array, { texts }: Numbering): Path {
  const columnOf = columns.columnOf[text] as Int32Array;
  const { content, places } = texts[text] as Numbering['texts'][number];
  const columnsOf = new Int32Array(content.length);
  const items = new Int32Array(content.length);
  const kept = new Int32Array(content.length);
  let count = 0;
  for (let at = 0; at < content.length; at++) {
    const column = columnOf[places[at] as number] as number;
    if ((divergenceOf[column] as number) < 0) continue;
    columnsOf[count] = column;
    items[count] = content[at] as number;
    kept[count++] = at;
  }
  return { columns: columnsOf.subarray(0, count), items: items.subarray(0, count), places: kept.subarray(0, count) };
}

function findCandidates(
  paths: readonly Path[],
  columns: Columns,
  byColumn: ColumnTexts,
  surprise: Float64Array,
  length: number,
): Candidate[] {
  // By the hash of a run: its different first columns, with the text and place where each was seen first.
  const starts = new Map<number, { text: number; at: number }[]>();
  const seen = new Set<number>();
  paths.forEach((path, text) => {
    for (let at = 0; at + length <= path.items.length; at++) {
      if (!isRun(path, at, length)) continue;
      const column = path.columns[at] as number;
      // Texts that go through the same columns would say the same again.
      const ends = column * columns.columnCount + (path.columns[at + length - 1] as number);
      if (seen.has(ends)) continue;
      seen.add(ends);
      const hash = hashOf(path.items, at, length);
      const list = starts.get(hash);
      if (list === undefined) starts.set(hash, [{ text, at }]);
      else if (list.length <= mostPlaces) list.push({ text, at });
    }
  });
  const candidates: Candidate[] = [];
  for (const list of starts.values()) {
    if (list.length < 2 || list.length > mostPlaces) continue;
    for (let first = 0; first < list.length; first++) {
      for (let second = first + 1; second < list.length; second++) {
        if (candidates.length >= mostCandidates) return candidates;
        const [one, other] = [list[first], list[second]];
        if (one === undefined || other === undefined || one.text === other.text) continue;
        const found = extended(paths, one, other, byColumn, surprise, length);
        if (found) candidates.push(found);
      }
    }
  }
  return candidates;
}

function isRun({ places }: Path, at: number, length: number): boolean {
  return (places[at + length - 1] as number) - (places[at] as number) === length - 1;
}

/** The whole passage around a run that two texts have; undefined when it is not moved, or may be chance. */
function extended(
  paths: readonly Path[],
  one: { readonly text: number; readonly at: number },
  other: { readonly text: number; readonly at: number },
  byColumn: ColumnTexts,
  surprise: Float64Array,
  length: number,
): Candidate | undefined {
  const pathOne = paths[one.text] as Path;
  const pathOther = paths[other.text] as Path;
  const isMoved = (atOne: number, atOther: number): boolean =>
    pathOne.items[atOne] === pathOther.items[atOther] &&
    !hasCommonText(byColumn, pathOne.columns[atOne] as number, pathOther.columns[atOther] as number);
  for (let at = 0; at < length; at++) if (!isMoved(one.at + at, other.at + at)) return undefined;
  // The run before this one says the same.
  if (goesOn(pathOne, one.at - 1) && goesOn(pathOther, other.at - 1) && isMoved(one.at - 1, other.at - 1))
    return undefined;
  let end = length;
  while (
    goesOn(pathOne, one.at + end - 1) &&
    goesOn(pathOther, other.at + end - 1) &&
    isMoved(one.at + end, other.at + end)
  ) {
    end++;
  }
  let weight = 0;
  for (let at = 0; at < end; at++) weight += surprise[pathOne.items[one.at + at] as number] as number;
  const chance = Math.log(pathOne.items.length) + Math.log(pathOther.items.length);
  if (weight < chance + certainty) return undefined;
  return {
    weight,
    one: { columns: pathOne.columns.slice(one.at, one.at + end), text: one.text },
    other: { columns: pathOther.columns.slice(other.at, other.at + end), text: other.text },
  };
}

/** Whether the item after `at` follows it in the text as well. */
function goesOn({ places, items }: Path, at: number): boolean {
  return at >= 0 && at + 1 < items.length && places[at + 1] === (places[at] as number) + 1;
}

function hashOf(items: Int32Array, from: number, length: number): number {
  let hash = 0;
  for (let at = from; at < from + length; at++) hash = (Math.imul(hash, 0x01000193) ^ (items[at] as number)) | 0;
  return length === 1 ? (items[from] as number) : hash;
}

function isFree({ columns }: MovedPlace, movedOf: Int32Array): boolean {
  return columns.every((column) => (movedOf[column] as number) < 0);
}

function mark({ columns }: MovedPlace, passage: number, movedOf: Int32Array): void {
  for (const column of columns) movedOf[column] = passage;
}

function isSameList(one: Int32Array, other: Int32Array): boolean {
  return one.length === other.length && one.every((value, at) => value === other[at]);
}
