import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { figureUnits, finishGroup, orderedRows, rowTotals } from '../../../e2e/fixtures/orderReference.ts';
import { randomRow, rowOptions } from '../../../e2e/fixtures/randomRow.ts';
import { testRow } from '../../../e2e/fixtures/testRow.ts';
import { writeRow } from '../../../e2e/fixtures/testSamples.ts';
import { pointerOf } from '../../json/pointer.ts';
import type { FinishClass } from '../../response/model.ts';
import type { GenerationRow } from '../../response/rows.ts';
import { withOverlay } from '../../response/samples/sampleChanges.ts';
import type { SampleTable } from '../../response/samples/sampleTable.ts';
import { SampleWriter } from '../../response/samples/sampleWriter.ts';
import { equalAnswers, equalSign, equalText } from '../equalAnswers.ts';
import { figureIds } from '../probability/figureIds.ts';
import { equalTo } from './equalGroups.ts';
import { isQuick, knownAfter, orderNow } from './orderNow.ts';
import type { CapturedColumn, OrderColumn, OrderRequest, SampleOrder } from './orderRequest.ts';
import { type KnownOrder, orderInSteps } from './orderRows.ts';

function tableOf(rows: readonly GenerationRow[]): SampleTable {
  const writer = new SampleWriter();
  for (const row of rows) writeRow(writer, row);
  return writer.table();
}

const asIs: Omit<OrderRequest, 'count'> = { sort: [], brushes: {}, patterns: [], isWhole: true };

function order(rows: readonly GenerationRow[], request: Partial<OrderRequest> = {}): SampleOrder {
  return orderNow(tableOf(rows), { ...asIs, count: rows.length, ...request });
}

function positions(of: SampleOrder): readonly number[] {
  return of.positions === undefined ? Array.from({ length: of.count }, (_, at) => at) : [...of.positions];
}

const columns: readonly OrderColumn[] = [
  ...figureIds,
  ...(['index', 'output', 'pattern1', 'finish', 'tokens', 'characters', 'surprisal'] as const),
  ...(['link', 'config', 'id', 'star', 'note'] as const),
];

const captured = fc.array(fc.constantFrom('7', '10', 'B', 'a', '', undefined, 'none', 'unknown')).map(
  (found): CapturedColumn => ({
    counts: Int32Array.from(found, (value) => (value === 'unknown' ? -1 : value === 'none' ? 0 : 1)),
    valueAt: Int32Array.from(found, (value) => ['7', '10', 'B', 'a', ''].indexOf(value ?? 'no')),
    values: ['7', '10', 'B', 'a', ''],
  }),
);
const range = fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: 0, max: 100 })).map(([from, more]) => ({
  from,
  to: from + more,
}));
const options: { noNullPrototype: true; requiredKeys: [] } = { noNullPrototype: true, requiredKeys: [] };
const request = fc.record({
  sort: fc.array(fc.record({ column: fc.constantFrom(...columns), isDescending: fc.boolean() }), { maxLength: 3 }),
  found: fc.option(fc.uniqueArray(fc.nat(11)), { nil: undefined }),
  brushes: fc.record(
    {
      characters: range,
      tokens: range,
      lowest16: range,
      logprob: range,
      finish: fc.subarray(['stop', 'length', 'unknown', 'none'] as const),
    },
    options,
  ),
  patterns: fc.array(
    fc.record({ shows: fc.constantFrom('all' as const, 'matching' as const, 'other' as const), captured }),
    { maxLength: 2 },
  ),
  annotations: fc.dictionary(
    fc.nat(11).map(String),
    fc.record({ isStarred: fc.boolean(), note: fc.constantFrom('', 'Good', 'bad') }),
    { noNullPrototype: true },
  ),
});
/** Groups are numbered as they come, and tokens are whole. */
const rowList = fc.array(rowOptions, { maxLength: 12 }).map((list) =>
  list.map((one, at): GenerationRow => {
    const row = randomRow(at, one);
    const { group, tokens } = row;
    return {
      ...row,
      ...(group !== undefined && { group: group % 3 }),
      ...(tokens && {
        tokens: { ...tokens, count: Number.isFinite(tokens.count) ? Math.trunc(tokens.count % 1000) + 0 : 7 },
      }),
    };
  }),
);

