// Binary search where what is looked for is asked by number. Knows no list.

/** The first index below `count` that a test holds for, where it holds for all after it; `count` for none. */
export function firstIndex(count: number, isAfter: (at: number) => boolean): number {
  let from = 0;
  let to = count;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (isAfter(middle)) to = middle;
    else from = middle + 1;
  }
  return from;
}
