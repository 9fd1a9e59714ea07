// Where a tooltip or small popover goes. Pure geometry, in CSS pixels of the viewport.

/** A box in viewport pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const gapPx = 6;
const edgePx = 4;

/**
 * Top left corner for a box of the given size: below the anchor, else above it, centred on it and kept inside the
 * viewport. All figures in CSS pixels.
 */
export function placeBelow(
  anchor: Box,
  size: { readonly width: number; readonly height: number },
  viewport: { readonly width: number; readonly height: number },
): { readonly left: number; readonly top: number } {
  const below = anchor.top + anchor.height + gapPx;
  const fitsBelow = below + size.height <= viewport.height - edgePx;
  const top = fitsBelow ? below : Math.max(edgePx, anchor.top - gapPx - size.height);
  const centred = anchor.left + anchor.width / 2 - size.width / 2;
  const left = Math.max(edgePx, Math.min(centred, viewport.width - edgePx - size.width));
  return { left, top };
}
