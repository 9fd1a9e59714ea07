// Joins class names. Knows nothing else.

/** Joins the names that are given with a space; undefined when none is left. */
export function classNames(...names: readonly (string | false | undefined)[]): string | undefined {
  const kept = names.filter((name) => name !== false && name !== undefined && name !== '');
  return kept.length === 0 ? undefined : kept.join(' ');
}
