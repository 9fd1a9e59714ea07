// What Compare would show when a person asks for it now, and the words of the button that does it. Pure.

import { equalAnswers } from '../analysis/equalAnswers.ts';
import { narrowedTo, ofGroups } from '../analysis/order/ofGroups.ts';
import { flagBits } from '../response/samples/sampleColumns.ts';
import type { SampleTable } from '../response/samples/sampleTable.ts';
import { formatCount, plural } from '../words/numbers.ts';
import type { OpenDocument } from './documents.ts';
import type { View } from './view.ts';

export interface Comparable {
  readonly positions: readonly number[];
  /** `Compare 3 chosen`, `Compare 8 samples, 5 distinct`; `Compare 8 samples` where no two say the same. */
  readonly words: string;
}

/**
 * The chosen ones; where that is fewer than two, all of the responses and prompts that the table is narrowed to: how many say the same is a part of every
 * comparison. Undefined until there are two to compare.
 */
export function whatToCompare(
  document: Pick<OpenDocument, 'rows' | 'load'>,
  { chosen, brushes }: Pick<View, 'chosen' | 'brushes'>,
): Comparable | undefined {
  if (chosen.length >= 2) return { positions: chosen, words: `Compare ${formatCount(chosen.length)} chosen` };
  if (document.load === 'loading') return undefined;
  const { rows } = document;
  const isNarrowed = ofGroups(rows, brushes).length > 0;
  const narrowed = isNarrowed ? wholePositions(rows).filter(narrowedTo(rows, brushes)) : undefined;
  const count = narrowed?.length ?? wholeCount(rows);
  if (count < 2) return undefined;
  const distinct =
    narrowed === undefined
      ? equalAnswers(rows).size
      : new Set(narrowed.map((at) => rows.group(at)).filter((group) => group >= 0)).size;
  const samples = `Compare ${plural(count, 'sample')}`;
  let all: readonly number[] | undefined;
  return {
    // Of a million rows the list takes as long as a frame has: it is made when somebody compares them.
    get positions() {
      all ??= narrowed ?? wholePositions(rows);
      return all;
    },
    words: distinct === count ? samples : `${samples}, ${formatCount(distinct)} distinct`,
  };
}

/** How many rows are all there. */
function wholeCount(rows: SampleTable): number {
  let count = rows.length;
  for (const _ of rows.positionsWith('flags', flagBits.broken)) count--;
  return count;
}

function wholePositions(rows: SampleTable): readonly number[] {
  const positions = Array.from({ length: rows.length }, (_, position) => position);
  const broken = new Set(rows.positionsWith('flags', flagBits.broken));
  return broken.size === 0 ? positions : positions.filter((position) => !broken.has(position));
}
