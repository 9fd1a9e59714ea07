// Where indexes and order say that a generation belongs, whatever its text. Knows places and counts only.

import type { ProviderTable } from '../choices/choiceTable.ts';
import { type LinkInput, type LinkPart, partsOf } from './linkInput.ts';
import { FirstPlaces, hasRepeated, ranksOf } from './ranks.ts';

/** By what the structure speaks: nothing, the provider's index, the place of the response, or plain order. */
export const opinions = ['none', 'index', 'response', 'order'] as const;
const by = { none: 0, index: 1, response: 2, order: 3 } as const;

export interface Structure {
  /** By generation: the choice it points at, −1 for none; and by what (place in `opinions`). */
  readonly choice: Int32Array<ArrayBuffer>;
  readonly by: Uint8Array<ArrayBuffer>;
  /** By choice: its place among all by response, then by the provider's index; and the choices in that order. */
  readonly rankOfChoice: Int32Array;
  readonly choiceOfRank: Int32Array;
  /** By generation: what it is ordered by in its response; its index, or its place where it has none or where indexes repeat. */
  readonly places: Float64Array;
}

/**
 * The opinion of the structure, in this order: the same index inside one response with as many choices as generations;
 * the index as place of the response where each has one choice; the place in order where there are as many of both.
 * Where an index repeats (several inputs) only the order counts. Responses without a choice, such as errors, keep their place.
 */
export function structureOf(input: Pick<LinkInput, 'generations' | 'table' | 'parts' | 'prompts'>): Structure {
  const { generations, table: choices } = input;
  const { count } = generations;
  const { rankOf: rankOfChoice, inOrder: choiceOfRank } = rankChoices(choices);
  const opinion: Structure = {
    choice: new Int32Array(count).fill(-1),
    by: new Uint8Array(count),
    rankOfChoice,
    choiceOfRank,
    places: new Float64Array(count),
  };
  for (const part of partsOf(input)) {
    const [from, to] = part.rows;
    const [firstChoice, lastChoice] = part.choices;
    const hasRepeatedIndex = hasRepeated(from, to, (row) => generations.index(row));
    const hasSameCount = lastChoice - firstChoice === to - from;
    const byOrder = (row: number): void => {
      // Choices of one response come one after the other in every order.
      if (hasSameCount) say(opinion, row, choiceOfRank[firstChoice + row - from] ?? -1, by.order);
    };
    const places = hasRepeatedIndex ? undefined : placesOf(choices, part, hasSameCount);
    for (let row = from; row < to; row++) {
      const index = generations.index(row);
      opinion.places[row] = hasRepeatedIndex || Number.isNaN(index) ? row - from : index;
      if (places === undefined || Number.isNaN(index)) byOrder(row);
      else say(opinion, row, places.first.get(index), places.by);
    }
  }
  return opinion;
}

function say(opinion: Structure, row: number, choice: number, speaker: number): void {
  if (choice < 0) return;
  opinion.choice[row] = choice;
  opinion.by[row] = speaker;
}

/** What an index means here; undefined where it means nothing. */
function placesOf(
  choices: ProviderTable,
  { rows, choices: [firstChoice, lastChoice], providers: [firstProvider, lastProvider] }: LinkPart,
  hasSameCount: boolean,
): { readonly first: FirstPlaces; readonly by: number } | undefined {
  const count = rows[1] - rows[0];
  const choiceCount = lastChoice - firstChoice;
  let answered = 0;
  let full = -1;
  for (let provider = firstProvider; provider < lastProvider; provider++) {
    const own = choices.choiceCountOf(provider);
    if (own > 0) answered++;
    if (full < 0 && own > 1 && own >= count) full = provider;
  }
  if (full >= 0 || answered === 1) {
    const first = new FirstPlaces(choiceCount);
    const from = full < 0 ? firstChoice : choices.firstChoice(full);
    const to = full < 0 ? lastChoice : from + choices.choiceCountOf(full);
    for (let choice = from; choice < to; choice++) first.add(ownIndex(choices, choice), choice);
    return { first, by: by.index };
  }
  if (hasSameCount && answered === choiceCount) {
    const first = new FirstPlaces(lastProvider - firstProvider);
    for (let choice = firstChoice; choice < lastChoice; choice++)
      first.add(choices.providerOf(choice) - firstProvider, choice);
    return { first, by: by.response };
  }
  return undefined;
}

/** The provider's index of a choice, else its place. */
export function ownIndex(choices: ProviderTable, choice: number): number {
  const index = choices.index(choice);
  return Number.isNaN(index) ? choices.positionOf(choice) : index;
}

/** By response, then by the provider's index. */
function rankChoices(choices: ProviderTable) {
  let isInOrder = true;
  for (let choice = 1; choice < choices.choiceCount && isInOrder; choice++) {
    isInOrder =
      choices.providerOf(choice) !== choices.providerOf(choice - 1) ||
      ownIndex(choices, choice) >= ownIndex(choices, choice - 1);
  }
  const compare = (a: number, b: number): number =>
    choices.providerOf(a) - choices.providerOf(b) || ownIndex(choices, a) - ownIndex(choices, b) || a - b;
  return ranksOf(choices.choiceCount, isInOrder ? undefined : compare);
}
