// What Compare would show when a person asks for it now, and the words of the button that does it. Pure.

import { equalAnswers, oneOfEach } from '../analysis/equalAnswers.ts';
import { formatCount } from '../words/numbers.ts';
import type { OpenDocument } from './documents.ts';

export interface Comparable {
  readonly positions: readonly number[];
  /** `Compare 3 chosen`, `Compare 5 distinct`; `Compare 8` where all eight say the same. */
  readonly words: string;
}

/** The chosen ones; where that is fewer than two, one of each distinct answer. Undefined until there are two to compare. */
export function whatToCompare(
  document: Pick<OpenDocument, 'rows' | 'load'>,
  chosen: readonly number[],
): Comparable | undefined {
  if (chosen.length >= 2) return { positions: chosen, words: `Compare ${formatCount(chosen.length)} chosen` };
  if (document.load === 'loading') return undefined;
  const distinct = oneOfEach(equalAnswers(document.rows));
  if (distinct.length >= 2) return { positions: distinct, words: `Compare ${formatCount(distinct.length)} distinct` };
  const whole = document.rows.filter((row) => !row.isBroken).map((row) => row.position);
  return whole.length < 2 ? undefined : { positions: whole, words: `Compare ${formatCount(whole.length)}` };
}
