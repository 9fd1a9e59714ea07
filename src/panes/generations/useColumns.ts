// Which columns are shown how wide, from what a person set and from the room there is.

import { useCallback, useMemo, useState } from 'react';
import type { EveryRow, SampleTotals } from '../../analysis/order/orderRequest.ts';
import type { Arrangement } from '../../state/panes.ts';
import { useStore } from '../../state/store.ts';
import { type ColumnId, columnIds, patternColumns, type SortKey } from '../../state/view.ts';
import { announce } from '../../ui/announce.ts';
import { columnsFor, extraColumns, hiddenColumns, leastOutputWidth, type RowGrid, rowGrid } from './columnLayout.ts';
import { movedBy, movedNextTo, orderedColumns } from './columnOrder.ts';
import { columnTitles, flexibleColumn } from './columns.ts';
import type { ScrollLayout } from './GenerationTable.tsx';
import { type TableColumn, type TableState, tableState, useTableColumns } from './useGenerationTable.ts';

export interface Columns {
  readonly columns: readonly TableColumn[];
  /** What the rows are laid out by; stable between changes. */
  readonly state: TableState;
  /** Ids of the shown columns; the same list as long as the same ones are shown. */
  readonly ids: readonly ColumnId[];
  readonly grid: RowGrid;
  readonly layout: ScrollLayout;
  readonly onLayout: (layout: ScrollLayout) => void;
  /** Columns that there are for these rows, in their order. */
  readonly available: readonly ColumnId[];
  /** Past the next shown column on that side. */
  readonly onMove: (column: ColumnId, by: -1 | 1) => void;
  readonly onMoveNextTo: (column: ColumnId, other: ColumnId, side: -1 | 1) => void;
  readonly onResetOrder: () => void;
  /** Those of them that are shown, or would be with more room. */
  readonly listed: readonly ColumnId[];
  readonly onToggle: (column: ColumnId) => void;
  /** Columns that a person wants and that have no room. */
  readonly roomless: readonly ColumnId[];
  readonly onResize: (column: ColumnId, width: number, isFinal: boolean) => void;
  readonly onResetWidth: (column: ColumnId) => void;
}

export interface ColumnsRequest {
  /** Of every row of the document; stable between changes. */
  readonly every: EveryRow;
  readonly totals: SampleTotals;
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

export function useColumns({ every, totals, sort, arrangement, unused }: ColumnsRequest): Columns {
  const hiddenByPerson = useStore((state) => state.preferences.hiddenColumns);
  const wantedByPerson = useStore((state) => state.preferences.shownColumns);
  const widthsByPerson = useStore((state) => state.preferences.columnWidths);
  const { setPreferences } = useStore.getState();
  const [layout, setLayout] = useState(() => lastLayouts.get(arrangement) ?? likelyLayout(arrangement));
  const [drag, setDrag] = useState<{ readonly column: ColumnId; readonly width: number }>();
  const hidden = useMemo(
    () => hiddenColumns(columnIds, arrangement, layout.width, [...hiddenByPerson, ...unused], every, wantedByPerson),
    [arrangement, layout.width, hiddenByPerson, unused, every, wantedByPerson],
  );
  const widths = useMemo(
    () => (drag ? { ...widthsByPerson, [drag.column]: drag.width } : widthsByPerson),
    [widthsByPerson, drag],
  );
  const wantedOrder = useStore((state) => state.preferences.columnOrder);
  const order = useMemo(() => orderedColumns(arrangement === 'full' ? wantedOrder : []), [arrangement, wantedOrder]);
  const leastOutput = arrangement === 'full' ? leastOutputWidth(layout.width) : leastOutputWidth(0);
  const { tokens, characters } = totals;
  const state = useMemo(
    () => tableState({ sort, hidden, order, leastOutput, widths, totals: { tokens, characters }, every, arrangement }),
    [sort, hidden, order, leastOutput, widths, tokens, characters, every, arrangement],
  );
  const columns = useTableColumns(state);
  const key = columns.map((column) => column.id).join(' ');
  // Rows are not drawn again for a new width.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the columns
  const ids = useMemo(() => columns.map((column) => column.id), [key]);
  const grid = rowGrid(
    columns.map((column) => ({
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
  const setOrder = (column: ColumnId, next: readonly ColumnId[]): void => {
    if (column === flexibleColumn || next === order) return;
    setPreferences({ columnOrder: [...next] });
    const shown = next.filter((one) => ids.includes(one));
    announce(`${columnTitles[column]} is column ${shown.indexOf(column) + 1} of ${shown.length}`);
  };
  const available = columnsFor(order, every).filter((column) => !unused.includes(column) || !comesWith(column));
  return {
    columns,
    state,
    ids,
    grid,
    layout,
    onLayout,
    available,
    roomless: columnsFor([...hidden], every).filter(
      (column) => !hiddenByPerson.includes(column) && !unused.includes(column) && !extraColumns.includes(column),
    ),
    onToggle: (column) => {
      const without = (list: readonly ColumnId[]) => list.filter((one) => one !== column);
      const isShown = !hiddenByPerson.includes(column) && !(extraColumns.includes(column) && hidden.has(column));
      setPreferences({
        hiddenColumns: isShown ? [...hiddenByPerson, column] : without(hiddenByPerson),
        shownColumns: isShown ? without(wantedByPerson) : [...without(wantedByPerson), column],
      });
    },
    listed: available.filter(
      (column) => !hiddenByPerson.includes(column) && !(extraColumns.includes(column) && hidden.has(column)),
    ),
    onMove: (column, by) => setOrder(column, movedBy(order, ids, column, by)),
    onMoveNextTo: (column, other, side) => setOrder(column, movedNextTo(order, column, other, side)),
    onResetOrder: () => {
      setPreferences({ columnOrder: [] });
      announce('The columns stand in their usual order.');
    },
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

/** Columns of patterns come with their pattern, those of responses and prompts where there are several; the others are listed before they have anything. */
function comesWith(column: ColumnId): boolean {
  return column === 'response' || column === 'prompt' || patternColumns.some((one) => one === column);
}

function isSameLayout(a: ScrollLayout, b: ScrollLayout): boolean {
  return a.scrollLeft === b.scrollLeft && a.gutter === b.gutter && a.width === b.width;
}
