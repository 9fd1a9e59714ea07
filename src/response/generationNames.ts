// What a generation is called wherever it is named in words: by its index, or by its place where that does not tell it apart. Pure.

/** The label of each generation: its index, or `data[i]` where that is missing or repeated. */
export function generationLabels(indexes: readonly (number | undefined)[]): readonly string[] {
  const repeated = repeatedIndexes(Float64Array.from(indexes, (index) => index ?? Number.NaN));
  return indexes.map((index, position) =>
    index === undefined || repeated.has(index) ? `data[${position}]` : String(index),
  );
}

/** Indexes that more than one generation has; NaN for none. */
export function repeatedIndexes(indexes: Float64Array): ReadonlySet<number> {
  const repeated = new Set<number>();
  // As a rule.
  if (isAscending(indexes)) return repeated;
  const seen = new Set<number>();
  for (const index of indexes) {
    if (Number.isNaN(index)) continue;
    if (seen.has(index)) repeated.add(index);
    seen.add(index);
  }
  return repeated;
}

function isAscending(indexes: Float64Array): boolean {
  let last = Number.NEGATIVE_INFINITY;
  for (const index of indexes) {
    if (index <= last) return false;
    if (index > last) last = index;
  }
  return true;
}

/** The label of each choice that is a sample itself: its index where that tells all of them apart, else its position. */
export function choiceLabels(indexes: readonly (number | undefined)[]): readonly string[] {
  const areNames = indexes.every((index) => index !== undefined) && new Set(indexes).size === indexes.length;
  return indexes.map((index, position) => String(areNames ? index : position));
}

/** The label of each sample of several responses: `3.0` for the first of the third; its index where that tells it apart in its response, else its place. */
export function labelsInResponses(
  indexes: readonly (number | undefined)[],
  samples: { response(position: number): number },
): readonly string[] {
  const labels: string[] = [];
  for (let from = 0; from < indexes.length; ) {
    const response = samples.response(from);
    let to = from + 1;
    while (to < indexes.length && samples.response(to) === response) to++;
    for (const label of choiceLabels(indexes.slice(from, to))) labels.push(`${response + 1}.${label}`);
    from = to;
  }
  return labels;
}

/** A label in a sentence: `#3`, or `data[3]` as it is. */
export function generationName(label: string): string {
  return /^-?\d/.test(label) ? `#${label}` : label;
}
