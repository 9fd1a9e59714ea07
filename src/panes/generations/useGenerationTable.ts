// TanStack Table over the rows of the document: order, shown columns and widths, all from state that others own.

import { useTable } from '@tanstack/react-table';
import { useMemo } from 'react';
import type { Arrangement } from '../../state/panes.ts';
import type { ColumnId, SortKey } from '../../state/view.ts';
import { figureWidth, indexWidth } from './columnLayout.ts';
import { columns, features } from './columns.ts';
import type { ShownRow } from './shownRows.ts';
import type { Totals } from './totals.ts';

export interface GenerationTableModel {
  readonly rows: readonly ShownRow[];
  readonly columns: readonly { readonly id: ColumnId; readonly size: number; readonly minSize: number }[];
}

export interface TableState {
  readonly sort: readonly SortKey[];
  readonly hidden: ReadonlySet<ColumnId>;
  /** All columns. */
  readonly order: readonly ColumnId[];
  /** Pixels. */
  readonly leastOutput: number;
  /** Pixels by column, set by a person. */
  readonly widths: Readonly<Record<string, number>>;
  /** The longest figures stand in the line of totals. */
  readonly totals: Totals;
}

/** A link that a person set carries a mark behind its word. */
const pinnedLinkWidth = 112;

/** Sorted rows, and the shown columns with the width of each; `rows` must be stable between changes. */
export function useGenerationTable(
  rows: readonly ShownRow[],
  { sort, hidden, order, leastOutput, widths, totals }: TableState,
  arrangement: Arrangement,
): GenerationTableModel {
  const sorting = useMemo(() => sort.map((key) => ({ id: key.column, desc: key.isDescending })), [sort]);
  const columnVisibility = useMemo(() => Object.fromEntries([...hidden].map((column) => [column, false])), [hidden]);
  const columnSizing = useMemo(
    () => ({
      index: indexWidth(rows),
      output: leastOutput,
      tokens: figureWidth(totals.tokens, 44),
      characters: figureWidth(totals.characters, 64),
      ...(rows.some((row) => row.link?.pin) ? { link: pinnedLinkWidth } : {}),
      ...(arrangement === 'full' ? widths : {}),
    }),
    [rows, totals, leastOutput, widths, arrangement],
  );
  const columnOrder = useMemo(() => [...order], [order]);
  const table = useTable({
    features,
    columns,
    data: rows,
    getRowId,
    state: { sorting, columnVisibility, columnOrder, columnSizing },
  });
  const { rows: sorted } = table.getRowModel();
  const leafColumns = table.getVisibleLeafColumns();
  return {
    rows: useMemo(() => sorted.map((row) => row.original), [sorted]),
    columns: leafColumns.map((column) => ({
      id: column.id as ColumnId,
      size: column.getSize(),
      minSize: column.columnDef.minSize ?? 0,
    })),
  };
}

function getRowId(row: ShownRow): string {
  return String(row.position);
}
