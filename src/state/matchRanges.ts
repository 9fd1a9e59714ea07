// Where the filter of the table stands in an output: a plain text is looked for on the page, or where the document lies when the output is long; a
// person's own pattern in the worker that is ended when it takes too long.

import { useMemo } from 'react';
import { patternProblem } from '../analysis/pattern.ts';
import { literalRanges, type MatchRange } from '../response/matches.ts';
import type { TextWindow } from '../response/questions.ts';
import { useAnswer } from './answer.ts';
import { useTask } from './task.ts';
import type { View } from './view.ts';

const deadlineMs = 1000;
const noRanges: readonly MatchRange[] = [];

/**
 * Places in the whole output of a generation, of which `output` is the beginning or all. None while nothing is filtered, and until what has to be asked
 * for is known.
 */
export function useMatchRanges(
  position: number,
  output: TextWindow | undefined,
  { filter, isPattern, isCaseMatched }: Pick<View, 'filter' | 'isPattern' | 'isCaseMatched'>,
): readonly MatchRange[] {
  const isWhole = output === undefined || output.text.length === output.totalLength;
  const own = isWhole ? (output?.text ?? '') : undefined;
  const literal = useMemo(
    () => (isPattern || own === undefined ? noRanges : literalRanges(own, filter, isCaseMatched)),
    [own, filter, isPattern, isCaseMatched],
  );
  const isAsked = own === undefined && filter !== '';
  const ofLong = useAnswer(
    isAsked && !isPattern ? `matches ${position} ${isCaseMatched} ${filter}` : undefined,
    (questions) => questions.outputMatches(position, { text: filter, matchCase: isCaseMatched }),
  );
  const long = useAnswer(isAsked && isPattern ? `whole output ${position}` : undefined, async (questions) => {
    const { texts } = await questions.searchTexts(position, 1);
    return texts[0]?.output ?? '';
  });
  const searched = own ?? (long.isStale ? undefined : long.value);
  const input = useMemo(() => {
    const pattern = { source: filter, isCaseMatched };
    const isRun = isPattern && filter !== '' && searched !== undefined && patternProblem(pattern) === undefined;
    return isRun ? { pattern, text: searched } : undefined;
  }, [searched, filter, isPattern, isCaseMatched]);
  const task = useTask('patternRanges', input, deadlineMs);
  if (isPattern) return task.isStale ? noRanges : (task.value ?? noRanges);
  return own === undefined && !ofLong.isStale ? (ofLong.value ?? noRanges) : literal;
}
