import { describe, expect, test } from 'vitest';
import { testRow } from '../../../e2e/fixtures/testRow.ts';
import { samplesOf } from '../../../e2e/fixtures/testSamples.ts';
import { ShownRows } from './shownRows.ts';
import { copiedPositions, type WrittenTable, writtenColumns } from './writtenTable.ts';

function table(change: Partial<WrittenTable> = {}, positions?: readonly number[]): WrittenTable {
  const rows = samplesOf([testRow(0), testRow(1, { toolCallCount: 1, calls: 'look()' }), testRow(2), testRow(3)]);
  return {
    document: { name: 'a.json', load: 'complete', rows },
    shown: new ShownRows(rows, 4, positions && Uint32Array.from(positions), [], {}),
    columns: ['output', 'index', 'pattern1', 'surprisal'],
    arrangement: 'full',
    patterns: [{ source: '\\d+', shows: 'all' }],
    unused: ['star', 'note'],
    selected: 1,
    chosen: [],
    ...change,
  };
}

describe('the rows that a copy by key means', () => {
  test('are the selected one, unless it is one of several that are chosen', () => {
    expect(copiedPositions(table())).toEqual([1]);
    expect(copiedPositions(table({ chosen: [1] }))).toEqual([1]);
    expect(copiedPositions(table({ chosen: [0, 2] }))).toEqual([1]);
    expect(copiedPositions(table({ selected: undefined }))).toEqual([]);
  });

  test('are the chosen ones in the order in which they are shown, and none that is not', () => {
    expect(copiedPositions(table({ chosen: [0, 1, 2] }, [3, 2, 1]))).toEqual([2, 1]);
    expect(copiedPositions(table({}, [3, 2]))).toEqual([]);
  });
});

describe('the columns of a table that is taken away', () => {
  const titles = (change?: Partial<WrittenTable>, positions?: readonly number[]) =>
    writtenColumns(table(change, positions)).map(({ title }) => title);

  test('are those on screen in their order, with the calls behind the output and without charts', () => {
    expect(titles()).toEqual(['Output', 'Tool calls', 'Index', '/\\d+/']);
    expect(titles({}, [0, 2])).toEqual(['Output', 'Index', '/\\d+/']);
  });

  test('have stars and notes wherever there are any', () => {
    expect(titles({ unused: [] }, [0])).toEqual(['Output', 'Index', '/\\d+/', 'Star', 'Note']);
    expect(titles({ unused: [], columns: ['note', 'output'] }, [0])).toEqual(['Note', 'Output', 'Star']);
  });

  test('are on a narrow screen what stands in the two lines of a row', () => {
    expect(titles({ arrangement: 'narrow', columns: ['index', 'output', 'tokens'] }, [0])).toEqual([
      'Index',
      'Output',
      'Finish reason',
      'Link',
      'Tokens',
    ]);
  });
});
