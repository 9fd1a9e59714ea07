import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { GenerationRow } from '../../response/rows.ts';
import { type ColumnId, columnIds, type SortKey } from '../../state/view.ts';
import { everyRow } from './shownRows.ts';
import { totalsOf } from './totals.ts';
import { useGenerationTable } from './useGenerationTable.ts';

const noColumns: ReadonlySet<ColumnId> = new Set();
const noWidths = {};

interface OrderProps {
  readonly rows: readonly GenerationRow[];
  readonly sort: readonly SortKey[];
}

/** Positions in the order in which the table shows them. */
function Order({ rows, sort }: OrderProps) {
  const totals = totalsOf(rows);
  const table = useGenerationTable(
    rows,
    { sort, hidden: noColumns, order: columnIds, leastOutput: 200, widths: noWidths, totals },
    'full',
  );
  return table.rows.map((row) => row.position).join(' ');
}

function orderOf(rows: readonly GenerationRow[], sort: readonly SortKey[]): string {
  return renderToStaticMarkup(<Order rows={rows} sort={sort} />);
}

const up = (column: ColumnId): SortKey => ({ column, isDescending: false });
const down = (column: ColumnId): SortKey => ({ column, isDescending: true });

function rowsWith(changes: readonly Partial<GenerationRow>[]): readonly GenerationRow[] {
  return everyRow([], changes.length).map((row, at) => ({ ...row, ...changes[at] }));
}

test('the index sorts as a number', () => {
  const rows = rowsWith([{ index: 10 }, { index: 9 }, { index: 100 }]);
  expect(orderOf(rows, [up('index')])).toBe('1 0 2');
  expect(orderOf(rows, [down('index')])).toBe('2 0 1');
});

test('what is missing stands last in both directions', () => {
  const rows = rowsWith([{}, { characters: 2 }, {}, { characters: 1 }]);
  expect(orderOf(rows, [up('characters')])).toBe('3 1 0 2');
  expect(orderOf(rows, [down('characters')])).toBe('1 3 0 2');
});

test('ties keep the order of the document, also descending', () => {
  const rows = rowsWith([{ characters: 1 }, { characters: 2 }, { characters: 1 }, { characters: 2 }]);
  expect(orderOf(rows, [down('characters')])).toBe('1 3 0 2');
});

test('a second key decides where the first is equal', () => {
  const rows = rowsWith([
    { characters: 1, id: 'a' },
    { characters: 1, id: 'b' },
    { characters: 0, id: 'c' },
  ]);
  expect(orderOf(rows, [up('characters'), down('id')])).toBe('2 1 0');
});

test('links sort from sure to unsure', () => {
  const words = ['none', 'by text', 'certain', 'conflict', 'by position', 'ambiguous'] as const;
  const rows = rowsWith(words.map((word) => ({ link: { word, evidence: '' } })));
  expect(orderOf(rows, [up('link')])).toBe('2 1 5 4 3 0');
});
