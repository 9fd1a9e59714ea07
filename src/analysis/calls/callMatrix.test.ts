import { expect, test } from 'vitest';
import { CallGatherer, majorityOf, matrixOf } from './callMatrix.ts';

function gathered(...calls: readonly Readonly<Record<string, string>>[]) {
  const gatherer = new CallGatherer();
  for (const call of calls) gatherer.add(Object.entries(call).map(([path, value]) => ({ path, value })));
  return gatherer.finish();
}

test('fields that all calls share stand apart from those that differ', () => {
  const { differing, equal, responses } = gathered(
    { model: '"a"', temperature: '0' },
    { model: '"a"', temperature: '0.5' },
    { model: '"a"', temperature: '0.5' },
  );
  expect(responses).toBe(3);
  expect(equal).toEqual([{ path: 'model', value: '"a"' }]);
  expect(differing).toEqual([
    { path: 'temperature', values: ['0.5', '0'], counts: [2, 1], cells: Int32Array.of(1, 0, 0) },
  ]);
  expect(majorityOf(differing[0] as never)).toBe(0);
});

test('a field that some calls do not have differs, and the missing ones are told', () => {
  const [row] = gathered({ seed: '1' }, {}, { seed: '1' }).differing;
  expect(row?.cells).toEqual(Int32Array.of(0, -1, 0));
  expect(gathered({}, { seed: '1' }).differing[0]?.cells).toEqual(Int32Array.of(-1, 0));
});

test('without a value that more than half have there is no majority', () => {
  const [row] = gathered({ n: '1' }, { n: '2' }).differing;
  expect(row && majorityOf(row)).toBeUndefined();
});

test('1 and 1.0 are different values, as they are written', () => {
  expect(gathered({ n: '1' }, { n: '1.0' }).differing).toHaveLength(1);
});

test('of some of the calls, in another order, only what differs among these does', () => {
  const all = gathered({ n: '1', seed: '7', top: '1' }, { n: '2', top: '1' }, { n: '2', seed: '8', top: '1' });
  expect(matrixOf(all, [2, 0])).toEqual({
    responses: 2,
    differing: [
      { path: 'n', values: ['2', '1'], counts: [1, 1], cells: Int32Array.of(0, 1) },
      { path: 'seed', values: ['7', '8'], counts: [1, 1], cells: Int32Array.of(1, 0) },
    ],
    equal: [{ path: 'top', value: '1' }],
    leftOut: 0,
  });
  // One call differs from none, and has no field that it does not have.
  expect(matrixOf(all, [1])).toMatchObject({ differing: [], equal: [{ path: 'top' }, { path: 'n' }] });
});
