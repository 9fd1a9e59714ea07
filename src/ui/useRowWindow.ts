// Which rows of a list are in view where their heights are known only once they are drawn: each an element with its place as `data-at`. Keeps what
// is in view in its place when rows above turn out higher. Knows nothing of what they show.

import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { RowHeights } from './rowHeights.ts';
import { type TallScroll, useTallScroll } from './useTallScroll.ts';
import { windowOf, withActive } from './windowOf.ts';

export interface RowWindowOptions {
  readonly count: number;
  /** What the rows are of: another value is another list, whose heights are not known. */
  readonly of?: unknown;
  /** Height of a row that was not drawn yet, in CSS pixels; a whole number. */
  readonly usualPx: number;
  /** Height of what sticks to the top of the area. */
  readonly headPx?: number | undefined;
  /** The row that the keys are at: it stays an element while out of view. */
  readonly active: number;
  /** Knows a row where the order of the list changes; its place otherwise. The same function as long as the order is the same. */
  readonly keyOf?: ((at: number) => number) | undefined;
}

export interface RowWindow {
  /** Places of the rows to draw. */
  readonly shown: readonly number[];
  /** Where a row is drawn in the content of the scroll area. */
  readonly topOf: (at: number) => number;
  readonly scroll: TallScroll;
  /** Brings a row into view, also where its height and those around it become known only then. */
  readonly reveal: (at: number) => void;
}

/** Rows are drawn beyond the view on both sides, so that not every pixel of movement needs a drawing. */
const more = 4;

export function useRowWindow({ count, of, usualPx, headPx, active, keyOf }: RowWindowOptions): RowWindow {
  const [measured, setMeasured] = useState<{ readonly of: unknown; readonly heights: ReadonlyMap<number, number> }>({
    of,
    heights: new Map(),
  });
  const known = measured.of === of ? measured.heights : noHeights;
  const heights = useMemo(() => {
    const usual = RowHeights.usual(usualPx);
    if (keyOf === undefined) return usual.with(known);
    const found = new Map<number, number>();
    for (let at = 0; known.size > 0 && at < count; at++) {
      const height = known.get(keyOf(at));
      if (height !== undefined) found.set(at, height);
    }
    return usual.with(found);
  }, [known, keyOf, count, usualPx]);
  const scroll = useTallScroll(heights.totalPx(count), { headPx, stepPx: usualPx / 2 });
  const shown = withActive(
    windowOf(count, (at) => heights.topOf(at), scroll.offset, scroll.viewPx, more),
    active < count ? active : undefined,
  );
  const wanted = useRef<number>(undefined);

  // In step with the scroll position of the area: another list begins at its top.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another list does
  useLayoutEffect(() => scroll.scrollTo(0), [of]);

  // In step with the heights that the browser gave what is drawn; what grew above the view must not push it.
  useLayoutEffect(() => {
    const found = new Map<number, number>();
    let grownAbove = 0;
    for (const element of scroll.area.current?.querySelectorAll<HTMLElement>('[data-at]') ?? []) {
      const at = Number(element.dataset.at);
      if (at >= count) continue;
      const change = element.offsetHeight - heights.heightOf(at);
      if (change === 0) continue;
      found.set(keyOf === undefined ? at : keyOf(at), element.offsetHeight);
      if (heights.topOf(at + 1) <= scroll.offset) grownAbove += change;
    }
    if (found.size > 0) {
      setMeasured({ of, heights: new Map([...known, ...found]) });
      if (grownAbove !== 0) scroll.shiftBy(grownAbove);
      return;
    }
    if (wanted.current === undefined) return;
    const row = wanted.current;
    wanted.current = undefined;
    scroll.reveal({ top: heights.topOf(row), bottom: heights.topOf(row + 1) });
  });

  const reveal = useCallback(
    (at: number): void => {
      scroll.reveal({ top: heights.topOf(at), bottom: heights.topOf(at + 1) });
      wanted.current = at;
    },
    [scroll.reveal, heights],
  );
  // One that is out of view must not make the area longer.
  const topOf = (at: number): number =>
    Math.min(heights.topOf(at) + scroll.basePx, Math.max(0, scroll.contentPx - heights.heightOf(at)));
  return { shown, topOf, scroll, reveal };
}

const noHeights: ReadonlyMap<number, number> = new Map();
