// Choosing along the rows in the order in which they are shown. Pure; positions are places in `data`.

/** As they are shown. */
type Positions = readonly number[] | Uint32Array;

/** The chosen positions after everything between two rows, as shown, was put in or taken out; a lost anchor means the one row. */
export function withRange(
  chosen: readonly number[],
  order: Positions,
  anchor: number | undefined,
  target: number,
  isChoosing: boolean,
): readonly number[] {
  const to = order.indexOf(target);
  if (to < 0) return chosen;
  const from = anchor === undefined ? -1 : order.indexOf(anchor);
  const start = from < 0 ? to : Math.min(from, to);
  const range = new Set(order.slice(start, Math.max(from, to) + 1));
  return isChoosing ? [...new Set([...chosen, ...range])] : chosen.filter((position) => !range.has(position));
}

/** The chosen positions with all the shown ones put in or taken out. */
export function withAll(chosen: readonly number[], order: Positions, isChoosing: boolean): readonly number[] {
  const shown = new Set(order);
  return isChoosing ? [...new Set([...chosen, ...order])] : chosen.filter((position) => !shown.has(position));
}
