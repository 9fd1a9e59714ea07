// Scroll arithmetic for content that may be taller than a browser can scroll, where a turn of the wheel must still move by its own
// length: small movements are taken one to one, leaps of the scroll bar by proportion. Pure; lengths in CSS pixels.

/** Browsers stop being exact, and then stop at all, somewhere above this height. */
export const tallestScrollPx = 7_000_000;

/** A scroll area: `rowsPx` is the true height of its content, `viewPx` of what can be seen of it at once. */
export interface ScrollShape {
  readonly rowsPx: number;
  readonly viewPx: number;
}

/** Height to give the scroll area's content. */
export function scrollHeightOf(rowsPx: number): number {
  return Math.min(rowsPx, tallestScrollPx);
}

/** How many true pixels one scrolled pixel moves; 1 for content of ordinary height. */
export function scaleOf({ rowsPx, viewPx }: ScrollShape): number {
  const scrollable = scrollHeightOf(rowsPx) - viewPx;
  return rowsPx <= tallestScrollPx || scrollable <= 0 ? 1 : (rowsPx - viewPx) / scrollable;
}

/** Where a scroll area stands: `scrollTop` as the browser has it, `offset` the true length above the view. */
export interface TallPosition {
  readonly scrollTop: number;
  readonly offset: number;
}

/** Movements up to so many heights of the view are taken one to one. */
const fineViews = 2;

/** The largest true offset. */
export function lastOffset({ rowsPx, viewPx }: ScrollShape): number {
  return Math.max(0, rowsPx - viewPx);
}

/** The scroll position that stands for a true offset in proportion. */
export function scrollTopOf(offset: number, shape: ScrollShape): number {
  return offset / scaleOf(shape);
}

/** Whether the scroll bar stands where the offset is in proportion. */
export function isInStep({ scrollTop, offset }: TallPosition, shape: ScrollShape): boolean {
  return Math.abs(scrollTopOf(offset, shape) - scrollTop) < 1;
}

/** The position after the browser reports a new `scrollTop`. */
export function moved(before: TallPosition, scrollTop: number, shape: ScrollShape): TallPosition {
  const end = lastOffset(shape);
  const isExact = scaleOf(shape) === 1 && isInStep(before, shape);
  const delta = scrollTop - before.scrollTop;
  const isFine = Math.abs(delta) <= fineViews * shape.viewPx;
  const offset = isExact ? scrollTop : isFine ? before.offset + delta : scrollTop * scaleOf(shape);
  return { scrollTop, offset: clamp(offset, end) };
}

/** Whether the browser cannot scroll on although the content goes on: the scroll bar has to be set back in step now. */
export function isStuck({ scrollTop, offset }: TallPosition, shape: ScrollShape): boolean {
  const lastTop = Math.max(0, scrollHeightOf(shape.rowsPx) - shape.viewPx);
  return (scrollTop < 1 && offset >= 1) || (scrollTop > lastTop - 1 && offset < lastOffset(shape) - 1);
}

/** True offset at which the stretch `[top, bottom)` is in view by the least distance, with room kept free above and below it. */
export function offsetToReveal(
  offset: number,
  { top, bottom }: { readonly top: number; readonly bottom: number },
  { above, below }: { readonly above: number; readonly below: number },
  shape: ScrollShape,
): number {
  const isAbove = top - above < offset;
  const isBelow = bottom + below > offset + shape.viewPx;
  if (isAbove) return clamp(top - above, lastOffset(shape));
  // A stretch taller than the view shows its beginning.
  if (isBelow) return clamp(Math.min(bottom + below - shape.viewPx, top - above), lastOffset(shape));
  return offset;
}

function clamp(offset: number, end: number): number {
  return Math.min(Math.max(0, offset), end);
}
