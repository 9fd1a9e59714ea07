import { expect, test } from 'vitest';
import { CallGatherer } from '../../analysis/calls/callMatrix.ts';
import type { CallReport } from '../../analysis/calls/callReport.ts';
import { noProviders } from '../../response/choices/choiceTable.ts';
import { callCosts } from './callCosts.ts';
import { alike, callLines } from './callRows.ts';

const summaries = {
  samples: Uint32Array.of(4, 4, 2),
  distinct: Uint32Array.of(1, 4, 2),
  largest: Uint32Array.of(4, 1, 1),
  characters: Float64Array.of(120.4, 8.25, Number.NaN),
  tokens: new Float64Array(3).fill(Number.NaN),
  errors: new Uint32Array(3),
  warnings: new Uint32Array(3),
  models: [undefined, undefined, undefined],
  temperatures: new Float64Array(3).fill(Number.NaN),
};

function linesOf(...temperatures: readonly string[]) {
  const gatherer = new CallGatherer();
  for (const value of temperatures) gatherer.add([{ path: 'temperature', value }]);
  const none = () => new Float64Array(3).fill(Number.NaN);
  const report: CallReport = {
    matrix: gatherer.finish(),
    latencies: Float64Array.of(850, 12_400, Number.NaN),
    usages: { prompt: Float64Array.of(10, 10, 10), generation: Float64Array.of(5, 50, 5), cached: none() },
    models: ['tea-1', 'tea-1', 'tea-2'],
    providerStarts: new Uint32Array(4),
    shapes: { shortest: 1, longest: 2, lengths: new Uint32Array(0), groups: new Uint32Array(0) },
  };
  const price = { currency: 'USD', prompt: 1, generation: 2 };
  return callLines(report, summaries, callCosts(report, noProviders, { 'tea-1': price }));
}

test('fields that differ come first, then what the answers add up to, as far as it is known', () => {
  const lines = linesOf('0', '1', '1');
  expect(lines.map(({ name }) => name)).toEqual([
    'temperature',
    'Samples',
    'Distinct answers',
    'Agreement',
    'Characters, mean',
    'Latency',
    'Cost, USD',
  ]);
  const texts = lines.map((line) => (line.kind === 'figure' ? [0, 1].map((at) => line.text(line.valueAt(at))) : []));
  expect(texts).toEqual([
    [],
    ['4', '4'],
    ['1', '4'],
    ['100 %', '25 %'],
    ['120', '8.3'],
    ['850 ms', '12.4 s'],
    ['0.00002', '0.00011'],
  ]);
  // Nobody gave a price for the third model.
  expect(lines.at(-1)).toMatchObject({ part: 'usage' });
  expect(lines.map((line) => (line.kind === 'figure' ? line.valueAt(2) : 0)).slice(-2)).toEqual([
    Number.NaN,
    Number.NaN,
  ]);
});

test('a cell means the responses that have its value, that of a figure its own', () => {
  const [field, figure] = linesOf('0', '1', '1');
  expect(field && alike(field, 2)).toEqual([1, 2]);
  expect(figure && alike(figure, 2)).toEqual([2]);
});
