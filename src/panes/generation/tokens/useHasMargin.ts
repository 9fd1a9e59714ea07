// Whether a margin of 400 px is free beside a text that stays wide enough to read. Knows an element and its width.

import { type RefObject, useLayoutEffect, useState } from 'react';

const marginPx = 400;
const leastTextPx = 380;

export function useHasMargin(box: RefObject<HTMLElement | null>): boolean {
  const [hasMargin, setHas] = useState(false);
  // In step with the size of the element.
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const measure = (): void => setHas(element.clientWidth >= marginPx + leastTextPx);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [box]);
  return hasMargin;
}
