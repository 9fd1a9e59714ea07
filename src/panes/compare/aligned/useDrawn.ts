// What one column draws by now: what the plan has for the first frame at once, the rest in its turn. Knows no markup.

import type { RefObject } from 'react';
import { ranks, useInTurn } from '../turns.ts';
import type { ColumnFacts } from './alignedColumns.ts';
import type { DrawPlan } from './drawPlan.ts';
import type { AlignedTexts } from './useAlignment.ts';
import { useIsNear } from './useIsNear.ts';

export interface Drawable {
  readonly column: ColumnFacts;
  readonly aligned: AlignedTexts | undefined;
  readonly plan: DrawPlan;
  readonly areaRef: RefObject<Element | null>;
}

export interface Drawn {
  /** False while what stands before it is being drawn. What is there stays, also when the columns are put in another order. */
  readonly isThere: boolean;
  /** False while only the start of the text is drawn. */
  readonly isWhole: boolean;
  readonly isNear: boolean;
  /** The alignment of which the marks are: the present one, or the one before of the same texts. */
  readonly aligned: AlignedTexts | undefined;
}

export function useDrawn(element: RefObject<Element | null>, { column, aligned, plan, areaRef }: Drawable): Drawn {
  const { length } = column.text;
  const isFirst = column.place < plan.columnsAtFirst;
  const isNear = useIsNear(element, areaRef, plan.isWatched, column.place < plan.columnsNear);
  // Without marks a text is drawn in about half of the time.
  const rank = isNear ? ranks.text : ranks.rest;
  const isThere = useInTurn(true, { isAtOnce: isFirst, start: false, rank, weight: length / 2 });
  const marks = { isAtOnce: isFirst, start: undefined, isDue: isNear, rank: ranks.marks, weight: length };
  const latest = useInTurn(aligned, marks);
  // A text that was there without marks, or is short, is not cut.
  const isUncut = !isFirst || aligned === undefined || length <= plan.unitsAtFirst;
  const isWhole = useInTurn(true, { isAtOnce: isUncut, start: false, rank: ranks.rest, weight: length });
  // What is out of view would only be in the way of those who look for differences by their number.
  const isShown = latest === aligned || (isNear && latest?.texts === aligned?.texts);
  return { isThere, isWhole, isNear, aligned: isShown ? latest : undefined };
}
