// A part of the page whose code comes on its own. Once it is there it is drawn at once; React.lazy would show its fallback even then.

import { type ComponentType, createElement, lazy, type ReactNode, Suspense, useState } from 'react';

export interface Preloadable<Props> {
  /** Draws nothing until the code is there. */
  readonly Part: (props: Props) => ReactNode;
  /** Gets the code ahead of need. */
  preload(): void;
  /** As `preload`, for who wants to know when it is there; rejects when it cannot be had. */
  fetch(): Promise<void>;
  isPresent(): boolean;
}

/** Parts that are not there yet, in the order in which they were named. */
const waiting = new Set<() => void>();

/** Gets every part that is named so far ahead of need: from then on the page needs nothing more of its server. */
export function preloadAll(): void {
  for (const preload of waiting) preload();
}

export function preloadable<Props extends object>(load: () => Promise<ComponentType<Props>>): Preloadable<Props> {
  let present: ComponentType<Props> | undefined;
  const get = async () => {
    present = await load();
    waiting.delete(preload);
    return { default: present };
  };
  const preload = (): void => {
    // What fails now is tried again, and said, when it is needed.
    if (present === undefined) get().catch(() => undefined);
  };
  waiting.add(preload);
  const Later = lazy<ComponentType<Props>>(get);
  return {
    Part(props) {
      // Fixed for as long as it stands there: another component would be another pane.
      const [Now] = useState(() => present);
      return Now ? createElement(Now, props) : <Suspense fallback={null}>{createElement(Later, props)}</Suspense>;
    },
    preload,
    fetch: async () => {
      if (present === undefined) await get();
    },
    isPresent: () => present !== undefined,
  };
}
