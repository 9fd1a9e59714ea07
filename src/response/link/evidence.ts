// The evidence for a link as one sentence with both paths. Knows words only.

import type { Pointer } from '../../json/pointer.ts';
import { listPhrase, plural } from '../../words/numbers.ts';
import { placeName } from '../placeName.ts';
import type { LinkableChoice, LinkableGeneration, LinkableText } from './linkable.ts';
import type { StructureOpinion } from './structure.ts';

/** How two texts are equal. */
export interface TextMatch {
  readonly from: LinkableText;
  readonly to: LinkableText;
  /** `identical`, `identical without outer white space`. */
  readonly relation: string;
}

/** `data[1].raw_output = provider_responses[0].choices[1].text (identical, 154 characters`, still open. */
function openSentence({ from, to, relation }: TextMatch): string {
  const size = plural(from.characters, 'character');
  return `${placesName(from.pointers)} = ${placesName(to.pointers)} (${relation}, ${size}`;
}

/** A text that only this generation and this choice have. */
export function uniqueEvidence(
  match: TextMatch,
  generation: LinkableGeneration,
  choice: LinkableChoice,
  opinion: StructureOpinion | undefined,
): string {
  return `${openSentence(match)}; ${structurePhrase(generation, choice, opinion)}; unique)`;
}

/**
 * What several have and how this pair was found: `#0, #2 have identical text; matched by index`. A class can have thousands of members: say it
 * once for all. `names`: of the generations.
 */
export function sharedPhrase(names: readonly string[], choiceCount: number, what: 'text' | 'tool calls'): string {
  const who = listPhrase(names, 8);
  return names.length === 1
    ? `${who} has the ${what} of ${plural(choiceCount, 'choice')}`
    : `${who} have identical ${what}`;
}

/** A text that others have too. `matched` ends a sentence: `matched by index`. */
export function ambiguousEvidence(match: TextMatch, shared: string, matched: string): string {
  return `${shared}; ${matched}: ${openSentence(match)})`;
}

/** Found in a provider response of unknown shape, where nothing says which text is an answer. */
export function leafEvidence(match: TextMatch, others: readonly LinkableText[]): string {
  const also = others.length === 0 ? 'unique' : `also at ${listPhrase(others.map(leafName), mostNamed)}`;
  return `${openSentence(match)}; found in a response of unknown shape; ${also})`;
}

function leafName({ pointers }: LinkableText): string {
  return placesName(pointers);
}

/** Only the place speaks for it. */
export function positionEvidence(
  generation: LinkableGeneration,
  choice: LinkableChoice,
  opinion: StructureOpinion,
  state: string,
): string {
  const because = structurePhrase(generation, choice, opinion);
  return `${placeName(generation.pointer)} and ${placeName(choice.pointer)}: ${state}; ${because}`;
}

/** How the structure sees this pair. */
export function structurePhrase(
  { index }: LinkableGeneration,
  choice: LinkableChoice,
  opinion: StructureOpinion | undefined,
): string {
  if (opinion === undefined) return 'no index to compare';
  if (opinion.choice === choice) {
    switch (opinion.by) {
      case 'index':
        return `index ${index} = ${choice.index ?? choice.position}`;
      case 'response':
        return `index ${index} = place of the response`;
      case 'order':
        return 'same place in order';
    }
  }
  const other = placeName(opinion.choice.pointer);
  return opinion.by === 'order' ? `the order would give ${other}` : `but index ${index} points at ${other}`;
}

const mostNamed = 6;

function placesName(pointers: readonly Pointer[]): string {
  return listPhrase(pointers.map(placeName), 3);
}
