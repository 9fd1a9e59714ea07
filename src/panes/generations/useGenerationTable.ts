// TanStack Table over the table of generations: its columns, and the rows of the window that is in view. Both from state that others own; rows are sorted and
// narrowed where they lie (`analysis/order/`), so that it does neither.

import { useTable } from '@tanstack/react-table';
import { useMemo } from 'react';
import type { EveryRow, SampleTotals } from '../../analysis/order/orderRequest.ts';
import type { Arrangement } from '../../state/panes.ts';
import type { ColumnId, SortKey } from '../../state/view.ts';
import { figureWidth, indexWidth } from './columnLayout.ts';
import { columns, features } from './columns.ts';
import type { ShownRow } from './shownRows.ts';

export interface TableColumn {
  readonly id: ColumnId;
  readonly size: number;
  readonly minSize: number;
}

/** As TanStack Table takes it. */
export interface TableState {
  readonly sorting: { readonly id: ColumnId; readonly desc: boolean }[];
  readonly columnVisibility: Record<string, boolean>;
  readonly columnOrder: ColumnId[];
  readonly columnSizing: Record<string, number>;
}

export interface TableWishes {
  readonly sort: readonly SortKey[];
  readonly hidden: ReadonlySet<ColumnId>;
  /** All columns. */
  readonly order: readonly ColumnId[];
  /** Pixels. */
  readonly leastOutput: number;
  /** Pixels by column, set by a person. */
  readonly widths: Readonly<Record<string, number>>;
  /** The longest figures stand in the line of totals. */
  readonly totals: { readonly [Name in 'tokens' | 'characters']: SampleTotals[Name] | undefined };
  readonly every: Pick<EveryRow, 'labelLength' | 'hasPinnedLink'>;
  readonly arrangement: Arrangement;
}

/** A link that a person set carries a mark behind its word. */
const pinnedLinkWidth = 112;

export function tableState(wishes: TableWishes): TableState {
  const { sort, hidden, order, leastOutput, widths, totals, every, arrangement } = wishes;
  return {
    sorting: sort.map(({ column, isDescending }) => ({ id: column, desc: isDescending })),
    columnVisibility: Object.fromEntries([...hidden].map((column) => [column, false])),
    columnOrder: [...order],
    columnSizing: {
      index: indexWidth(every.labelLength),
      output: leastOutput,
      tokens: figureWidth(totals.tokens, 44),
      characters: figureWidth(totals.characters, 64),
      ...(every.hasPinnedLink && { link: pinnedLinkWidth }),
      ...(arrangement === 'full' ? widths : {}),
    },
  };
}

const noRows: readonly ShownRow[] = [];

/** The shown columns with the width of each. */
export function useTableColumns(state: TableState): readonly TableColumn[] {
  const leaves = useGenerationTable(noRows, state).getVisibleLeafColumns();
  return leaves.map((column) => ({
    id: column.id as ColumnId,
    size: column.getSize(),
    minSize: column.columnDef.minSize ?? 0,
  }));
}

/** The rows of a window, which are all that the table is given; `rows` must be stable between changes. */
export function useTableRows(rows: readonly ShownRow[], state: TableState): readonly ShownRow[] {
  const { rows: model } = useGenerationTable(rows, state).getRowModel();
  return useMemo(() => model.map((row) => row.original), [model]);
}

function useGenerationTable(rows: readonly ShownRow[], state: TableState) {
  return useTable({ features, columns, data: rows, getRowId, manualSorting: true, state });
}

function getRowId(row: ShownRow): string {
  return String(row.position);
}
