// Issues that were found before a person set links by hand. The checks do not run again, so these say so. Pure.

import { type Pointer, pointerOf } from '../json/pointer.ts';
import { isInGeneration } from '../response/issues/issueColumns.ts';
import type { IssueTable } from '../response/issues/issueTable.ts';
import { placeWidth, splitPlace } from '../response/samples/placeCells.ts';
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

/** The issues, with `isFoundBefore` on each whose outcome may be another with the links of `pinned`; decided when one is looked at. */
export function issuesWithPins(issues: IssueTable, found: Linked, pinned: Linked): IssueTable {
  const changed = changedPlaces(found, pinned);
  const near = nearChanged(changed);
  return issues.withFoundBefore((table, n, { check }) => linkedChecks.has(check) && isTouched(table, n, changed, near));
}

function isTouched(
  table: IssueTable,
  n: number,
  changed: ReadonlySet<string>,
  near: ReturnType<typeof nearChanged>,
): boolean {
  if (!table.hasRelated(n) && near.isElsewhere(table, n)) return false;
  const owner = ownerOf(table.pointer(n), changed);
  // A figure of the whole response is made of all links.
  return owner === true || owner === undefined || table.related(n).some((place) => ownerOf(place, changed) === true);
}

/**
 * Tells by numbers alone that a place lies in a generation or a provider response, and in no changed one: its first positions are those of none.
 * Where that does not tell, its pointer has to be looked at.
 */
function nearChanged(changed: ReadonlySet<string>) {
  const cells = new Uint32Array(placeWidth);
  const generations = new Set<number>();
  const choices: (readonly number[])[] = [];
  for (const place of changed) {
    const word = splitPlace(place as Pointer, cells, 1);
    if (isInGeneration(word)) generations.add(cells[1] ?? 0);
    else choices.push(Array.from(cells.subarray(1, 1 + (word.match(/~#/g)?.length ?? 0))));
  }
  /** By number of the word. */
  const inProviders = new Map<number, boolean>();
  return {
    isElsewhere(table: IssueTable, n: number): boolean {
      if (table.position(n) >= 0) return !generations.has(table.position(n));
      const word = table.cell(n, 0);
      let isInProvider = inProviders.get(word);
      if (isInProvider === undefined) {
        isInProvider = table.pointer(n).startsWith('/provider_responses/');
        inProviders.set(word, isInProvider);
      }
      return isInProvider && !choices.some((places) => places.every((place, at) => table.cell(n, at + 1) === place));
    },
  };
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
  for (const choice of pinned.providers.regiven.keys()) {
    if (found.providers.generation(choice) !== pinned.providers.generation(choice))
      changed.add(pinned.providers.choicePointer(choice));
  }
  return changed;
}
