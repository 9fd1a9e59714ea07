// Moves the keyboard focus between panes and tells which pane has it. Works on what is on screen: regions by their names.

import { onGoToPane } from '../../state/paneKeys.ts';
import { useStore } from '../../state/store.ts';
import { type PaneId, paneIds } from '../../state/view.ts';

/** The name of each pane's region. */
export const paneNames: Readonly<Record<PaneId, string>> = {
  responses: 'Responses',
  fields: 'Response fields',
  generations: 'Generations',
  generation: 'Generation',
  compare: 'Compare',
  providers: 'Provider responses',
  usage: 'Token usage',
  issues: 'Issues',
  source: 'Source',
};

const paneSelector = 'main section[aria-label]';

function paneOf(element: Element): PaneId | undefined {
  const name = element.getAttribute('aria-label');
  return paneIds.find((id) => paneNames[id] === name);
}

export function focusedPane(): PaneId | undefined {
  const pane = document.activeElement?.closest(paneSelector);
  return pane ? paneOf(pane) : undefined;
}

let lastPane: PaneId | undefined;

/** Remembers the pane with the focus, for `restoreFocus`. */
document.addEventListener('focusin', () => {
  lastPane = focusedPane();
});

/** After the panes were arranged anew: the focus goes back to the pane that had it, if it was lost on the way. */
export function restoreFocus(): void {
  if (document.activeElement !== document.body || lastPane === undefined) return;
  const pane = shownPanes().find((one) => paneOf(one) === lastPane);
  if (pane) focusInside(pane);
}

/** Panes on screen in reading order. */
function shownPanes(): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(paneSelector)].filter(
    (pane) => paneOf(pane) !== undefined && pane.getClientRects().length > 0,
  );
}

/** Puts the focus on the main widget of a pane; a pane that fills the screen alone is brought up first. */
export function focusPane(id: PaneId): void {
  useStore.getState().changeView((view) => ({ ...view, pane: id }));
  requestAnimationFrame(() => {
    const pane = shownPanes().find((one) => paneOf(one) === id);
    if (pane) focusInside(pane);
  });
}

onGoToPane(focusPane);

/** The next (1) or previous (-1) pane on screen, around the end. */
export function stepPane(step: 1 | -1): void {
  const panes = shownPanes();
  if (panes.length === 0) return;
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
