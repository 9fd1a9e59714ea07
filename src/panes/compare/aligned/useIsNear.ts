// Whether an element of the scroll area is near the view, told in its turn, because much is drawn for it. Knows elements only.

import { type RefObject, useEffect, useRef, useState } from 'react';
import { whenNear } from '../../../ui/whenNear.ts';
import { inTurn, ranks } from '../turns.ts';

/** What is drawn for an element that comes near, as a part of a frame. */
const weight = 4000;

/** Whether the element is in view or not far from it, `isNearAtStart` until that is known; always true when not watched. */
export function useIsNear(
  element: RefObject<Element | null>,
  area: RefObject<Element | null>,
  isWatched: boolean,
  isNearAtStart: boolean,
): boolean {
  const [isNear, setNear] = useState(isNearAtStart);
  const told = useRef(isNearAtStart);
  // In step with what the browser has in view.
  useEffect(() => {
    const target = element.current;
    const root = area.current;
    if (!isWatched || target === null || root === null) return;
    let takeBack: (() => void) | undefined;
    const tell = (now: boolean): void => {
      takeBack?.();
      if (now === told.current) return;
      takeBack = inTurn(now ? ranks.marks : ranks.gone, weight, () => {
        told.current = now;
        setNear(now);
      });
    };
    const stop = whenNear(target, tell, root);
    return () => {
      stop();
      takeBack?.();
    };
  }, [element, area, isWatched]);
  return isNear || !isWatched;
}
