// Where indexes and order say that a generation belongs, whatever its text. Knows places and counts only.

import type { LinkableChoice, LinkableGeneration } from './linkable.ts';

/** What the structure says: by the provider's index, by the place of the response, or by plain order. */
export interface StructureOpinion {
  readonly choice: LinkableChoice;
  readonly by: 'index' | 'response' | 'order';
}

export type Structure = (generation: LinkableGeneration) => StructureOpinion | undefined;

/**
 * The opinion of the structure, in this order: the same index inside one response with as many choices as generations;
 * the index as place of the response where each has one choice; the place in order where there are as many of both.
 * Where an index repeats (several inputs) only the order counts.
 */
export function structureOf(generations: readonly LinkableGeneration[], choices: readonly LinkableChoice[]): Structure {
  const byProvider = new Map<number, LinkableChoice[]>();
  for (const choice of choices) {
    const list = byProvider.get(choice.provider);
    if (list === undefined) byProvider.set(choice.provider, [choice]);
    else list.push(choice);
  }
  const hasSameCount = choices.length === generations.length;
  const inOrder = hasSameCount ? choices.toSorted(compareChoices) : [];
  const placeOf = new Map(generations.map((generation, at) => [generation, at]));
  const order: Structure = (generation) => opinion(inOrder[placeOf.get(generation) ?? -1], 'order');

  const indexes = generations.map(({ index }) => index).filter((index) => index !== undefined);
  if (new Set(indexes).size < indexes.length) return order;

  const full = [...byProvider.values()].find((list) => list.length > 1 && list.length >= generations.length);
  if (full !== undefined || byProvider.size === 1) {
    const byIndex = new Map<number, LinkableChoice>();
    for (const choice of full ?? choices) {
      const index = choice.index ?? choice.position;
      if (!byIndex.has(index)) byIndex.set(index, choice);
    }
    return (generation) =>
      generation.index === undefined ? order(generation) : opinion(byIndex.get(generation.index), 'index');
  }
  if (hasSameCount && byProvider.size === choices.length) {
    // Responses without a choice, such as errors, keep their place: the index counts responses.
    const byResponse = new Map(choices.map((choice) => [choice.provider, choice]));
    return (generation) =>
      generation.index === undefined ? order(generation) : opinion(byResponse.get(generation.index), 'response');
  }
  return order;
}

/** By response, then by the provider's index. */
export function compareChoices(a: LinkableChoice, b: LinkableChoice): number {
  return a.provider - b.provider || (a.index ?? a.position) - (b.index ?? b.position) || a.position - b.position;
}

function opinion(choice: LinkableChoice | undefined, by: StructureOpinion['by']): StructureOpinion | undefined {
  return choice && { choice, by };
}
