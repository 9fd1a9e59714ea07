// Says once when an element comes near the view. One observer serves the whole page.

const MARGIN = '600px';
const waiting = new WeakMap<Element, () => void>();
let observer: IntersectionObserver | undefined;

/** Calls `onNear` once when the element is within 600 px of being seen; returns the function that stops waiting. */
export function whenNear(element: Element, onNear: () => void): () => void {
  observer ??= new IntersectionObserver(report, { rootMargin: MARGIN, scrollMargin: MARGIN });
  const own = observer;
  waiting.set(element, onNear);
  own.observe(element);
  return () => {
    waiting.delete(element);
    own.unobserve(element);
  };
}

function report(entries: readonly IntersectionObserverEntry[], own: IntersectionObserver): void {
  for (const entry of entries) {
    if (!entry.isIntersecting) continue;
    waiting.get(entry.target)?.();
    waiting.delete(entry.target);
    own.unobserve(entry.target);
  }
}
