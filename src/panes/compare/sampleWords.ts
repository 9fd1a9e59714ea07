// Several generations in a few words. Pure.

import { generationName } from '../../analysis/equalAnswers.ts';
import type { GenerationRow } from '../../response/rows.ts';
import { formatCount } from '../../words/numbers.ts';

/** Rows as a list of them or of samples gives them. */
interface SomeRows {
  readonly length: number;
  at(place: number): Pick<GenerationRow, 'label'> | undefined;
}

/** `#0`, `#0 ×3`: the first with how many have the same. */
export function firstAndCount(rows: SomeRows): string {
  const first = rows.at(0);
  if (first === undefined) return '';
  return rows.length === 1
    ? generationName(first.label)
    : `${generationName(first.label)} ×${formatCount(rows.length)}`;
}

/** `#0 #4 #7`, at most so many and how many more; `total` where the rows are the first of more. */
export function namesOf(rows: SomeRows, most = 8, total = rows.length): string {
  const named = Array.from({ length: Math.min(most, rows.length) }, (_, at) => rows.at(at)?.label ?? '').map(
    generationName,
  );
  const more = total - named.length;
  return `${named.join(' ')}${more > 0 ? ` and ${formatCount(more)} more` : ''}`;
}
