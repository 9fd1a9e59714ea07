// How many rows have which figure: bins of all rows, and how many of each are shown. Pure.

import type { SampleTable } from '../../response/samples/sampleTable.ts';
import { finishGroups } from '../brushes.ts';
import { binsOf, countIn } from '../histogram.ts';
import type { FigureId } from '../probability/figureIds.ts';
import { finishGroupAt, unitsAt } from './cells.ts';
import type { Charts, FinishChart, NumberChart } from './orderRequest.ts';

const mostBins = 24;
const stepLength = 10_000;

/** Charts of characters, tokens, ends and the `figures` of tokens over `count` rows; `isIn` says which of them are shown, all where absent. */
export function* chartsOf(
  rows: SampleTable,
  count: number,
  isIn: Uint8Array | undefined,
  figures: readonly FigureId[],
): Generator<void, Charts> {
  const numbers: Partial<Record<FigureId | 'characters' | 'tokens', NumberChart>> = {
    characters: yield* numberChart(count, isIn, (position) => rows.characters(position)),
    tokens: yield* numberChart(count, isIn, (position) => rows.tokenCount(position)),
  };
  for (const id of figures) numbers[id] = yield* numberChart(count, isIn, (position) => unitsAt(rows, id, position));
  return { numbers, finish: yield* finishChart(rows, count, isIn) };
}

function* numberChart(
  count: number,
  isIn: Uint8Array | undefined,
  value: (position: number) => number,
): Generator<void, NumberChart> {
  const all = new Float64Array(count);
  const shown = new Float64Array(count);
  let known = 0;
  let left = 0;
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let position = 0; position < count; position++) {
    if (position % stepLength === stepLength - 1) yield;
    const own = value(position);
    if (Number.isNaN(own)) continue;
    all[known++] = own;
    if (own < from) from = own;
    if (own > to) to = own;
    if (isIn === undefined || isIn[position] === 1) shown[left++] = own;
  }
  const bins = binsOf(all.subarray(0, known), mostBins);
  return {
    bins,
    shown: countIn(bins, shown.subarray(0, left)),
    ...(known > 0 && { extent: { from, to } }),
    unknown: count - known,
  };
}

function* finishChart(
  rows: SampleTable,
  count: number,
  isIn: Uint8Array | undefined,
): Generator<void, readonly FinishChart[]> {
  const groups = new Map(finishGroups.map((group) => [group, { words: new Set<string>(), all: 0, shown: 0 }]));
  for (let position = 0; position < count; position++) {
    if (position % stepLength === stepLength - 1) yield;
    const group = groups.get(finishGroupAt(rows, position));
    if (group === undefined) continue;
    group.all++;
    if (isIn === undefined || isIn[position] === 1) group.shown++;
    const word = rows.finish(position);
    if (word !== undefined) group.words.add(word);
  }
  return [...groups].flatMap(([group, { words, all, shown }]) =>
    all === 0 ? [] : [{ group, words: [...words], all, shown }],
  );
}
