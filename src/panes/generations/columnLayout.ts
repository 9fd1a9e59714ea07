// Which columns a table of a given form and width shows, and the CSS grid tracks they stand in. Pure; all figures in pixels.

import type { EveryRow } from '../../analysis/order/orderRequest.ts';
import { figureIds } from '../../analysis/probability/figureIds.ts';
import type { Arrangement } from '../../state/panes.ts';
import { type ColumnId, columnIds } from '../../state/view.ts';
import { formatCount } from '../../words/numbers.ts';
import { flexibleColumn } from './columns.ts';

/** A narrower table has no room for Characters and Perplexity beside a readable output. */
const roomForCharacters = 640;

/** Columns that a narrower table has no room for beside a readable output, unless a person wants them. */
const roomFor: Readonly<Partial<Record<ColumnId, number>>> = {
  prompt: 720,
  surprisal: 820,
  lowest: 1320,
  lowest16: 1320,
  below: 1320,
  total: 1320,
};
export const extraColumns: readonly ColumnId[] = columnIds.filter((column) => roomFor[column] !== undefined);

const logprobColumns: readonly ColumnId[] = ['surprisal', ...figureIds];

/** What decides which columns there are: without log probabilities in any row there are none of them. */
type Known = Pick<EveryRow, 'hasLogprobs' | 'hasTokens'>;

/** Columns that can be shown for rows of which this is known. */
export function columnsFor(all: readonly ColumnId[], { hasLogprobs }: Pick<Known, 'hasLogprobs'>): readonly ColumnId[] {
  return hasLogprobs ? all : all.filter((column) => !logprobColumns.includes(column));
}

function isTight(width: number): boolean {
  return width > 0 && width < roomForCharacters;
}

/** The least width of Output where it fills what is left. */
export function leastOutputWidth(width: number): number {
  return isTight(width) ? 150 : 200;
}

/**
 * Columns that are not shown: what a person hid in the full form, and the further figures where there is little room and the person did not ask
 * for them; in the smaller forms all but a fixed few.
 */
export function hiddenColumns(
  all: readonly ColumnId[],
  arrangement: Arrangement,
  width: number,
  hiddenByPerson: readonly ColumnId[],
  { hasLogprobs, hasTokens }: Known,
  wantedByPerson: readonly ColumnId[] = [],
): ReadonlySet<ColumnId> {
  if (arrangement === 'full') {
    const hidden = new Set(hiddenByPerson);
    if (isTight(width)) for (const column of ['characters', 'perplexity'] as const) hidden.add(column);
    for (const column of extraColumns) {
      if (width < (roomFor[column] ?? 0) && !wantedByPerson.includes(column)) hidden.add(column);
    }
    if (!hasLogprobs) for (const column of logprobColumns) hidden.add(column);
    return hidden;
  }
  const figure: ColumnId = hasTokens ? 'tokens' : 'characters';
  const shown: readonly ColumnId[] = ['index', flexibleColumn, figure];
  return new Set(all.filter((column) => !shown.includes(column)));
}

/** Room for the longest label: `3`, or `data[3]` where an index is missing or repeated. */
export function indexWidth(longest: number): number {
  return Math.max(32, 4 + longest * 7);
}

/** Room for a sum, at least `least`. */
export function figureWidth(sum: number | undefined, least: number): number {
  return sum === undefined ? least : Math.max(least, 4 + formatCount(sum).length * 7);
}

export interface ShownColumn {
  readonly id: ColumnId;
  /** Pixels; for Output the least it takes, unless a person set it. */
  readonly size: number;
  readonly isSetByPerson: boolean;
}

export interface RowGrid {
  /** Value of grid-template-columns: the checkbox, then the columns. */
  readonly tracks: string;
  readonly gap: number;
  /** Below this width the table scrolls sideways. */
  readonly contentWidth: number;
}

const checkboxWidth = 24;
const paddingWidth = 6 + 12;

/** Output fills what is left, unless a person gave it a width: then an empty track at the end does. */
export function rowGrid(shown: readonly ShownColumn[], arrangement: Arrangement): RowGrid {
  const gap = arrangement === 'full' ? 12 : 8;
  const isFlexible = (column: ShownColumn) => column.id === flexibleColumn && !column.isSetByPerson;
  const tracks = shown.map((column) => {
    if (!isFlexible(column)) return `${column.size}px`;
    return arrangement === 'full' ? `minmax(${column.size}px, 1fr)` : 'minmax(0, 1fr)';
  });
  const filler = shown.some(isFlexible) ? [] : ['1fr'];
  const sizes = shown.reduce((sum, column) => sum + column.size, 0);
  return {
    tracks: [`${checkboxWidth}px`, ...tracks, ...filler].join(' '),
    gap,
    contentWidth:
      arrangement === 'full' ? checkboxWidth + sizes + gap * (shown.length + filler.length) + paddingWidth : 0,
  };
}
