import { describe, expect, test } from 'vitest';
import { testRow } from '../../../e2e/fixtures/testRow.ts';
import { columnIds } from '../../state/view.ts';
import { hiddenColumns, indexWidth, rowGrid } from './columnLayout.ts';
import { withAll, withRange } from './rowOrder.ts';
import { type BesideRows, ShownRows } from './shownRows.ts';

describe('rows that are shown', () => {
  const rows = [0, 1, 2].map((position) => testRow(position));
  const source = { at: (position: number) => rows[position] };
  const shown = (positions?: readonly number[], beside: BesideRows = {}, broken: readonly number[] = []) =>
    new ShownRows(source, 4, positions && Uint32Array.from(positions), broken, beside);

  test('are made one by one, and one that has not arrived has its place', () => {
    expect(shown().count).toBe(4);
    expect(shown().rowAt(1)).toBe(rows[1]);
    expect(shown().rowAt(3)).toMatchObject({ position: 3, label: '3', isChecked: false });
    expect(shown().rowAt(4)).toBeUndefined();
    expect(shown().placeOf(3)).toBe(3);
  });

  test('stand in their order, with all of them found again', () => {
    const sorted = shown([2, 0]);
    expect([0, 1, 2].map((place) => sorted.rowAt(place)?.position)).toEqual([2, 0, undefined]);
    expect([0, 1, 2, undefined].map((position) => sorted.placeOf(position))).toEqual([1, -1, 0, -1]);
  });

  test('have their star and note beside them, their matches and what patterns find', () => {
    const annotation = { isStarred: true, note: '' };
    const match = { count: 2, first: [], excerpt: { from: 0, text: '', ranges: [], current: -1 } };
    const all = shown(undefined, {
      annotations: { 1: annotation },
      matches: new Map([[2, match]]),
      found: { positions: Uint32Array.of(1, 2), counts: Uint32Array.of(0, 2) },
    });
    expect(all.rowAt(0)).toBe(rows[0]);
    expect(all.rowAt(1)?.annotation).toBe(annotation);
    expect(all.rowAt(2)?.matches).toBe(match);
    expect(all.rowAt(2)).toBe(all.rowAt(2));
    expect([0, 1, 2].map((position) => all.matchCountOf(position))).toEqual([undefined, undefined, 2]);
    const column = { counts: Int32Array.of(1, 0, -1), valueAt: Int32Array.of(0, -1, -1), values: ['7'] };
    const captured = shown(undefined, { captured: [column, undefined] });
    expect([0, 1, 2].map((place) => captured.rowAt(place)?.captured)).toEqual([
      [{ count: 1, value: '7' }, undefined],
      [{ count: 0 }, undefined],
      [undefined, undefined],
    ]);
  });

  test('can be chosen but for the one that the text breaks off in', () => {
    expect([...shown([2, 0, 1], {}, [0]).choosable()]).toEqual([2, 1]);
    const states = (chosen: readonly number[]) => [
      shown().chosenState(chosen),
      shown([1, 2], {}, [0]).chosenState(chosen),
      shown([1, 0], {}, [0]).chosenState(chosen),
    ];
    expect(states([0, 1, 2, 3])).toEqual(['all', 'all', 'all']);
    expect(states([2])).toEqual(['some', 'some', 'none']);
    expect(states([])).toEqual(['none', 'none', 'none']);
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
});

describe('columns that are shown', () => {
  const extra = ['lowest', 'lowest16', 'below', 'total'];

  test('Characters goes first where there is little room', () => {
    const logprobs = { hasLogprobs: true, hasTokens: true };
    expect(hiddenColumns(columnIds, 'full', 912, ['id'], logprobs)).toEqual(new Set(['id', ...extra]));
    expect(hiddenColumns(columnIds, 'full', 912, ['id'], logprobs, ['below'])).not.toContain('below');
    expect(hiddenColumns(columnIds, 'full', 1400, ['id'], logprobs)).toEqual(new Set(['id']));
    expect(hiddenColumns(columnIds, 'full', 600, ['id'], logprobs)).toEqual(
      new Set(['id', 'characters', 'perplexity', 'prompt', 'surprisal', ...extra]),
    );
    expect(hiddenColumns(columnIds, 'full', 912, ['id'], { hasLogprobs: false, hasTokens: false })).toEqual(
      new Set(['id', 'surprisal', 'logprob', 'perplexity', ...extra]),
    );
  });

  test('beside a comparison stand index, output and one figure: tokens where any are known', () => {
    const none = { hasLogprobs: false, hasTokens: false };
    const shown = (hidden: ReadonlySet<string>) => columnIds.filter((column) => !hidden.has(column));
    expect(shown(hiddenColumns(columnIds, 'rail', 304, ['output'], none))).toEqual(['index', 'output', 'characters']);
    expect(shown(hiddenColumns(columnIds, 'rail', 304, [], { ...none, hasTokens: true }))).toEqual([
      'index',
      'output',
      'tokens',
    ]);
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
    expect(indexWidth(1)).toBe(32);
    expect(indexWidth('data[12]'.length)).toBe(60);
  });
});
