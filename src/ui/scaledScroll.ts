// Scroll arithmetic for lists of equal rows that may be taller than a browser can scroll. Pure; lengths in CSS pixels.

/** Browsers stop being exact, and then stop at all, somewhere above this height. */
export const tallestScrollPx = 7_000_000;

/** A list of equal rows in a scroll area: `rowsPx` is the true height of all, `viewPx` of what can be seen at once. */
export interface ScrollShape {
  readonly rowsPx: number;
  readonly viewPx: number;
}

/** Height to give the scroll area's content. */
export function scrollHeightOf(rowsPx: number): number {
  return Math.min(rowsPx, tallestScrollPx);
}

/** How many true pixels one scrolled pixel moves; 1 for lists of ordinary height. */
export function scaleOf({ rowsPx, viewPx }: ScrollShape): number {
  const scrollable = scrollHeightOf(rowsPx) - viewPx;
  return rowsPx <= tallestScrollPx || scrollable <= 0 ? 1 : (rowsPx - viewPx) / scrollable;
}

/**
 * True offset to move to so that a row is wholly in view by the least distance, or undefined when it is already.
 * `offsetPx` is the true offset now.
 */
export function offsetToShow(
  index: number,
  rowPx: number,
  offsetPx: number,
  { rowsPx, viewPx }: ScrollShape,
): number | undefined {
  const top = index * rowPx;
  const bottom = top + rowPx;
  if (top < offsetPx) return Math.max(0, top);
  if (bottom > offsetPx + viewPx) return Math.max(0, Math.min(bottom - viewPx, rowsPx - viewPx));
  return undefined;
}
