// The reasoning of the chosen generations in place of what they answered: which of them give some, and how it is asked for. Knows no hook.

import type { Pointer } from '../../json/pointer.ts';
import type { Questions } from '../../response/questions.ts';
import type { ProviderRow } from '../../response/rows.ts';
import type { SaidTexts } from './comparedOutputs.ts';

export interface ReasoningOf {
  /** Of the generation. */
  readonly position: number;
  /** The choice that is linked to it, and its place among those of its provider response. */
  readonly choice: Pointer;
  readonly place: number;
}

/** The chosen generations whose linked choice gives its reasoning, in document order. */
export function reasoningOf(providers: readonly ProviderRow[], chosen: readonly number[]): readonly ReasoningOf[] {
  const wanted = new Set(chosen);
  const found = new Map<number, ReasoningOf>();
  for (const { choices } of providers) {
    for (const { generation, reasoning, pointer, position } of choices) {
      if (generation === undefined || reasoning === undefined || reasoning.length === 0) continue;
      if (wanted.has(generation) && !found.has(generation))
        found.set(generation, { position: generation, choice: pointer, place: position });
    }
  }
  return [...found.values()].sort((one, other) => one.position - other.position);
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
