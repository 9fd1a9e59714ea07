// Tells when an element comes near what is in view, and when it leaves it. One observer for each scroll area, one for the page.

type Listener = (isNear: boolean) => void;

const listeners = new WeakMap<Element, Listener>();
const observers = new WeakMap<Element, IntersectionObserver>();
let ofPage: IntersectionObserver | undefined;

const pageMargin = '600px';
const areaMargin = '60%';

/**
 * Calls `onNear` soon, and whenever it is another answer: whether the element is within 600 px of being seen, or within 60 % of the size of
 * `area` where one is given, which then must be the area in which it scrolls. Returns the function that stops watching.
 */
export function whenNear(element: Element, onNear: Listener, area?: Element): () => void {
  const observer = area === undefined ? observerOfPage() : observerOf(area);
  listeners.set(element, onNear);
  observer.observe(element);
  return () => {
    listeners.delete(element);
    observer.unobserve(element);
  };
}

function observerOfPage(): IntersectionObserver {
  ofPage ??= new IntersectionObserver(report, { rootMargin: pageMargin, scrollMargin: pageMargin });
  return ofPage;
}

function observerOf(area: Element): IntersectionObserver {
  const known = observers.get(area);
  if (known !== undefined) return known;
  const observer = new IntersectionObserver(report, { root: area, rootMargin: areaMargin });
  observers.set(area, observer);
  return observer;
}

function report(entries: readonly IntersectionObserverEntry[]): void {
  for (const { target, isIntersecting } of entries) listeners.get(target)?.(isIntersecting);
}
