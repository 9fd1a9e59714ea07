// Which of the compared texts can be columns beside each other: equal ones are one column. Pure.

/** More columns than a person can compare, and than a page can lay out in time. */
export const mostColumns = 50;

export interface GroupedTexts {
  readonly texts: readonly string[];
  /** Code units of the whole of each; of one that is longer than its text nobody knows to which others it is equal. */
  readonly totalLengths: readonly number[];
  /** By place: the position of the generation. */
  readonly positions: readonly number[];
}

/**
 * Places of equal texts, those of `first` first, then what most samples say; of equally many the earlier one. Members in document order, but for
 * `first`, which comes before the others.
 */
export function columnGroups(
  { texts, totalLengths, positions }: GroupedTexts,
  first: number | undefined,
): readonly (readonly number[])[] {
  const groups = new Map<string | number, number[]>();
  for (const place of [...texts.keys()].sort((one, other) => (positions[one] ?? 0) - (positions[other] ?? 0))) {
    const text = texts[place] ?? '';
    const key = text.length === totalLengths[place] ? text : place;
    const same = groups.get(key);
    if (same === undefined) groups.set(key, [place]);
    else if (place === first) same.unshift(place);
    else same.push(place);
  }
  const own = (group: readonly number[]): number => (group[0] === first ? 1 : 0);
  // Sorting is stable: the groups are in the order of their first members.
  return [...groups.values()].sort((one, other) => own(other) - own(one) || other.length - one.length);
}
