// The tokens of a choice as the tab asks for them: the list at once, what needs every alternative when it is chosen. Knows no screen.

import { useMemo } from 'react';
import { leftOutReason } from '../../../analysis/probability/figures.ts';
import type { Measure } from '../../../analysis/probability/measureNames.ts';
import { probabilityOf, surprisalBits } from '../../../analysis/probability/measures.ts';
import { type Step, stepOf } from '../../../analysis/probability/scale.ts';
import type { ChoiceRow } from '../../../response/rows.ts';
import type { TokenListing, TokenMeasures } from '../../../response/tokens/token.ts';
import { type Answer, useAnswer } from '../../../state/answer.ts';

/** The list of tokens and the text that they are held against. */
export interface Listing extends TokenListing {
  readonly text: string;
}

type Listed = Pick<ChoiceRow, 'pointer' | 'position'>;

export function useListing(choice: Listed): Answer<Listing | undefined> {
  return useAnswer(`tokens ${choice.pointer} ${choice.position}`, (questions) =>
    questions.tokenListing(choice.pointer, choice.position),
  );
}

export interface Measured {
  /** By token; undefined where the measure is not known of it. */
  readonly valueAt: (at: number) => number | undefined;
  readonly steps: readonly Step[];
  /** Alternatives are still being read for it. */
  readonly isOpen: boolean;
  /** The list gives it for no token, because it holds no alternatives. */
  readonly isNowhere: boolean;
}

/** A measure of every token, and the step of the scale that it is drawn in. */
export function useMeasured(choice: Listed, { tokens }: Listing, measure: Measure): Measured {
  const isFromList = measure === 'probability' || measure === 'surprisal';
  const asked = useAnswer(
    isFromList ? undefined : `token measures ${choice.pointer} ${choice.position}`,
    (questions): Promise<TokenMeasures | undefined> => questions.tokenMeasures(choice.pointer, choice.position),
  );
  const columns = asked.isStale ? undefined : asked.value;
  return useMemo(() => {
    const column = isFromList ? undefined : columns?.[measure];
    const valueAt = (at: number): number | undefined => {
      const token = tokens[at];
      if (measure === 'probability') return token && probabilityOf(token);
      if (measure === 'surprisal') return token && surprisalBits(token);
      const value = column?.[at];
      return value === undefined || Number.isNaN(value) ? undefined : value;
    };
    const steps = tokens.map((token, at) =>
      leftOutReason(token) === undefined ? stepOf(measure, valueAt(at), probabilityOf(token)) : 0,
    );
    const isOpen = !isFromList && column === undefined;
    return { valueAt, steps, isOpen, isNowhere: !isFromList && !isOpen && (column?.every(Number.isNaN) ?? false) };
  }, [tokens, measure, isFromList, columns]);
}
