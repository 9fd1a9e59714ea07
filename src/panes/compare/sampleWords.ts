// Several generations in a few words. Pure.

import { generationName } from '../../analysis/equalAnswers.ts';
import type { GenerationRow } from '../../response/rows.ts';
import { formatCount } from '../../words/numbers.ts';

/** `#0`, `#0 ×3`: the first with how many have the same. */
export function firstAndCount(rows: readonly GenerationRow[]): string {
  const [first] = rows;
  if (first === undefined) return '';
  return rows.length === 1
    ? generationName(first.label)
    : `${generationName(first.label)} ×${formatCount(rows.length)}`;
}

/** `#0 #4 #7`, at most so many and how many more; `total` where the rows are the first of more. */
export function namesOf(rows: readonly GenerationRow[], most = 8, total = rows.length): string {
  const named = rows.slice(0, most).map(({ label }) => generationName(label));
  const more = total - named.length;
  return `${named.join(' ')}${more > 0 ? ` and ${formatCount(more)} more` : ''}`;
}
