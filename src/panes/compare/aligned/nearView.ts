// Tells elements of a scroll area when they come near what is in view, a few in every frame. Knows elements only.

import { type RefObject, useEffect, useState } from 'react';

type Listener = (isNear: boolean) => void;

const observers = new WeakMap<Element, IntersectionObserver>();
const listeners = new WeakMap<Element, Listener>();

/** Elements that wait to be told, the ones that come first. */
const waiting = new Map<Element, boolean>();
/** Elements that are told in one frame: what they draw takes some milliseconds. */
const mostPerFrame = 4;
let isScheduled = false;

function tellSome(): void {
  isScheduled = false;
  let told = 0;
  for (const [element, isNear] of [...waiting].sort(([, one], [, other]) => Number(other) - Number(one))) {
    if (told++ >= mostPerFrame) break;
    waiting.delete(element);
    listeners.get(element)?.(isNear);
  }
  schedule();
}

function schedule(): void {
  if (isScheduled || waiting.size === 0) return;
  isScheduled = true;
  requestAnimationFrame(tellSome);
}

function observerOf(area: Element): IntersectionObserver {
  const existing = observers.get(area);
  if (existing) return existing;
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) waiting.set(target, isIntersecting);
      schedule();
    },
    { root: area, rootMargin: '60%' },
  );
  observers.set(area, observer);
  return observer;
}

/** Whether the element is in view or not far from it, `isNearAtStart` until that is known; always true when not watched. */
export function useIsNear(
  element: RefObject<Element | null>,
  area: RefObject<Element | null>,
  isWatched: boolean,
  isNearAtStart: boolean,
): boolean {
  const [isNear, setNear] = useState(isNearAtStart);
  useEffect(() => {
    const target = element.current;
    const root = area.current;
    if (!isWatched || target === null || root === null) return;
    const observer = observerOf(root);
    listeners.set(target, setNear);
    observer.observe(target);
    return () => {
      observer.unobserve(target);
      waiting.delete(target);
    };
  }, [element, area, isWatched]);
  return isNear || !isWatched;
}
