// Choosing along the rows in the order in which they are shown. Pure; positions are places in `data`.

/** The chosen positions after everything between two rows, as shown, was put in or taken out; a lost anchor means the one row. */
export function withRange(
  chosen: readonly number[],
  order: readonly number[],
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
export function withAll(chosen: readonly number[], order: readonly number[], isChoosing: boolean): readonly number[] {
  const shown = new Set(order);
  return isChoosing ? [...new Set([...chosen, ...order])] : chosen.filter((position) => !shown.has(position));
}

/** Whether all, some or none of the shown rows are chosen. */
export function chosenState(order: readonly number[], chosen: ReadonlySet<number>): 'all' | 'some' | 'none' {
  const count = order.reduce((sum, position) => sum + (chosen.has(position) ? 1 : 0), 0);
  return count === 0 ? 'none' : count === order.length ? 'all' : 'some';
}
