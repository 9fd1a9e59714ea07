// What Escape closes: whoever opens something over the panes says how it closes, and the one that opened last goes first. Knows no key events;
// `app/` listens to those and asks here before it goes further back. Menus and dialogs have keys of their own.

import { useEffect, useRef } from 'react';

interface Layer {
  readonly current: () => void;
}

/** The one that opened last stands last. */
const layers: Layer[] = [];

/** While `isOpen`, Escape calls `close` before anything that was open already. */
export function useClosedByEscape(isOpen: boolean, close: () => void): void {
  const latest = useRef(close);
  useEffect(() => {
    latest.current = close;
  });
  // The list of layers lies outside of React.
  useEffect(() => {
    if (!isOpen) return;
    layers.push(latest);
    return () => {
      layers.splice(layers.indexOf(latest), 1);
    };
  }, [isOpen]);
}

export function hasTopmost(): boolean {
  return layers.length > 0;
}

/** Closes what opened last; false when nothing is open. */
export function closeTopmost(): boolean {
  const topmost = layers.at(-1);
  topmost?.current();
  return topmost !== undefined;
}
