// What Compare would show when a person asks for it now, and the words of the button that does it. Pure.

import { equalAnswers } from '../analysis/equalAnswers.ts';
import { flagBits } from '../response/samples/sampleColumns.ts';
import type { SampleTable } from '../response/samples/sampleTable.ts';
import { formatCount, plural } from '../words/numbers.ts';
import type { OpenDocument } from './documents.ts';

export interface Comparable {
  readonly positions: readonly number[];
  /** `Compare 3 chosen`, `Compare 8 samples, 5 distinct`; `Compare 8 samples` where no two say the same. */
  readonly words: string;
}

/**
 * The chosen ones; where that is fewer than two, all: how many say the same is a part of every comparison. Undefined until there are two to
 * compare.
 */
export function whatToCompare(
  document: Pick<OpenDocument, 'rows' | 'load'>,
  chosen: readonly number[],
): Comparable | undefined {
  if (chosen.length >= 2) return { positions: chosen, words: `Compare ${formatCount(chosen.length)} chosen` };
  if (document.load === 'loading') return undefined;
  const whole = wholePositions(document.rows);
  if (whole.length < 2) return undefined;
  const distinct = equalAnswers(document.rows).size;
  const samples = `Compare ${plural(whole.length, 'sample')}`;
  return {
    positions: whole,
    words: distinct === whole.length ? samples : `${samples}, ${formatCount(distinct)} distinct`,
  };
}

function wholePositions(rows: SampleTable): readonly number[] {
  const positions = Array.from({ length: rows.length }, (_, position) => position);
  const broken = new Set(rows.positionsWith('flags', flagBits.broken));
  return broken.size === 0 ? positions : positions.filter((position) => !broken.has(position));
}
