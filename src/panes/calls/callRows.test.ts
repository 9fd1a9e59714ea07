import { expect, test } from 'vitest';
import { CallGatherer, type CallMatrix, matrixOf } from '../../analysis/calls/callMatrix.ts';
import type { CallReport } from '../../analysis/calls/callReport.ts';
import { noProviders } from '../../response/choices/choiceTable.ts';
import { callCosts } from './callCosts.ts';
import { alike, callLines } from './callRows.ts';
import { callRows, callsMarkdown } from './callsWritten.ts';

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

function gathered(calls: readonly Readonly<Record<string, string>>[]): CallMatrix {
  const gatherer = new CallGatherer();
  for (const call of calls) gatherer.add(Object.entries(call).map(([path, value]) => ({ path, value })));
  return gatherer.finish();
}

function linesOf(
  temperatures: readonly string[],
  listed: readonly number[] = [...temperatures.keys()],
  own?: CallMatrix,
) {
  const none = () => new Float64Array(3).fill(Number.NaN);
  const report: CallReport = {
    matrix: gathered(temperatures.map((temperature) => ({ temperature }))),
    latencies: Float64Array.of(850, 12_400, Number.NaN),
    usages: { prompt: Float64Array.of(10, 10, 10), generation: Float64Array.of(5, 50, 5), cached: none() },
    models: ['tea-1', 'tea-1', 'tea-2'],
    providerStarts: new Uint32Array(4),
    shapes: { shortest: 1, longest: 2, lengths: new Uint32Array(0), groups: new Uint32Array(0) },
  };
  const price = { currency: 'USD', prompt: 1, generation: 2 };
  const matrix = own ?? report.matrix;
  const costs = callCosts(report, noProviders, { 'tea-1': price });
  return callLines(report, matrixOf(matrix, listed), listed, summaries, costs);
}

test('fields that differ come first, then what the answers add up to, as far as it is known', () => {
  const lines = linesOf(['0', '1', '1']);
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
  const [field, figure] = linesOf(['0', '1', '1']);
  expect(field && alike(field, 2)).toEqual([1, 2]);
  expect(figure && alike(figure, 2)).toEqual([2]);
});

test('what is taken away follows the list: its order, without what was taken out of it, with what still differs', () => {
  const lines = linesOf(['0', '1', '1'], [2, 0]);
  expect([...callRows(lines, 2)].slice(0, 5)).toEqual([
    ['temperature', '1', '0'],
    ['Samples', '2', '4'],
    ['Distinct answers', '2', '1'],
    ['Agreement', '50 %', '100 %'],
    ['Characters, mean', '', '120'],
  ]);
  // Those that are left have one temperature.
  expect(linesOf(['0', '1', '1'], [1, 2]).some(({ name }) => name === 'temperature')).toBe(false);
  const matrix = matrixOf(gathered([{ n: '1' }, { n: '2' }, { n: '2' }]), [2, 1]);
  const written = [...callsMarkdown(matrix, linesOf(['0', '1', '1'], [2, 1]), ['hot', 'line 2'], 'calls.jsonl')].join(
    '',
  );
  expect(written).toContain('0 fields of 2 calls differ');
  expect(written).toContain('| Field | hot | line 2 |');
  expect(written).toContain('- n = 2');
});

test('what a log notes beside the calls follows what was asked and what was answered', () => {
  const matrix = gathered([
    { 'metadata.id': '1', seed: '1' },
    { 'metadata.id': '2', seed: '2' },
    { 'metadata.id': '3', seed: '3' },
  ]);
  const names = linesOf(['0', '1', '1'], [0, 1, 2], matrix).map(({ name }) => name);
  expect([names[0], names[1], names.at(-1)]).toEqual(['seed', 'Samples', 'metadata.id']);
});
