import { describe, expect, test } from 'vitest';
import { columnIds } from '../../state/view.ts';
import { hiddenColumns, indexWidth, rowGrid } from './columnLayout.ts';
import { chosenState, withAll, withRange } from './rowOrder.ts';
import { annotatedRows, capturedRows, everyRow, foundRows } from './shownRows.ts';

describe('rows that are shown', () => {
  test('a row that has not arrived has its place', () => {
    const [first] = everyRow([], 1);
    const rows = everyRow(first ? [first] : [], 3);
    expect(rows.map((row) => [row.position, row.label, row.isChecked])).toEqual([
      [0, '0', false],
      [1, '1', false],
      [2, '2', false],
    ]);
    expect(rows[0]).toBe(first);
  });

  test('rows that are all there are passed on as they are', () => {
    const rows = everyRow([], 3);
    expect(everyRow(rows, 3)).toBe(rows);
  });

  test('a filter keeps document order, and none shows everything', () => {
    const rows = everyRow([], 5);
    expect(foundRows(rows, [{ position: 1 }, { position: 4 }]).map((row) => row.position)).toEqual([1, 4]);
    expect(foundRows(rows, [])).toEqual([]);
    expect(foundRows(rows, undefined)).toBe(rows);
  });
});

describe('what stands beside a row', () => {
  const rows = everyRow([], 3);

  test('is its star and note; other rows are passed on as they are', () => {
    const annotation = { isStarred: true, note: '' };
    const annotated = annotatedRows(rows, { 1: annotation });
    expect(annotated[1]?.annotation).toBe(annotation);
    expect(annotated[0]).toBe(rows[0]);
    expect(annotatedRows(rows, {})).toBe(rows);
  });

  test('is what patterns find, and a pattern can leave rows out once that is known', () => {
    const found = [
      new Map([
        [0, { count: 1, value: '7' }],
        [1, { count: 0 }],
      ]),
    ];
    const positions = (shows: 'all' | 'matching' | 'other') =>
      capturedRows(rows, [{ source: '7', shows }], found).map((row) => row.position);
    expect(positions('all')).toEqual([0, 1, 2]);
    expect(positions('matching')).toEqual([0, 2]);
    expect(positions('other')).toEqual([1, 2]);
    expect(capturedRows(rows, [{ source: '7', shows: 'all' }], found)[0]?.captured).toEqual([{ count: 1, value: '7' }]);
    expect(capturedRows(rows, [], [])).toBe(rows);
  });
});

describe('choosing a range', () => {
  const order = [4, 0, 3, 1, 2];

  test('goes along the rows as they are shown, in both directions', () => {
    expect(withRange([2], order, 0, 1, true)).toEqual([2, 0, 3, 1]);
    expect(withRange([], order, 1, 0, true)).toEqual([0, 3, 1]);
  });

  test('takes out as well as it puts in', () => {
    expect(withRange([0, 1, 2, 3, 4], order, 4, 3, false)).toEqual([1, 2]);
  });

  test('means the one row when its other end is gone', () => {
    expect(withRange([], order, 9, 3, true)).toEqual([3]);
    expect(withRange([], order, undefined, 3, true)).toEqual([3]);
  });

  test('the checkbox over all leaves what is not shown as it is', () => {
    expect(withAll([7, 3], order, true)).toEqual([7, 3, 4, 0, 1, 2]);
    expect(withAll([7, 3], order, false)).toEqual([7]);
  });

  test('the checkbox over all knows all, some and none', () => {
    expect(chosenState(order, new Set([0, 1, 2, 3, 4]))).toBe('all');
    expect(chosenState(order, new Set([7, 3]))).toBe('some');
    expect(chosenState(order, new Set([7]))).toBe('none');
    expect(chosenState([], new Set())).toBe('none');
  });
});

describe('columns that are shown', () => {
  const extra = ['lowest', 'lowest16', 'below', 'total'];

  test('Characters goes first where there is little room', () => {
    const logprobs = everyRow([], 1).map((row) => ({ ...row, logprobs: { count: 2, usable: 2, mean: -1 } }));
    expect(hiddenColumns(columnIds, 'full', 912, ['id'], logprobs)).toEqual(new Set(['id', ...extra]));
    expect(hiddenColumns(columnIds, 'full', 912, ['id'], logprobs, ['below'])).not.toContain('below');
    expect(hiddenColumns(columnIds, 'full', 1400, ['id'], logprobs)).toEqual(new Set(['id']));
    expect(hiddenColumns(columnIds, 'full', 600, ['id'], logprobs)).toEqual(
      new Set(['id', 'characters', 'perplexity', 'surprisal', ...extra]),
    );
    expect(hiddenColumns(columnIds, 'full', 912, ['id'], [])).toEqual(
      new Set(['id', 'surprisal', 'logprob', 'perplexity', ...extra]),
    );
  });

  test('beside a comparison stand index, output and one figure: tokens where any are known', () => {
    const rows = everyRow([], 1);
    const shown = (hidden: ReadonlySet<string>) => columnIds.filter((column) => !hidden.has(column));
    expect(shown(hiddenColumns(columnIds, 'rail', 304, ['output'], rows))).toEqual(['index', 'output', 'characters']);
    const known = rows.map((row) => ({ ...row, tokens: { count: 1, from: 'listed' as const, pointer: row.pointer } }));
    expect(shown(hiddenColumns(columnIds, 'rail', 304, [], known))).toEqual(['index', 'output', 'tokens']);
  });

  test('Output takes the room that is left until it gets a width of its own', () => {
    const column = (id: 'index' | 'output', size: number, isSetByPerson = false) => ({ id, size, isSetByPerson });
    expect(rowGrid([column('index', 32), column('output', 200)], 'full')).toEqual({
      tracks: '24px 32px minmax(200px, 1fr)',
      gap: 12,
      contentWidth: 24 + 32 + 200 + 2 * 12 + 18,
    });
    expect(rowGrid([column('output', 300, true)], 'full').tracks).toBe('24px 300px 1fr');
  });

  test('the index column holds the longest label', () => {
    const [row] = everyRow([], 1);
    expect(indexWidth(row ? [row] : [])).toBe(32);
    expect(indexWidth(row ? [{ ...row, label: 'data[12]' }] : [])).toBe(60);
  });
});
