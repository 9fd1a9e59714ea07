import { expect, test } from 'vitest';
import { testRow } from '../../e2e/fixtures/testRow.ts';
import { samplesOf } from '../../e2e/fixtures/testSamples.ts';
import { whatToCompare } from './comparable.ts';

const samples = [0, 0, 1, 2].map((group, position) => testRow(position, { group }));
const rows = samplesOf(samples);

test('what is chosen comes first, else all, with how many different answers they are', () => {
  const all = [0, 1, 2, 3];
  expect(whatToCompare({ rows, load: 'complete' }, { chosen: [1, 2], brushes: {} })).toEqual({
    positions: [1, 2],
    words: 'Compare 2 chosen',
  });
  expect(whatToCompare({ rows, load: 'complete' }, { chosen: [1], brushes: {} })).toEqual({
    positions: all,
    words: 'Compare 4 samples, 3 distinct',
  });
  const alike = samplesOf(samples.map((row) => ({ ...row, group: 0 })));
  expect(whatToCompare({ rows: alike, load: 'complete' }, { chosen: [], brushes: {} })?.words).toBe(
    'Compare 4 samples, 1 distinct',
  );
  const different = samplesOf(samples.map((row) => ({ ...row, group: row.position })));
  expect(whatToCompare({ rows: different, load: 'complete' }, { chosen: [], brushes: {} })).toEqual({
    positions: all,
    words: 'Compare 4 samples',
  });
});

test('one sample is nothing to compare, nor are those that are still being read', () => {
  expect(
    whatToCompare({ rows: samplesOf(samples.slice(0, 1)), load: 'complete' }, { chosen: [0], brushes: {} }),
  ).toBeUndefined();
  expect(whatToCompare({ rows, load: 'loading' }, { chosen: [], brushes: {} })).toBeUndefined();
});

test('of a table that is narrowed to responses or prompts, those are compared', () => {
  const of = samplesOf(samples.map((row, at) => ({ ...row, response: at % 2, prompt: at < 3 ? 0 : 1 })));
  const positions = (brushes: object) =>
    whatToCompare({ rows: of, load: 'complete' }, { chosen: [], brushes })?.positions;
  expect(positions({ responses: [1] })).toEqual([1, 3]);
  expect(positions({ without: [1] })).toEqual([0, 2]);
  expect(positions({ prompts: [0] })).toEqual([0, 1, 2]);
  expect(whatToCompare({ rows: of, load: 'complete' }, { chosen: [], brushes: { prompts: [0] } })?.words).toBe(
    'Compare 3 samples, 2 distinct',
  );
});

test('what is cut off is not compared, and the list of all is made when it is asked for', () => {
  const cut = samplesOf(samples.map((row) => ({ ...row, isBroken: row.position === 3 })));
  const found = whatToCompare({ rows: cut, load: 'failed' }, { chosen: [], brushes: {} });
  expect(found?.words).toBe('Compare 3 samples, 2 distinct');
  expect(found?.positions).toEqual([0, 1, 2]);
  expect(found?.positions).toBe(found?.positions);
});
