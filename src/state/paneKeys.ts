// Keys whose meaning depends on the pane that a person is in: a pane says what it does on them while it is mounted, the shell asks.
// Knows no key events; `app/` listens to those and decides which pane is meant.

import { useEffect, useRef } from 'react';
import type { PaneId } from './view.ts';

const paneActions = ['next', 'previous', 'open', 'choose', 'baseline', 'nextMatch', 'previousMatch', 'filter'] as const;
export type PaneAction = (typeof paneActions)[number];

export type PaneHandlers = Partial<Readonly<Record<PaneAction, () => void>>>;

/** Several parts of a pane may answer to different actions. */
const handlersByPane = new Map<PaneId, Set<{ readonly current: PaneHandlers }>>();

/** While the component is mounted, the pane answers to these actions; an action belongs to one component of a pane. */
export function usePaneKeys(pane: PaneId, handlers: PaneHandlers): void {
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => {
    const ofPane = handlersByPane.get(pane) ?? new Set();
    handlersByPane.set(pane, ofPane.add(latest));
    return () => {
      ofPane.delete(latest);
    };
  }, [pane]);
}

/** Runs an action in the first of the panes that knows it; false when none does. */
export function runPaneAction(panes: readonly PaneId[], action: PaneAction): boolean {
  for (const pane of panes) {
    for (const { current } of handlersByPane.get(pane) ?? []) {
      const run = current[action];
      if (run === undefined) continue;
      run();
      return true;
    }
  }
  return false;
}

let goTo: (pane: PaneId) => void = () => undefined;

/** Who brings a pane up and puts the focus into it: one for the page. */
export function onGoToPane(listener: (pane: PaneId) => void): void {
  goTo = listener;
}

/** From inside a pane: on to another one. */
export function goToPane(pane: PaneId): void {
  goTo(pane);
}
