// Arithmetic of panel sizes in percent. Pure; knows no panels but their ids.

/** Percent of the group by panel id. */
export type SplitSizes = { readonly [panelId: string]: number };

/** Sizes of the present panels, from what is remembered or else the defaults, scaled so that they make 100. */
export function layoutOf(
  panels: readonly { readonly id: string; readonly defaultSize: number }[],
  sizes: SplitSizes | undefined,
): SplitSizes {
  const raw = panels.map((panel) => [panel.id, Math.max(0, sizes?.[panel.id] ?? panel.defaultSize)] as const);
  const sum = raw.reduce((total, [, size]) => total + size, 0);
  return Object.fromEntries(raw.map(([id, size]) => [id, sum === 0 ? 100 / raw.length : (size * 100) / sum]));
}

/** Both speak of the same panels. */
export function hasSameIds(a: SplitSizes, b: SplitSizes): boolean {
  const ids = Object.keys(b);
  return Object.keys(a).length === ids.length && ids.every((id) => id in a);
}

/** Equal within a twentieth of a percent. */
export function isSameLayout(a: SplitSizes, b: SplitSizes): boolean {
  return Object.keys(b).every((id) => Math.abs((a[id] ?? -1) - (b[id] ?? -2)) < 0.05);
}
