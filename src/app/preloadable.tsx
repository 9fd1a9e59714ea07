// A part of the page whose code comes on its own. Once it is there it is drawn at once; React.lazy would show its fallback even then.

import { type ComponentType, createElement, lazy, type ReactNode, Suspense, useState } from 'react';

export interface Preloadable<Props> {
  /** Draws nothing until the code is there. */
  readonly Part: (props: Props) => ReactNode;
  /** Gets the code ahead of need. */
  preload(): void;
}

export function preloadable<Props extends object>(load: () => Promise<ComponentType<Props>>): Preloadable<Props> {
  let present: ComponentType<Props> | undefined;
  const get = async () => {
    present = await load();
    return { default: present };
  };
  const Later = lazy<ComponentType<Props>>(get);
  return {
    Part(props) {
      // Fixed for as long as it stands there: another component would be another pane.
      const [Now] = useState(() => present);
      return Now ? createElement(Now, props) : <Suspense fallback={null}>{createElement(Later, props)}</Suspense>;
    },
    preload() {
      // What fails now is tried again, and said, when it is needed.
      if (present === undefined) get().catch(() => undefined);
    },
  };
}
