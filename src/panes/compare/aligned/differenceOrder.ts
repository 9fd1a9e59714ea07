// In which order the table lists the differences. Pure; knows an alignment.

import type { Alignment } from '../../../analysis/align/alignment.ts';
import { mostContestedFirst } from '../../../analysis/contested.ts';
import type { Preferences } from '../../../state/preferences.ts';

/** The numbers of the differences as they are listed; samples that have nothing at a place go a way of their own. */
export function differenceOrder(alignment: Alignment, order: Preferences['differenceOrder']): readonly number[] {
  const { divergences, wayCounts, sampleCount } = alignment;
  if (order === 'text') return [...divergences.keys()];
  return mostContestedFirst(
    wayCounts.map((counts) => [...counts, sampleCount - counts.reduce((sum, count) => sum + count, 0)]),
  );
}
