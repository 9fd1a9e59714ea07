// Where in the tree a person is: the selected row, the row that the keys are at, and what is in view. Knows no elements and no store.

import { useState } from 'react';
import type { Pointer } from '../../json/pointer.ts';
import { type TallScroll, useTallScroll } from '../../ui/useTallScroll.ts';
import { reachable } from './expansion.ts';
import { ancestorsOf, placeOf, rowOf, type TreePlace } from './treeLayout.ts';
import type { TreePages } from './treePages.ts';
import { type TreeRowData, type TreeSight, treeRow } from './treeRow.ts';

/** Where the keys are, by place so that rows may come and go; forgotten when the selection changes. */
interface Cursor {
  readonly parent: Pointer;
  readonly index: number;
  readonly selection: Pointer;
}

export interface TreeCursor {
  readonly scroll: TallScroll;
  readonly selectedRow: number | undefined;
  /** Levels of the selected place below the selected row, where the tree does not go that deep. */
  readonly levelsBelow: number;
  /** The row that the keys are at. */
  readonly activeRow: number;
  readonly active: TreeRowData | undefined;
  /** The first row in view, and the outermost place that it belongs to. */
  readonly topRow: number;
  readonly outermost: TreePlace | undefined;
  /** Puts the keys on a place, for as long as `selection` is selected. */
  readonly moveKeys: (place: TreePlace, selection: Pointer) => void;
}

export interface TreeCursorProps {
  readonly sight: TreeSight;
  readonly pages: TreePages;
  readonly selection: Pointer;
  /** The place to show and select; undefined while it is not known. */
  readonly shown: Pointer | undefined;
  readonly rowHeight: number;
}

export function useTreeCursor({ sight, pages, selection, shown, rowHeight }: TreeCursorProps): TreeCursor {
  const { layout } = sight;
  const scroll = useTallScroll(layout.rowCount * rowHeight);
  const [cursor, setCursor] = useState<Cursor>();

  const target = shown === undefined ? undefined : reachable(shown);
  const exact = shown === undefined ? undefined : placeOf(layout, shown, pages);
  const selected = exact ?? (target?.levelsBelow ? placeOf(layout, target.pointer, pages) : undefined);
  const selectedRow = selected && rowOf(layout, selected);
  const cursorBranch = cursor?.selection === selection ? layout.branches.get(cursor.parent) : undefined;
  const isCursorKnown = cursor !== undefined && cursorBranch !== undefined && cursor.index < cursorBranch.count;
  const activeRow = isCursorKnown ? rowOf(layout, { branch: cursorBranch, index: cursor.index }) : (selectedRow ?? 0);

  const topRow = Math.floor(scroll.offset / rowHeight);
  const top = treeRow(sight, topRow)?.place;
  return {
    scroll,
    selectedRow,
    levelsBelow: exact === undefined ? (target?.levelsBelow ?? 0) : 0,
    activeRow,
    active: treeRow(sight, activeRow),
    topRow,
    outermost: top && (ancestorsOf(top)[0] ?? top),
    moveKeys: (place, of) => setCursor({ parent: place.branch.pointer, index: place.index, selection: of }),
  };
}
