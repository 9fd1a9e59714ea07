// Which figures of tokens have a chart over the table: those that have a column, and those that narrow it. Pure.

import type { Brushes } from '../../analysis/brushes.ts';
import { type FigureId, figureIds } from '../../analysis/probability/figureIds.ts';
import type { ColumnId } from '../../state/view.ts';

export function chartedFigures(columns: readonly ColumnId[], brushes: Brushes): readonly FigureId[] {
  return figureIds.filter((id) => columns.includes(id) || brushes[id] !== undefined);
}
