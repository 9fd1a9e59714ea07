// Which generations a person narrowed the table to by their figures. Pure; knows no table.

import type { FinishClass } from '../response/model.ts';
import type { GenerationRow } from '../response/rows.ts';
import { type FigureId, figureIds, figureUnits } from './probability/figureKinds.ts';

/** Both ends belong to it. */
export interface NumberRange {
  readonly from: number;
  readonly to: number;
}

export const finishGroups = ['stop', 'length', 'tool_call', 'filter', 'error', 'pending', 'unknown', 'none'] as const;
/** Why a text ended; `none` where nothing says it. */
export type FinishGroup = (typeof finishGroups)[number] & (FinishClass | 'none');

/** What is absent narrows nothing. Figures of tokens are in their whole units. */
export interface Brushes extends Readonly<Partial<Record<FigureId, NumberRange>>> {
  readonly characters?: NumberRange;
  readonly tokens?: NumberRange;
  readonly finish?: readonly FinishGroup[];
}

export function hasBrushes(brushes: Brushes): boolean {
  return Object.values(brushes).some((brush) => brush !== undefined);
}

export function finishGroup(row: GenerationRow): FinishGroup {
  return row.finishReason?.class ?? 'none';
}

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
