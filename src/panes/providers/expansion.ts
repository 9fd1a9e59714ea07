// Which containers of the tree are open: the ones above the place shown, and what a person opened or closed. Pure.

import type { Pointer } from '../../json/pointer.ts';
import type { OpenDocument } from '../../state/documents.ts';
import { owningPosition, treePointer } from '../../state/selection.ts';
import type { View } from '../../state/view.ts';

/** Containers above a selection open by themselves down to this level; below it a person opens them one by one. */
export const deepestOpened = 200;

/**
 * The place that the tree shows for a selection; undefined while it is not known whether a generation is linked, so that nothing moves
 * twice. A place that was selected in the tree itself is shown as it is.
 */
export function shownPlace(document: OpenDocument, selection: Pointer, isChosenHere: boolean): Pointer | undefined {
  if (isChosenHere) return selection;
  const position = owningPosition(selection);
  const isWaiting = document.load === 'loading' && document.kind === 'response' && document.providerCount > 0;
  if (position !== undefined && isWaiting && document.rows.linkWord(position) < 0) return undefined;
  return treePointer(document, selection);
}

/** The deepest container or value on the way to a pointer that opens by itself, and how many levels lie below it. */
export function reachable(pointer: Pointer): { readonly pointer: Pointer; readonly levelsBelow: number } {
  let end = 0;
  for (let level = 0; level <= deepestOpened; level++) {
    end = pointer.indexOf('/', end + 1);
    if (end < 0) return { pointer, levelsBelow: 0 };
  }
  let levelsBelow = 0;
  for (let at = end; at >= 0; at = pointer.indexOf('/', at + 1)) levelsBelow++;
  return { pointer: pointer.slice(0, end) as Pointer, levelsBelow };
}

/** All pointers above a pointer, outermost first, without the root. */
export function pointersAbove(pointer: Pointer): readonly Pointer[] {
  const above: Pointer[] = [];
  for (let end = pointer.indexOf('/', 1); end > 0; end = pointer.indexOf('/', end + 1)) {
    above.push(pointer.slice(0, end) as Pointer);
  }
  return above;
}

/** Everything that is open. The linked choice of a selected generation is open itself, so that its members can be read. */
export function openPointers(
  view: Pick<View, 'expanded' | 'collapsed' | 'selection'>,
  shown: Pointer | undefined,
): ReadonlySet<Pointer> {
  const open = new Set(view.expanded);
  if (shown !== undefined) {
    const { pointer, levelsBelow } = reachable(shown);
    for (const above of pointersAbove(pointer)) open.add(above);
    if (levelsBelow === 0 && shown !== view.selection) open.add(shown);
  }
  for (const closed of view.collapsed) open.delete(closed);
  return open;
}
