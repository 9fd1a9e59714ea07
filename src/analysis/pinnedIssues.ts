// Issues that were found before a person set links by hand. The checks do not run again, so these say so. Pure.

import { type Pointer, pointerOf } from '../json/pointer.ts';
import type { Issue } from '../response/model.ts';
import type { Linked } from './pins.ts';

/** The checks whose outcome depends on which choice a generation is linked to. */
const linkedChecks: ReadonlySet<string> = new Set([
  'HL030',
  'HL031',
  'HL032',
  'HL033',
  'HL037',
  'HL040',
  'HL041',
  'HL042',
  'HL044',
  'HL051',
  'HL052',
  'HL054',
  'HL055',
  'HL060',
]);

/** The issues, with `isFoundBefore` on each whose outcome may be another with the links of `pinned`. */
export function issuesWithPins(issues: readonly Issue[], found: Linked, pinned: Linked): readonly Issue[] {
  const changed = changedPlaces(found, pinned);
  return issues.map((issue) => (isTouched(issue, changed) ? { ...issue, isFoundBefore: true } : issue));
}

function isTouched({ id, pointer, related }: Issue, changed: ReadonlySet<string>): boolean {
  if (!linkedChecks.has(id)) return false;
  const owners = [pointer, ...(related ?? [])].map((place) => ownerOf(place, changed));
  // A figure of the whole response is made of all links.
  return owners.includes(true) || owners[0] === undefined;
}

/** Whether a place lies in a changed one; undefined where it is in no generation and no provider response. */
function ownerOf(place: Pointer, changed: ReadonlySet<string>): boolean | undefined {
  const isPart = place.startsWith('/data/') || place.startsWith('/provider_responses/');
  if (!isPart) return undefined;
  for (let end = place.length; end > 0; end = place.lastIndexOf('/', end - 1)) {
    if (changed.has(place.slice(0, end))) return true;
  }
  return false;
}

/** Generations with another choice than before, and choices with another generation. */
function changedPlaces(found: Linked, pinned: Linked): ReadonlySet<string> {
  const changed = new Set<string>();
  for (const position of pinned.rows.parts.overlay.taken?.keys() ?? []) {
    if (pinned.rows.choice(position) !== found.rows.choice(position)) changed.add(pointerOf('data', position));
  }
  pinned.providers.forEach((provider, at) => {
    provider.choices.forEach((choice, place) => {
      if (choice.generation !== found.providers[at]?.choices[place]?.generation) changed.add(choice.pointer);
    });
  });
  return changed;
}
