// The reasoning of the chosen generations in place of what they answered: which of them give some, and how it is asked for. Knows no hook.

import type { Pointer } from '../../json/pointer.ts';
import type { ProviderTable } from '../../response/choices/choiceTable.ts';
import type { Questions } from '../../response/questions.ts';
import type { SaidTexts } from './comparedOutputs.ts';

export interface ReasoningOf {
  /** Of the generation. */
  readonly position: number;
  /** The choice that is linked to it, and its place among those of its provider response. */
  readonly choice: Pointer;
  readonly place: number;
}

/** The chosen generations whose linked choice gives its reasoning, in document order. */
export function reasoningOf(providers: ProviderTable, chosen: readonly number[]): readonly ReasoningOf[] {
  return [...new Set(chosen)]
    .sort((one, other) => one - other)
    .flatMap((position) => {
      const number = providers.choiceOf(position);
      if (number < 0 || !providers.hasReasoning(number)) return [];
      return [{ position, choice: providers.choicePointer(number), place: providers.positionOf(number) }];
    });
}

/** Names the question that `askReasoning` answers. */
export function reasoningKey(all: readonly ReasoningOf[]): string {
  return `reasoning ${all.map(({ position, choice, place }) => `${position} ${choice} ${place}`).join(' ')}`;
}

/** `most`: code units of each. */
export async function askReasoning(
  questions: Questions,
  all: readonly ReasoningOf[],
  most: number,
): Promise<SaidTexts> {
  const found = await Promise.all(all.map(({ choice, place }) => questions.reasoning(choice, 0, most, place)));
  return {
    positions: all.map(({ position }) => position),
    said: found.map((window) => window && { ...window, outputLength: window.totalLength }),
  };
}
