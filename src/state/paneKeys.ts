// Keys whose meaning depends on the pane that a person is in: a pane says what it does on them while it is mounted, the shell asks.
// Knows no key events; `app/` listens to those and decides which pane is meant.

import { useEffect, useLayoutEffect, useRef } from 'react';
import type { PaneId } from './panes.ts';
import type { TakenId, TakingWay } from './writings.ts';

export type PaneAction =
  | 'next'
  | 'previous'
  | 'nextMatch'
  | 'previousMatch'
  | 'filter'
  | 'find'
  | 'leastCertain'
  | 'copyMatch'
  | 'copyValue'
  | 'openBelow'
  | 'closeBelow';

export type PaneHandlers = Partial<Readonly<Record<PaneAction, () => void>>>;

/** Several parts of a pane may answer to different actions. */
const handlersByPane = new Map<PaneId, Set<{ readonly current: PaneHandlers }>>();

/** While the component is mounted, the pane answers to these actions; an action belongs to one component of a pane. */
export function usePaneKeys(pane: PaneId, handlers: PaneHandlers): void {
  const latest = useRef(handlers);
  // The shell, outside of React, calls what the latest rendering gave.
  useLayoutEffect(() => {
    latest.current = handlers;
  });
  // The handlers are asked for by the shell, outside of React; they are there with what they act on, before a key can be meant for it.
  useLayoutEffect(() => {
    const ofPane = handlersByPane.get(pane) ?? new Set();
    handlersByPane.set(pane, ofPane.add(latest));
    return () => {
      ofPane.delete(latest);
    };
  }, [pane]);
}

/** Of a pane that comes late: tells the shell that it is there now, so that it can have the focus. */
export function usePaneThere(pane: PaneId): void {
  // The focus is moved by the shell, outside of React.
  useEffect(() => shell?.onPaneThere(pane), [pane]);
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

/** Whether one of the panes knows the action now. */
export function hasPaneAction(panes: readonly PaneId[], action: PaneAction): boolean {
  return panes.some((pane) =>
    [...(handlersByPane.get(pane) ?? [])].some(({ current }) => current[action] !== undefined),
  );
}

/** What panes need of the one who arranges them. */
interface PaneShell {
  /** Brings a pane up and puts the focus into it. */
  readonly goTo: (pane: PaneId) => void;
  /** A pane that comes late was mounted. */
  readonly onPaneThere: (pane: PaneId) => void;
  /** Writes what can be taken away. */
  readonly take: (id: TakenId, way: TakingWay) => void;
}

let shell: PaneShell | undefined;

/** From now on this one is asked; the returned function ends that. */
export function connectPanes(own: PaneShell): () => void {
  shell = own;
  return () => {
    if (shell === own) shell = undefined;
  };
}

/** From inside a pane: on to another one. */
export function goToPane(pane: PaneId): void {
  shell?.goTo(pane);
}

/** From inside a pane: to a file or the clipboard. */
export function takeAway(id: TakenId, way: TakingWay): void {
  shell?.take(id, way);
}
