// Which rows are left where a person narrowed the table: found by a filter, within the brushes, matched by patterns. Pure.

import type { SampleTable } from '../../response/samples/sampleTable.ts';
import { type Brushes, hasBrushes, type NumberRange } from '../brushes.ts';
import { figureIds } from '../probability/figureIds.ts';
import { finishGroupAt, unitsAt } from './cells.ts';
import { ofGroups, type Test } from './ofGroups.ts';
import type { OrderedPattern, OrderRequest } from './orderRequest.ts';

/** Rows between two pauses. */
const stepLength = 20_000;

/** 1 by position for a row that is left; undefined where nothing narrows. */
export function* narrowed(
  rows: SampleTable,
  { count, found, brushes, patterns }: Pick<OrderRequest, 'count' | 'found' | 'brushes' | 'patterns'>,
): Generator<void, Uint8Array | undefined> {
  const tests = [...brushTests(rows, brushes), ...patterns.flatMap(patternTest)];
  if (found === undefined && tests.length === 0) return undefined;
  const left = new Uint8Array(count);
  if (found === undefined) left.fill(1);
  else for (const position of found.positions) left[position] = 1;
  for (const test of tests) {
    for (let position = 0; position < count; position++) {
      if (left[position] === 1 && !test(position)) left[position] = 0;
      if (position % stepLength === stepLength - 1) yield;
    }
  }
  return left;
}

/** A row without the figure is in no range of it. */
function brushTests(rows: SampleTable, brushes: Brushes): readonly Test[] {
  if (!hasBrushes(brushes)) return [];
  const { characters, tokens, finish } = brushes;
  const tests: Test[] = [];
  for (const id of figureIds) {
    const range = brushes[id];
    if (range) tests.push((position) => isIn(unitsAt(rows, id, position), range));
  }
  if (characters) tests.push((position) => isIn(rows.characters(position), characters));
  if (tokens) tests.push((position) => isIn(rows.tokenCount(position), tokens));
  tests.push(...ofGroups(rows, brushes));
  if (finish) tests.push((position) => finish.includes(finishGroupAt(rows, position)));
  return tests;
}

function isIn(value: number, range: NumberRange): boolean {
  return value >= range.from && value <= range.to;
}

function patternTest({ shows, captured }: OrderedPattern): readonly Test[] {
  if (shows === 'all' || captured === undefined) return [];
  const isWanted = shows === 'matching';
  return [
    (position) => {
      const count = captured.counts[position] ?? -1;
      return count < 0 || count > 0 === isWanted;
    },
  ];
}
