// Goes to a sample of the document on screen by its position: the one way from a position to a selection.

import { activeDocument, useStore } from './store.ts';

/** Selects it from a pane, which keeps the focus. */
export function selectSample(position: number, pane: 'compare'): void {
  const rows = activeDocument(useStore.getState())?.rows;
  if (rows !== undefined) useStore.getState().select(rows.pointer(position), pane);
}
