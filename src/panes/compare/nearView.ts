// Tells elements of a scroll area when they come near what is in view. Knows elements only.

import { type RefObject, useEffect, useState } from 'react';

type Listener = (isNear: boolean) => void;

const observers = new WeakMap<Element, IntersectionObserver>();
const listeners = new WeakMap<Element, Listener>();

function observerOf(area: Element): IntersectionObserver {
  const existing = observers.get(area);
  if (existing) return existing;
  const observer = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) listeners.get(entry.target)?.(entry.isIntersecting);
    },
    { root: area, rootMargin: '100%' },
  );
  observers.set(area, observer);
  return observer;
}

/** Whether the element is in view or at most one height of the area away; always true when not watched. */
export function useIsNear(
  element: RefObject<Element | null>,
  area: RefObject<Element | null>,
  isWatched: boolean,
): boolean {
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    const target = element.current;
    const root = area.current;
    if (!isWatched || target === null || root === null) return;
    const observer = observerOf(root);
    listeners.set(target, setNear);
    observer.observe(target);
    return () => observer.unobserve(target);
  }, [element, area, isWatched]);
  return isNear || !isWatched;
}
