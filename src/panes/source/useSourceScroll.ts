// Where in the source the view is: how tall lines are as far as they were measured, the scroll position, and the lines in view. Knows no text.

import { useState } from 'react';
import { type TallScroll, useTallScroll } from '../../ui/useTallScroll.ts';
import { LineHeights } from './lineHeights.ts';

export interface SourceScroll {
  readonly scroll: TallScroll;
  readonly heights: LineHeights;
  readonly totalPx: number;
  /** Another one means that lines wrap otherwise and are measured anew. */
  readonly wrapKey: string;
  /** First and last line in view, from 1. */
  readonly first: number;
  readonly last: number;
  /** Takes heights in pixels, by line. */
  readonly measure: (found: ReadonlyMap<number, number>) => void;
}

export function useSourceScroll(lineCount: number, isWrapping: boolean): SourceScroll {
  const [measured, setMeasured] = useState({ key: '', heights: LineHeights.plain });
  const [width, setWidth] = useState(0);
  const wrapKey = isWrapping ? `wrapped ${width}` : 'plain';
  const heights = measured.key === wrapKey ? measured.heights : LineHeights.plain;
  const totalPx = heights.totalPx(lineCount);
  const scroll = useTallScroll(totalPx);
  if (scroll.viewWidth !== width) setWidth(scroll.viewWidth);
  return {
    scroll,
    heights,
    totalPx,
    wrapKey,
    first: heights.lineAt(scroll.offset, lineCount),
    last: heights.lineAt(scroll.offset + scroll.viewPx - 1, lineCount),
    measure: (found) => setMeasured({ key: wrapKey, heights: heights.with(found) }),
  };
}
