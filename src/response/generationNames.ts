// What a generation is called wherever it is named in words: by its index, or by its place where that does not tell it apart. Pure.

/** The label of each generation: its index, or `data[i]` where that is missing or repeated. */
export function generationLabels(indexes: readonly (number | undefined)[]): readonly string[] {
  const seen = new Set<number>();
  const repeated = new Set<number>();
  for (const index of indexes) {
    if (index === undefined) continue;
    if (seen.has(index)) repeated.add(index);
    seen.add(index);
  }
  return indexes.map((index, position) =>
    index === undefined || repeated.has(index) ? `data[${position}]` : String(index),
  );
}

/** The label of each choice that is a sample itself: its index where that tells all of them apart, else its position. */
export function choiceLabels(indexes: readonly (number | undefined)[]): readonly string[] {
  const areNames = indexes.every((index) => index !== undefined) && new Set(indexes).size === indexes.length;
  return indexes.map((index, position) => String(areNames ? index : position));
}

/** A label in a sentence: `#3`, or `data[3]` as it is. */
export function generationName(label: string): string {
  return /^-?\d/.test(label) ? `#${label}` : label;
}
