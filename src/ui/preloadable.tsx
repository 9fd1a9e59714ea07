// A part of the page whose code comes on its own. Once it is there it is drawn at once; React.lazy would show its fallback even then. One that
// cannot be had says so in its own place, and is asked for again.

import { type ComponentType, createElement, lazy, type ReactNode, Suspense, useState } from 'react';
import { AskAgain, MissingPart } from './MissingPart.tsx';

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
  let getting: Promise<ComponentType<Props>> | undefined;
  const get = (): Promise<ComponentType<Props>> => {
    getting ??= load().then(
      (component) => {
        present = component;
        waiting.delete(preload);
        return component;
      },
      (reason: unknown) => {
        // The next who needs it asks again.
        getting = undefined;
        throw reason;
      },
    );
    return getting;
  };
  const preload = (): void => {
    // What fails now is tried again, and said, when it is needed.
    get().catch(() => undefined);
  };
  waiting.add(preload);
  return {
    Part(props) {
      // Fixed for as long as it stands there: another component would be another pane.
      const [Shown, show] = useState(
        () => present ?? lazy(async () => ({ default: await get().catch(() => MissingPart) })),
      );
      const again = async () => {
        const component = await get();
        show(() => component);
      };
      return (
        <AskAgain value={again}>
          <Suspense fallback={null}>{createElement(Shown, props)}</Suspense>
        </AskAgain>
      );
    },
    preload,
    fetch: async () => {
      await get();
    },
    isPresent: () => present !== undefined,
  };
}
