// Moves the keyboard focus between panes and tells which pane has it. Works on what is on screen: panes by their `data-pane`.

import { useEffect } from 'react';
import { connectPanes } from '../../state/paneKeys.ts';
import { type PaneId, paneIds } from '../../state/panes.ts';
import { useStore } from '../../state/store.ts';
import { takeById } from '../takeAway/takeById.ts';

const paneSelector = 'main [data-pane]';

function paneOf(element: HTMLElement): PaneId | undefined {
  return paneIds.find((id) => id === element.dataset.pane);
}

export function focusedPane(): PaneId | undefined {
  const pane = document.activeElement?.closest<HTMLElement>(paneSelector);
  return pane ? paneOf(pane) : undefined;
}

/** The pane that had the focus last. */
let lastPane: PaneId | undefined;
/** The pane that gets the focus as soon as it is there. */
let wantedPane: PaneId | undefined;

/**
 * Connects the panes with the focus while the work area is mounted. `arrangement` names how they stand: after another one the focus goes
 * back to the pane that had it, if it was lost on the way.
 */
export function usePaneFocus(arrangement: string | undefined): void {
  // The focus belongs to the browser, and panes ask for it from outside of React.
  useEffect(() => {
    const onFocusIn = () => {
      lastPane = focusedPane();
      wantedPane = undefined;
    };
    document.addEventListener('focusin', onFocusIn);
    const disconnect = connectPanes({
      goTo: focusPane,
      onPaneThere: (pane) => {
        if (pane === wantedPane) focusIfShown(pane);
      },
      take: takeById,
    });
    return () => {
      document.removeEventListener('focusin', onFocusIn);
      disconnect();
    };
  }, []);
  // As above: what lost the focus were elements that are gone.
  useEffect(() => {
    if (arrangement === undefined || document.activeElement !== document.body) return;
    const pane = wantedPane ?? lastPane;
    if (pane !== undefined) focusIfShown(pane);
  }, [arrangement]);
}

/** After a load: the keys are in the rows at once, unless the person is elsewhere by now. */
export function focusRows(): void {
  const { activeElement } = document;
  // What was opened from a button or a menu of the bar at the top is what the person wants to see.
  const isFree = activeElement === document.body || activeElement?.closest('header:not(main *)') != null;
  if (!isFree || activeElement?.getAttribute('aria-expanded') === 'true') return;
  document.querySelector<HTMLElement>('main [data-pane="generations"] [role="grid"]')?.focus({ preventScroll: true });
}

/** Panes on screen in reading order. */
function shownPanes(): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(paneSelector)].filter((pane) => pane.getClientRects().length > 0);
}

function focusIfShown(id: PaneId): void {
  const pane = shownPanes().find((one) => paneOf(one) === id);
  if (pane) focusInside(pane);
}

/** Puts the focus on the main widget of a pane, now or when it is there; a pane that fills the screen alone is brought up first. */
export function focusPane(id: PaneId): void {
  useStore.getState().changeView((view) => ({ ...view, pane: id }));
  wantedPane = id;
  requestAnimationFrame(() => {
    if (wantedPane === id) focusIfShown(id);
  });
}

/** The next (1) or previous (-1) pane on screen, around the end; where the focus is nowhere, the pane that had it last. */
export function stepPane(step: 1 | -1): void {
  const panes = shownPanes();
  if (panes.length === 0) return;
  const last = panes.find((pane) => paneOf(pane) === lastPane);
  if (last && document.activeElement === document.body) {
    focusInside(last);
    return;
  }
  const at = panes.findIndex((pane) => pane.contains(document.activeElement));
  const next = panes[(at < 0 ? (step > 0 ? 0 : panes.length - 1) : at + step + panes.length) % panes.length];
  if (next) focusInside(next);
}

/** The widget that holds the pane's content is its tab stop with `tabindex="0"`; a pane without one takes the focus itself. */
function focusInside(pane: HTMLElement): void {
  const widget =
    pane.querySelector<HTMLElement>('[data-pane-focus]') ??
    pane.querySelector<HTMLElement>(
      '[role="grid"] [tabindex="0"], [role="grid"][tabindex="0"], [role="tree"][tabindex="0"]',
    ) ??
    pane.querySelector<HTMLElement>(
      '[role="treeitem"][tabindex="0"], [role="tab"][aria-selected="true"], [tabindex="0"]',
    ) ??
    pane.querySelector<HTMLElement>('button, a[href], input, textarea, select');
  if (widget) {
    widget.focus();
  } else {
    pane.focus();
  }
}
