// Finds the containers below a place so that all of them can be opened at once, up to a bound. Knows no screen.

import type { Pointer } from '../../json/pointer.ts';
import { isExpandable } from './treeLayout.ts';
import type { TreePages } from './treePages.ts';

/** At most so many rows appear by one opening. */
export const mostNodes = 10_000;
/** And no deeper than this. */
export const mostLevels = 200;

export interface Subtree {
  /** Containers to open, outermost first. */
  readonly containers: readonly Pointer[];
  readonly nodeCount: number;
  /** False when the bound was met: more containers lie below. */
  readonly isWhole: boolean;
}

/** Breadth first, so that a bounded opening shows the outer levels whole. */
export async function subtreeOf(
  pages: Pick<TreePages, 'all'>,
  start: readonly { readonly pointer: Pointer; readonly childCount: number }[],
): Promise<Subtree> {
  const containers: Pointer[] = [];
  let level = start.slice();
  let nodeCount = 0;
  let isWhole = true;
  for (let depth = 0; level.length > 0; depth++) {
    const next: { pointer: Pointer; childCount: number }[] = [];
    for (const { pointer, childCount } of level) {
      if (depth === mostLevels || nodeCount + childCount > mostNodes) {
        isWhole = false;
        continue;
      }
      nodeCount += childCount;
      containers.push(pointer);
      for (const row of await pages.all(pointer, childCount)) if (isExpandable(row)) next.push(row);
    }
    level = next;
  }
  return { containers, nodeCount, isWhole };
}
