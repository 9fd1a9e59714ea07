// The rows that are left where a person narrowed the table to figures. Pure.

import type { GenerationRow } from '../response/rows.ts';
import { type Brushes, finishGroup, hasBrushes, type NumberRange } from './brushes.ts';
import { figureIds } from './probability/figureIds.ts';
import { figureUnits } from './probability/figureKinds.ts';

/** The rows within all brushes; a row without the figure is in no range of it. The same list where nothing narrows. */
export function brushedRows(rows: readonly GenerationRow[], brushes: Brushes): readonly GenerationRow[] {
  if (!hasBrushes(brushes)) return rows;
  const { characters, tokens, finish } = brushes;
  const figures = figureIds.filter((id) => brushes[id] !== undefined);
  return rows.filter(
    (row) =>
      figures.every((id) => isIn(figureUnits(id, row.logprobs), brushes[id])) &&
      isIn(row.characters, characters) &&
      isIn(row.tokens?.count, tokens) &&
      (finish === undefined || finish.includes(finishGroup(row))),
  );
}

function isIn(value: number | undefined, range: NumberRange | undefined): boolean {
  return range === undefined || (value !== undefined && value >= range.from && value <= range.to);
}
