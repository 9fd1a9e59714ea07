// Which outputs are aligned, and how. Pure.

import type { AlignOptions } from '../../../analysis/align/alignment.ts';
import type { View } from '../../../state/view.ts';
import { type Compared, mostColumns } from '../compared.ts';
import { longestAligned } from './columnWords.ts';

export function alignOptions(granularity: View['granularity'], ignored: View['ignored']): AlignOptions {
  return {
    granularity,
    ignoresCase: ignored.includes('case'),
    ignoresWhiteSpace: ignored.includes('white space'),
    ignoresPunctuation: ignored.includes('punctuation'),
  };
}

/** Places of the outputs that are columns, say something and are not too long, in document order. */
export function alignable({ rows, texts, totalLengths }: Compared): readonly number[] {
  return rows
    .slice(0, mostColumns)
    .map((row, place) => ({ place, position: row.position }))
    .filter(({ place }) => texts[place] !== '' && (totalLengths[place] ?? 0) <= longestAligned)
    .sort((one, other) => one.position - other.position)
    .map(({ place }) => place);
}
