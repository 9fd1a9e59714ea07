// Which of many things in a line are in view: rows of a list, rows and columns of a grid. Pure; lengths in CSS pixels.

/**
 * The places of those that touch the view `[offset, offset + size)`, and `more` before and after it. `startOf` gives the start of each and,
 * for `count`, the end of the last.
 */
export function windowOf(
  count: number,
  startOf: (at: number) => number,
  offset: number,
  size: number,
  more: number,
): readonly number[] {
  if (count <= 0) return [];
  const first = lastFrom(count, startOf, offset);
  const last = lastFrom(count, startOf, offset + Math.max(0, size));
  const from = Math.max(0, first - more);
  const to = Math.min(count - 1, last + more);
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}

/** The window and, where it lies outside, the one at `active`, which stays an element so that the keys have their place. */
export function withActive(shown: readonly number[], active: number | undefined): readonly number[] {
  if (active === undefined || active < 0 || shown.includes(active)) return shown;
  return [...shown, active].sort((one, other) => one - other);
}

/** The last one that starts at or before the offset; the first where none does. */
function lastFrom(count: number, startOf: (at: number) => number, offset: number): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (startOf(middle) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
