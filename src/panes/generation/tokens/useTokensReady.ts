// Has the tokens of the choice on screen read ahead of need, so that the tab stands as soon as it is chosen. Apart from the tab, which comes late.

import { useEffect } from 'react';
import type { ChoiceRow } from '../../../response/rows.ts';
import { useQuestions } from '../../../state/answer.ts';

/** Nobody who only passes by waits for tokens that are read for somebody who stays. */
const stayedMs = 400;

export function useTokensReady(choice: ChoiceRow | undefined, isLoaded: boolean): void {
  const questions = useQuestions();
  const isListed = choice?.listedTokenCount !== undefined;
  const { pointer, position } = choice ?? {};
  // In step with the clock and the worker, which keeps what it answered.
  useEffect(() => {
    if (!isLoaded || !isListed || pointer === undefined || position === undefined) return;
    // What fails now is asked again, and said, when it is needed.
    const timer = setTimeout(() => void questions.tokenListing(pointer, position).catch(() => undefined), stayedMs);
    return () => clearTimeout(timer);
  }, [questions, pointer, position, isListed, isLoaded]);
}
