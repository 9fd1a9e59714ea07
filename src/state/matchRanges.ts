// Where the filter of the table stands in a text: a plain text is looked for here, a person's own pattern in the worker that is ended when it
// takes too long.

import { useMemo } from 'react';
import { patternProblem } from '../analysis/pattern.ts';
import { literalRanges, type MatchRange } from '../response/matches.ts';
import { useTask } from './task.ts';
import type { View } from './view.ts';

const deadlineMs = 1000;
const noRanges: readonly MatchRange[] = [];

/** None while nothing is filtered, and until a pattern has been through the text. */
export function useMatchRanges(
  text: string,
  { filter, isPattern, isCaseMatched }: Pick<View, 'filter' | 'isPattern' | 'isCaseMatched'>,
): readonly MatchRange[] {
  const literal = useMemo(
    () => (isPattern ? noRanges : literalRanges(text, filter, isCaseMatched)),
    [text, filter, isPattern, isCaseMatched],
  );
  const input = useMemo(() => {
    const pattern = { source: filter, isCaseMatched };
    return isPattern && filter !== '' && patternProblem(pattern) === undefined ? { pattern, text } : undefined;
  }, [text, filter, isPattern, isCaseMatched]);
  const task = useTask('patternRanges', input, deadlineMs);
  if (!isPattern) return literal;
  return task.isStale ? noRanges : (task.value ?? noRanges);
}
