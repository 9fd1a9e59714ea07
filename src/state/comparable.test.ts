import { expect, test } from 'vitest';
import { testRow } from '../../e2e/fixtures/testRow.ts';
import { samplesOf } from '../../e2e/fixtures/testSamples.ts';
import { whatToCompare } from './comparable.ts';

const samples = [0, 0, 1, 2].map((group, position) => testRow(position, { group }));
const rows = samplesOf(samples);

test('what is chosen comes first, else all, with how many different answers they are', () => {
  const all = [0, 1, 2, 3];
  expect(whatToCompare({ rows, load: 'complete' }, [1, 2])).toEqual({ positions: [1, 2], words: 'Compare 2 chosen' });
  expect(whatToCompare({ rows, load: 'complete' }, [1])).toEqual({
    positions: all,
    words: 'Compare 4 samples, 3 distinct',
  });
  const alike = samplesOf(samples.map((row) => ({ ...row, group: 0 })));
  expect(whatToCompare({ rows: alike, load: 'complete' }, [])?.words).toBe('Compare 4 samples, 1 distinct');
  const different = samplesOf(samples.map((row) => ({ ...row, group: row.position })));
  expect(whatToCompare({ rows: different, load: 'complete' }, [])).toEqual({
    positions: all,
    words: 'Compare 4 samples',
  });
});

test('one sample is nothing to compare, nor are those that are still being read', () => {
  expect(whatToCompare({ rows: samplesOf(samples.slice(0, 1)), load: 'complete' }, [0])).toBeUndefined();
  expect(whatToCompare({ rows, load: 'loading' }, [])).toBeUndefined();
});
