// Which columns are shown how wide, from what a person set and from the room there is, and the rows in the order that they sort by.

import { useCallback, useMemo, useState } from 'react';
import { useStore } from '../../state/store.ts';
import { type ColumnId, columnIds, type SortKey } from '../../state/view.ts';
import { type Arrangement, hiddenColumns, type RowGrid, rowGrid } from './columnLayout.ts';
import type { ScrollLayout } from './GenerationTable.tsx';
import type { ShownRow } from './shownRows.ts';
import type { Totals } from './totals.ts';
import { type GenerationTableModel, useGenerationTable } from './useGenerationTable.ts';

export interface Columns {
  readonly table: GenerationTableModel;
  /** Ids of the shown columns; the same list as long as the same ones are shown. */
  readonly ids: readonly ColumnId[];
  readonly grid: RowGrid;
  readonly layout: ScrollLayout;
  readonly onLayout: (layout: ScrollLayout) => void;
  /** Columns that a person wants and that have no room. */
  readonly roomless: readonly ColumnId[];
  readonly onResize: (column: ColumnId, width: number, isFinal: boolean) => void;
  readonly onResetWidth: (column: ColumnId) => void;
}

export interface ColumnsRequest {
  /** Rows to sort; stable between changes, as is `all`. */
  readonly rows: readonly ShownRow[];
  /** Every row of the document. */
  readonly all: readonly ShownRow[];
  readonly totals: Totals;
  readonly sort: readonly SortKey[];
  readonly arrangement: Arrangement;
  /** Columns that have nothing in any row yet; stable between changes. */
  readonly unused: readonly ColumnId[];
}

/** Where the last table stood: the next one of that arrangement stands there too, so that its rows are drawn once. */
const lastLayouts = new Map<Arrangement, ScrollLayout>();

function likelyLayout(arrangement: Arrangement): ScrollLayout {
  return { scrollLeft: 0, gutter: 0, width: arrangement === 'full' ? 912 : arrangement === 'rail' ? 304 : 390 };
}

export function useColumns({ rows, all, totals, sort, arrangement, unused }: ColumnsRequest): Columns {
  const hiddenByPerson = useStore((state) => state.preferences.hiddenColumns);
  const widthsByPerson = useStore((state) => state.preferences.columnWidths);
  const { setPreferences } = useStore.getState();
  const [layout, setLayout] = useState(() => lastLayouts.get(arrangement) ?? likelyLayout(arrangement));
  const [drag, setDrag] = useState<{ readonly column: ColumnId; readonly width: number }>();
  const hidden = useMemo(
    () => hiddenColumns(columnIds, arrangement, layout.width, [...hiddenByPerson, ...unused], all),
    [arrangement, layout.width, hiddenByPerson, unused, all],
  );
  const widths = useMemo(
    () => (drag ? { ...widthsByPerson, [drag.column]: drag.width } : widthsByPerson),
    [widthsByPerson, drag],
  );
  const table = useGenerationTable(rows, { sort, hidden, widths, totals }, arrangement);
  const key = table.columns.map((column) => column.id).join(' ');
  // Rows are not drawn again for a new width.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the columns
  const ids = useMemo(() => table.columns.map((column) => column.id), [key]);
  const grid = rowGrid(
    table.columns.map((column) => ({
      ...column,
      isSetByPerson: arrangement === 'full' && widths[column.id] !== undefined,
    })),
    arrangement,
  );
  const onLayout = useCallback(
    (next: ScrollLayout) => {
      lastLayouts.set(arrangement, next);
      setLayout((before) => (isSameLayout(before, next) ? before : next));
    },
    [arrangement],
  );
  return {
    table,
    ids,
    grid,
    layout,
    onLayout,
    roomless: [...hidden].filter((column) => !hiddenByPerson.includes(column) && !unused.includes(column)),
    onResize: (column, width, isFinal) => {
      setDrag(isFinal ? undefined : { column, width });
      if (isFinal) setPreferences({ columnWidths: { ...widthsByPerson, [column]: width } });
    },
    onResetWidth: (column) => {
      const { [column]: _removed, ...rest } = widthsByPerson;
      setPreferences({ columnWidths: rest });
    },
  };
}

function isSameLayout(a: ScrollLayout, b: ScrollLayout): boolean {
  return a.scrollLeft === b.scrollLeft && a.gutter === b.gutter && a.width === b.width;
}
