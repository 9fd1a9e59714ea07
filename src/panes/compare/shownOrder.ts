// The order in which a tab of Compare has the generations on screen, for the action of the pane that copies them all.

import { type RefObject, useEffect } from 'react';

/** Positions, from the left or the top; absent while a tab has no order of its own. */
export type ShownOrder = RefObject<(() => readonly number[]) | undefined>;

/** While a tab is mounted its order is this one. */
export function useShownOrder(holder: ShownOrder, positions: () => readonly number[]): void {
  // In step with the screen: it is asked for at the press of a button outside of the tab.
  useEffect(() => {
    holder.current = positions;
    return () => {
      if (holder.current === positions) holder.current = undefined;
    };
  }, [holder, positions]);
}

/** The items in that order; those that it does not name stay behind, as they were. */
export function inOrder<T>(
  items: readonly T[],
  positionOf: (item: T) => number,
  order: readonly number[],
): readonly T[] {
  const placeOf = new Map(order.map((position, place) => [position, place]));
  const place = (item: T): number => placeOf.get(positionOf(item)) ?? order.length;
  return [...items].sort((one, other) => place(one) - place(other));
}
