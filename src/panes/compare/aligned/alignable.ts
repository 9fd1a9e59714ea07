// Which outputs are aligned, and how. Pure.

import type { AlignOptions } from '../../../analysis/align/alignment.ts';
import type { View } from '../../../state/view.ts';
import { columnGroups, mostColumns } from '../columnGroups.ts';
import type { Compared } from '../compared.ts';
import { longestAligned } from './columnWords.ts';

export function alignOptions(granularity: View['granularity'], ignored: View['ignored']): AlignOptions {
  return {
    granularity,
    ignoresCase: ignored.includes('case'),
    ignoresWhiteSpace: ignored.includes('white space'),
    ignoresPunctuation: ignored.includes('punctuation'),
  };
}

/** Places of equal texts by column, the baseline's first. More than `mostColumns` where there are more different texts. */
export function groupsOf({ rows, texts, totalLengths }: Compared): readonly (readonly number[])[] {
  return columnGroups({ texts, totalLengths, positions: rows.positions }, 0);
}

/** Places of the outputs in as many of these columns as there is room for that say something and are not too long, in document order. */
export function alignable(
  { rows, texts, totalLengths }: Compared,
  groups: readonly (readonly number[])[],
): readonly number[] {
  return groups
    .slice(0, mostColumns)
    .flat()
    .map((place) => ({ place, position: rows.position(place) }))
    .filter(({ place }) => texts[place] !== '' && (totalLengths[place] ?? 0) <= longestAligned)
    .sort((one, other) => one.position - other.position)
    .map(({ place }) => place);
}