describe('the order over columns', () => {
  test('is the one that rows as objects would have, with the same totals and charts', () => {
    fc.assert(
      fc.property(rowList, request, (rows, { found, ...rest }) => {
        const asked: OrderRequest = {
          ...rest,
          count: rows.length,
          charts: figureIds,
          isWhole: true,
          ...(found && {
            found: { positions: Uint32Array.from(found).sort(), counts: Uint32Array.from(found, (at) => at % 3) },
          }),
        };
        const known: KnownOrder = {};
        const table = tableOf(rows);
        // Once more with what is known from before.
        for (let time = 0; time < 2; time++) {
          const steps = orderInSteps(table, 4, asked, known);
          let step = steps.next();
          while (!step.done) step = steps.next();
          const result = step.value;
          const shown = orderedRows(rows, asked);
          expect(positions(result)).toEqual(shown.map(({ position }) => position));
          expect(result.version).toBe(4);
          const inDocument = [...shown].sort((one, other) => one.position - other.position);
          const { sizes, ...expected } = rowTotals(inDocument);
          const { groups, finish: _words, ...totals } = result.totals;
          expect(totals).toEqual(present(expected));
          expect(groups?.flatMap(({ size, count }) => Array<number>(count).fill(size))).toEqual(sizes);
          expectCharts(result, rows, shown);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('says of all rows what decides the columns, and which answers are equal', () => {
    fc.assert(
      fc.property(rowList, (rows) => {
        const { every } = order(rows, { found: { positions: new Uint32Array(0), counts: new Uint32Array(0) } });
        expect(every.hasTokens).toBe(rows.some((row) => row.tokens !== undefined));
        expect(every.hasLogprobs).toBe(rows.some((row) => row.logprobs !== undefined));
        expect(every.broken).toEqual(rows.flatMap(({ isBroken, position }) => (isBroken ? [position] : [])));
        expect(every.labelLength).toBe(Math.max(0, ...rows.map(({ label }) => label.length)));
        const groups = equalAnswers(tableOf(rows));
        for (const row of rows.filter((one) => !one.isBroken)) {
          const equal = equalTo(every.equal, row.group);
          const others = equal?.first.filter((position) => position !== row.position) ?? [];
          const labels = others.map((position) => rows[position]?.label ?? '');
          expect(equal && equalText(labels, equal.count - 1)).toBe(equalSign(row, groups));
        }
      }),
    );
  });

  test('holds rows that have not been read yet, without anything', () => {
    const rows = [testRow(0, { characters: 3 }), testRow(1, { characters: 2 })];
    const result = order(rows, { count: 4, sort: [{ column: 'characters', isDescending: false }] });
    expect(positions(result)).toEqual([1, 0, 2, 3]);
    expect(result.totals).toMatchObject({ count: 4, withCharacters: 2 });
    expect(result.totals.characters).toBeUndefined();
    expect(result.totals.groups).toBeUndefined();
  });

  test('goes by what a person put over the rows', () => {
    const choice = pointerOf('provider_responses', 0);
    const taken = new Map([
      [
        1,
        {
          link: { word: 'certain' as const, choice, evidence: '', pin: {} },
          tokens: { count: 9, from: 'listed' as const, pointer: choice },
        },
      ],
    ]);
    const estimates = { encoding: 'o200k', counts: new Map([[2, 5]]) };
    const table = withOverlay(tableOf([0, 1, 2].map((at) => testRow(at))), { taken, estimates });
    const sort = [{ column: 'tokens' as const, isDescending: false }];
    const result = orderNow(table, { ...asIs, count: 3, sort });
    expect(positions(result)).toEqual([2, 1, 0]);
    expect(result.totals).toMatchObject({ tokens: 14, areTokensEstimated: true });
    expect(result.every.hasPinnedLink).toBe(true);
  });

  test('tells how samples ended by their words, as they come', () => {
    const ended = (position: number, raw: string, ends: FinishClass) =>
      testRow(position, { finishReason: { raw, class: ends, pointer: pointerOf('data', position) } });
    const rows = [ended(0, 'eos', 'stop'), ended(1, 'length', 'length'), testRow(2), ended(3, 'eos', 'stop')];
    expect(order(rows).totals.finish).toEqual([
      { word: 'eos', isStop: true, count: 2 },
      { word: 'length', isStop: false, count: 1 },
      { isStop: false, count: 1 },
    ]);
    expect(order([...rows, testRow(4, { isChecked: false })]).totals.finish).toBeUndefined();
  });

  test('tells what the previews of the rows that show one have in common', () => {
    const rows = ['one', 'two', '', 'three'].map((end, at) =>
      testRow(at, end === '' ? { characters: 0 } : { preview: `The final answer is ${end}.`, characters: 30 }),
    );
    expect(order(rows).shared.start).toBe('The final answer is ');
    // A row that shows a match shows no beginning.
    const found = { positions: Uint32Array.of(0, 1), counts: Uint32Array.of(1, 1) };
    expect(order(rows, { found }).shared.start).toBe('');
    expect(order(rows, { isWhole: false }).shared.start).toBe('');
  });

  test('is worked out in steps where the rows are many', () => {
    const writer = new SampleWriter();
    for (let at = 0; at < 30_000; at++)
      writeRow(writer, testRow(at, { preview: `answer ${(at * 7919) % 30_000}`, characters: 9 }));
    const sort = [{ column: 'output' as const, isDescending: false }];
    const steps = orderInSteps(writer.table(), 1, { ...asIs, count: 30_000, sort });
    let count = 0;
    for (let step = steps.next(); !step.done; step = steps.next()) count++;
    expect(count).toBeGreaterThan(20);
  });
});

function expectCharts(result: SampleOrder, all: readonly GenerationRow[], shown: readonly GenerationRow[]): void {
  const { numbers, finish } = result.charts ?? { numbers: {}, finish: [] };
  const values = {
    characters: (row: GenerationRow) => row.characters,
    tokens: (row: GenerationRow) => row.tokens?.count,
    lowest16: (row: GenerationRow) => figureUnits('lowest16', row.logprobs),
    below: (row: GenerationRow) => figureUnits('below', row.logprobs),
  };
  for (const [name, value] of Object.entries(values) as [
    keyof typeof values,
    (row: GenerationRow) => number | undefined,
  ][]) {
    const known = all.flatMap((row) => value(row) ?? []);
    const chart = numbers[name];
    expect(chart?.unknown).toBe(all.length - known.length);
    expect(chart?.extent).toEqual(
      known.length === 0 ? undefined : { from: Math.min(...known), to: Math.max(...known) },
    );
    const left = shown.flatMap((row) => value(row) ?? []);
    expect(chart?.bins.map(({ count }) => count)).toEqual(
      chart?.bins.map(({ from, to }) => known.filter((one) => one >= from && one < to).length),
    );
    expect(chart?.shown).toEqual(
      chart?.bins.map(({ from, to }) => left.filter((one) => one >= from && one < to).length),
    );
  }
  for (const { group, words, all: every, shown: left } of finish) {
    const of = (rows: readonly GenerationRow[]) => rows.filter((row) => finishGroup(row) === group);
    expect([every, left]).toEqual([of(all).length, of(shown).length]);
    expect(words).toEqual([...new Set(of(all).flatMap((row) => row.finishReason?.raw ?? []))]);
  }
  expect(finish.reduce((sum, one) => sum + one.all, 0)).toBe(all.length);
}

function present(of: object): object {
  return Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined));
}

test('what a filter leaves of many rows is gathered at once where that takes no longer than a frame', () => {
  const rows = Array.from({ length: 3000 }, (_, position) => testRow(position, { preview: `tea ${position % 7}` }));
  const found = { positions: Uint32Array.of(3, 5, 2000), counts: Uint32Array.of(1, 1, 1) };
  const request: OrderRequest = { ...asIs, count: rows.length, found };
  const whole = order(rows);
  const known = knownAfter(undefined, { ...asIs, count: rows.length }, whole);
  expect([isQuick(request), isQuick(request, known)]).toEqual([false, true]);
  const sorted = { ...request, sort: [{ column: 'output', isDescending: false }] } as const;
  const brushed = { ...request, brushes: { characters: { from: 0, to: 9 } } };
  const many = { ...request, found: { positions: new Uint32Array(2001), counts: new Uint32Array(2001) } };
  const charted: OrderRequest = { ...request, charts: ['lowest'] };
  for (const other of [sorted, brushed, many, charted]) expect(isQuick(other, known)).toBe(false);
  expect(isQuick({ ...sorted, count: 2000 })).toBe(true);
  expect(orderNow(tableOf(rows), request, known)).toEqual(order(rows, { found }));

  // Once all of them stand in an order, it is that of those that are left.
  const { sort } = sorted;
  const knownSorted = knownAfter(known, { ...asIs, count: rows.length, sort }, order(rows, { sort }));
  const narrowed = order(rows, { found, sort });
  expect(isQuick(sorted, knownSorted)).toBe(true);
  expect(knownAfter(known, sorted, narrowed)).toBe(known);
  expect(isQuick({ ...sorted, sort: [{ column: 'output', isDescending: true }] }, knownSorted)).toBe(false);
  expect(orderNow(tableOf(rows), sorted, knownSorted)).toEqual(narrowed);
});
