import { expect, test } from 'vitest';
import { CallGatherer } from '../../analysis/calls/callMatrix.ts';
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
};

function linesOf(...temperatures: readonly string[]) {
  const gatherer = new CallGatherer();
  for (const value of temperatures) gatherer.add([{ path: 'temperature', value }]);
  return callLines(gatherer.finish(), summaries);
}

test('fields that differ come first, then what the answers add up to, as far as it is known', () => {
  const lines = linesOf('0', '1', '1');
  expect(lines.map(({ name }) => name)).toEqual([
    'temperature',
    'Samples',
    'Distinct answers',
    'Agreement',
    'Characters, mean',
  ]);
  const texts = lines.map((line) => (line.kind === 'figure' ? [0, 1].map((at) => line.text(line.valueAt(at))) : []));
  expect(texts).toEqual([[], ['4', '4'], ['1', '4'], ['100 %', '25 %'], ['120', '8.3']]);
});

test('a cell means the responses that have its value, that of a figure its own', () => {
  const [field, figure] = linesOf('0', '1', '1');
  expect(field && alike(field, 2)).toEqual([1, 2]);
  expect(figure && alike(figure, 2)).toEqual([2]);
});
