// Which generations a person narrowed the table to by their figures. Pure; knows no table.

import type { FinishClass } from '../response/model.ts';
import type { FigureId } from './probability/figureIds.ts';

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
  /** Numbers of the responses whose samples are shown, of a document that holds several; ascending. */
  readonly responses?: readonly number[];
  /** Numbers of the responses that a person took out; ascending. */
  readonly without?: readonly number[];
  /** Numbers of the prompts whose samples are shown; ascending. */
  readonly prompts?: readonly number[];
}

export function hasBrushes(brushes: Brushes): boolean {
  return Object.values(brushes).some((brush) => brush !== undefined);
}
