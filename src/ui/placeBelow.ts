// Where a tooltip or small popover goes. Pure geometry, in CSS pixels of the viewport.

/** A box in viewport pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const GAP = 6;
const EDGE = 4;

/**
 * Top left corner for a box of the given size: below the anchor, else above it, centred on it and kept inside the
 * viewport. All figures in CSS pixels.
 */
export function placeBelow(
  anchor: Box,
  size: { readonly width: number; readonly height: number },
  viewport: { readonly width: number; readonly height: number },
): { readonly left: number; readonly top: number } {
  const below = anchor.top + anchor.height + GAP;
  const fitsBelow = below + size.height <= viewport.height - EDGE;
  const top = fitsBelow ? below : Math.max(EDGE, anchor.top - GAP - size.height);
  const centred = anchor.left + anchor.width / 2 - size.width / 2;
  const left = Math.max(EDGE, Math.min(centred, viewport.width - EDGE - size.width));
  return { left, top };
}
