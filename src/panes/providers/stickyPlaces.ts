// Which open containers stick to the top of the tree while their members scroll by. Pure; knows no heights.

import { ancestorsOf, placeAt, rowOf, type TreeLayout, type TreePlace } from './treeLayout.ts';

/**
 * Open containers of which the own row is scrolled off while members are in view: they stick to the top, outermost first. `top` is the
 * number of rows scrolled off, with the part of a row.
 */
export function stickyPlaces(layout: TreeLayout, top: number, most: number): readonly TreePlace[] {
  const sticky: TreePlace[] = [];
  while (sticky.length < most) {
    const covered = Math.ceil(top) + sticky.length;
    const place = covered < layout.rowCount ? placeAt(layout, covered) : undefined;
    const next = place && ancestorsOf(place)[sticky.length];
    const outer = sticky.at(-1);
    if (next === undefined || rowOf(layout, next) >= top + sticky.length) break;
    if (outer && (next.branch.parent !== outer.branch || next.branch.indexInParent !== outer.index)) break;
    sticky.push(next);
  }
  return sticky;
}
