// The evidence for a link as one sentence with both paths, made when somebody looks at it. Knows words only.

import { type Pointer, pointerOf } from '../../json/pointer.ts';
import { listPhrase, plural } from '../../words/numbers.ts';
import { placeName } from '../placeName.ts';
import { classKinds, grounds, ownTextPlace } from './linkColumns.ts';
import type { LinkPlaces } from './linkPlaces.ts';
import { opinions, ownIndex } from './structure.ts';

/** How two texts are equal: those of the tiers in their order, those of tool calls, and of which one is the start or end of the other. */
const relations = [
  'identical',
  'identical without outer white space',
  'identical after the prompt, which the provider repeats',
  'identical but for line ends and Unicode composition',
  'equal as JSON',
  'identical to a part of it',
  'equal ids',
  'equal names and arguments',
] as const;
/** Its words name the difference. */
export const nearly = 8;

/** How one of several equal pairs was found. */
const matchedWords = [
  'matched by tool call id',
  'matched by index',
  'matched by finish reason',
  'matched by order',
  'it is shared, because there are fewer choices than generations',
] as const;

const mostPlaces = 3;
const mostNamed = 6;
const mostMembers = 8;

/** The sentence of the link of a generation. */
export function evidenceOf(links: LinkPlaces, position: number): string {
  const { columns } = links;
  const matched = matchedWords[columns.matched[position] ?? 0] ?? '';
  switch (columns.grounds[position]) {
    case grounds.uniqueText:
      return `${openSentence(links, position)}; ${structurePhrase(links, position)}; unique)`;
    case grounds.sameText:
      return `${sharedPhrase(links, columns.classes[position] ?? -1)}; ${matched}: ${openSentence(links, position)})`;
    case grounds.takenText:
      return `several generations have this text; ${matched}: ${openSentence(links, position)})`;
    case grounds.leaf:
      return leafEvidence(links, position);
    case grounds.uniqueCalls:
      return `Tool calls of ${callPlaces(links, position)} (${relationOf(links, position)}; ${structurePhrase(links, position)})`;
    case grounds.sameCalls:
      return `${sharedPhrase(links, columns.classes[position] ?? -1)}; ${matched}: those of ${callPlaces(links, position)} (${relationOf(links, position)})`;
    case grounds.place:
      return placeEvidence(links, position);
    default:
      return noEvidence(position, columns.characters[position] ?? 0);
  }
}

/** `data[1].raw_output = provider_responses[0].choices[1].text (identical, 154 characters`, still open. */
function openSentence(links: LinkPlaces, position: number): string {
  const from = placeName(ownTextPlace(links.columns, position));
  const size = plural(links.columns.characters[position] ?? 0, 'character');
  return `${from} = ${placesName(links.textPlaces(position))} (${relationOf(links, position)}, ${size}`;
}

function relationOf({ columns }: LinkPlaces, position: number): string {
  const relation = columns.relations[position] ?? 0;
  if (relation !== nearly) return relations[relation] ?? '';
  const difference = columns.differences[position] ?? 0;
  return `equal but for ${plural(Math.abs(difference), 'character')} at the ${difference < 0 ? 'start' : 'end'}`;
}

/** What several have: `#0, #2 have identical text`. */
function sharedPhrase(links: LinkPlaces, kind: number): string {
  const { positions, count } = links.members(kind, mostMembers);
  const names = positions.map((position) => links.name(position));
  const who = listPhrase(names, mostMembers, count);
  const what = classKinds[links.columns.classKinds[kind] ?? 0] ?? 'text';
  return count === 1
    ? `${who} has the ${what} of ${plural(links.columns.classChoiceCounts[kind] ?? 0, 'choice')}`
    : `${who} have identical ${what}`;
}

/** Found in a provider response of unknown shape, where nothing says which text is an answer. */
function leafEvidence(links: LinkPlaces, position: number): string {
  const { choices, leafNext, leafFollowing } = links.columns;
  const leaf = choices[position] ?? -1;
  const from = placeName(ownTextPlace(links.columns, position));
  const size = plural(links.columns.characters[position] ?? 0, 'character');
  const others: string[] = [];
  for (let next = leafNext[leaf] ?? -1; next >= 0 && others.length < mostNamed; next = leafNext[next] ?? -1)
    others.push(placeName(links.leafPlace(next)));
  const count = leafFollowing[leaf] ?? 0;
  const also = count === 0 ? 'unique' : `also at ${listPhrase(others, mostNamed, count)}`;
  return `${from} = ${placeName(links.leafPlace(leaf))} (identical, ${size}; found in a response of unknown shape; ${also})`;
}

function callPlaces(links: LinkPlaces, position: number): string {
  const choice = links.world.choices.choicePointer(links.columns.choices[position] ?? -1);
  return `${placeName(pointerOf('data', position))} are those of ${placeName(choice)}`;
}

/** Only the place speaks for it. */
function placeEvidence(links: LinkPlaces, position: number): string {
  const { columns, world } = links;
  const choice = columns.choices[position] ?? -1;
  const hasText = (columns.characters[position] ?? 0) > 0;
  const hasOther = world.choices.characters(choice) > 0;
  const state =
    hasText && hasOther ? 'the texts differ' : hasText || hasOther ? 'only one of them has a text' : 'both are empty';
  const places = `${placeName(pointerOf('data', position))} and ${placeName(world.choices.choicePointer(choice))}`;
  return `${places}: ${state}; ${structurePhrase(links, position)}`;
}

/** How the structure sees this pair. */
function structurePhrase({ columns, world }: LinkPlaces, position: number): string {
  const opinion = opinions[columns.opinionBy[position] ?? 0] ?? 'none';
  if (opinion === 'none') return 'no index to compare';
  const index = world.index(position);
  const choice = columns.opinions[position] ?? -1;
  if (choice === columns.choices[position]) {
    switch (opinion) {
      case 'index':
        return `index ${index} = ${ownIndex(world.choices, choice)}`;
      case 'response':
        return `index ${index} = place of the response`;
      case 'order':
        return 'same place in order';
    }
  }
  const other = placeName(world.choices.choicePointer(choice));
  return opinion === 'order' ? `the order would give ${other}` : `but index ${index} points at ${other}`;
}

function noEvidence(position: number, characters: number): string {
  const size =
    characters === 0 ? 'has no text' : `has a text of ${plural(characters, 'character')} that no free choice has`;
  return `${placeName(pointerOf('data', position))} ${size}, and no choice stands at its index.`;
}

function placesName({ first, count }: { readonly first: readonly Pointer[]; readonly count: number }): string {
  return listPhrase(first.map(placeName), mostPlaces, count);
}
