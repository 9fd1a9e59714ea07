// Which columns and rows of the table are meant when it is taken away. Pure.

import { canBeWritten } from '../../analysis/takeaway/rowCells.ts';
import type { RowsColumn } from '../../analysis/takeaway/rowsRequest.ts';
import type { OpenDocument } from '../../state/documents.ts';
import type { Arrangement } from '../../state/panes.ts';
import type { ColumnId, OwnPattern } from '../../state/view.ts';
import { titleOf } from './columns.ts';
import type { ShownRows } from './shownRows.ts';

export interface WrittenTable {
  readonly document: Pick<OpenDocument, 'name' | 'load' | 'rows' | 'failure'>;
  readonly shown: ShownRows;
  readonly columns: readonly ColumnId[];
  readonly arrangement: Arrangement;
  readonly patterns: readonly OwnPattern[];
  /** Columns that have nothing in any row. */
  readonly unused: readonly ColumnId[];
  readonly selected: number | undefined;
  readonly chosen: readonly number[];
}

/** The selected row; where it is one of several that are chosen, these, as they are shown. */
export function copiedPositions({
  shown,
  selected,
  chosen,
}: Pick<WrittenTable, 'shown' | 'selected' | 'chosen'>): readonly number[] {
  if (selected === undefined) return [];
  if (chosen.length < 2 || !chosen.includes(selected)) return shown.placeOf(selected) < 0 ? [] : [selected];
  const isChosen = new Set(chosen);
  return Array.from(shown.positions()).filter((position) => isChosen.has(position));
}

/** The columns on screen, with the tool calls behind the output that they stand in, and stars and notes wherever there are any. */
export function writtenColumns({
  document,
  shown,
  columns,
  arrangement,
  patterns,
  unused,
}: WrittenTable): readonly RowsColumn[] {
  const ids: readonly ColumnId[] =
    arrangement === 'narrow'
      ? ['index', 'output', 'finish', 'link', ...columns.filter((id) => id !== 'index' && id !== 'output')]
      : columns;
  const own = (['star', 'note'] as const).filter((id) => !ids.includes(id) && !unused.includes(id));
  let hasCalls = false;
  for (const position of shown.positions()) {
    hasCalls = document.rows.toolCallCount(position) > 0;
    if (hasCalls) break;
  }
  return [...ids, ...own].filter(canBeWritten).flatMap((id): readonly RowsColumn[] => {
    const column = { id, title: titleOf(id, patterns) };
    return id === 'output' && hasCalls ? [column, { id: 'calls', title: 'Tool calls' }] : [column];
  });
}
