// Which groups of the list are in view: their heights are known only once they are drawn. Knows nothing of what they show.

import { useLayoutEffect, useMemo, useState } from 'react';
import { type TallScroll, useTallScroll } from '../../../ui/useTallScroll.ts';
import { windowOf, withActive } from '../../../ui/windowOf.ts';
import type { AnswerGroup } from './answerGroups.ts';

const headPx = 26;
/** Of a group that was not drawn yet, in CSS pixels. */
const usualPx = 118;
/** Groups are drawn beyond the view on both sides, so that not every pixel of movement needs a drawing. */
const more = 4;

export interface GroupWindow {
  /** Where each group begins, and one more for the end. */
  readonly starts: readonly number[];
  readonly scroll: TallScroll;
  /** Places of the groups to draw: each an element with its place as `data-at`. */
  readonly shown: readonly number[];
}

export function useGroupWindow(groups: readonly AnswerGroup[], active: number): GroupWindow {
  // Groups are known by the sample that stands for them: their number changes with the grouping.
  const [heights, setHeights] = useState<ReadonlyMap<number, number>>(new Map());
  const starts = useMemo(() => {
    const found = [0];
    for (const { first } of groups) found.push((found.at(-1) ?? 0) + (heights.get(first) ?? usualPx));
    return found;
  }, [groups, heights]);
  const scroll = useTallScroll(starts.at(-1) ?? 0, { headPx, stepPx: usualPx / 2 });
  const shown = withActive(
    windowOf(groups.length, (at) => starts[at] ?? 0, scroll.offset, scroll.viewPx, more),
    active,
  );

  // Heights that the browser gave what is drawn; what grew above the view must not push it.
  useLayoutEffect(() => {
    const found = new Map<number, number>();
    let grownAbove = 0;
    for (const element of scroll.area.current?.querySelectorAll<HTMLElement>('[data-at]') ?? []) {
      const at = Number(element.dataset.at);
      const group = groups[at];
      const end = starts[at + 1] ?? 0;
      const change = element.offsetHeight - (end - (starts[at] ?? 0));
      if (group === undefined || change === 0) continue;
      found.set(group.first, element.offsetHeight);
      if (end <= scroll.offset) grownAbove += change;
    }
    if (found.size === 0) return;
    setHeights(new Map([...heights, ...found]));
    if (grownAbove !== 0) scroll.shiftBy(grownAbove);
  });

  return { starts, scroll, shown };
}
