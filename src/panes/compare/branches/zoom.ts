// Steps of the zoom. Pure.

export const leastZoom = 0.2;
export const mostZoom = 3;

/** The next step up (1) or down (−1): a quarter more or less, never beyond the ends, and never past 100 %. */
export function zoomStep(scale: number, direction: 1 | -1): number {
  const next = direction > 0 ? scale * 1.25 : scale / 1.25;
  const isPast = (scale - 1) * (next - 1) < 0;
  return clampZoom(isPast || Math.abs(next - 1) < 0.02 ? 1 : next);
}

export function clampZoom(scale: number): number {
  return Math.min(mostZoom, Math.max(leastZoom, scale));
}
