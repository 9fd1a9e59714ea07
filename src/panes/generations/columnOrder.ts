// The order of the columns: the one a person made, or the usual one. Output keeps its place among the others unless they move past it. Pure.

import { type ColumnId, columnIds } from '../../state/view.ts';

/** All columns; those that the wanted order does not name stand behind their usual neighbour. */
export function orderedColumns(wanted: readonly ColumnId[]): readonly ColumnId[] {
  if (wanted.length === 0) return columnIds;
  const order = [...new Set(wanted)];
  columnIds.forEach((column, at) => {
    if (order.includes(column)) return;
    const neighbour = columnIds[at - 1];
    order.splice(neighbour === undefined ? 0 : order.indexOf(neighbour) + 1, 0, column);
  });
  return order;
}

/** The order with a column moved past its next neighbour among those that are shown; the same list where there is none. */
export function movedBy(
  order: readonly ColumnId[],
  shown: readonly ColumnId[],
  column: ColumnId,
  by: -1 | 1,
): readonly ColumnId[] {
  const neighbour = shown[shown.indexOf(column) + by];
  return !shown.includes(column) || neighbour === undefined ? order : movedNextTo(order, column, neighbour, by);
}

/** The order with a column right before (-1) or behind (1) another one. */
export function movedNextTo(
  order: readonly ColumnId[],
  column: ColumnId,
  other: ColumnId,
  side: -1 | 1,
): readonly ColumnId[] {
  if (column === other) return order;
  const rest = order.filter((one) => one !== column);
  return rest.toSpliced(rest.indexOf(other) + (side === 1 ? 1 : 0), 0, column);
}
