// Where the texts and members of links stand, found in their columns when somebody looks. Knows places; no texts.

import type { Pointer } from '../../json/pointer.ts';
import type { ProviderTable } from '../choices/choiceTable.ts';
import { placeOf } from '../choices/placeWords.ts';
import { generationName } from '../generationNames.ts';
import { grounds, type LinkColumns } from './linkColumns.ts';

/** What the links point into. */
export interface LinkWorld {
  /** The `index` of a generation; NaN for none. */
  index(position: number): number;
  readonly choices: ProviderTable;
}

export class LinkPlaces {
  readonly columns: LinkColumns;
  readonly world: LinkWorld;

  constructor(columns: LinkColumns, world: LinkWorld) {
    this.columns = columns;
    this.world = world;
  }

  /** Where the choice of a generation holds the text that was found. */
  textPlaces(position: number): { readonly first: readonly Pointer[]; readonly count: number } {
    const { columns, world } = this;
    const ground = columns.grounds[position];
    if (ground === grounds.uniqueCalls || ground === grounds.sameCalls) return { first: [], count: 0 };
    const choice = columns.choices[position] ?? -1;
    if (world.choices.characters(choice) === 0) return { first: [], count: 0 };
    const word = columns.places[columns.parts[position] ?? -1];
    if (word === undefined) return world.choices.textPlaces(choice);
    const place = placeOf(word, world.choices.providerOf(choice), world.choices.positionOf(choice));
    return { first: [place], count: 1 };
  }

  leafPlace(leaf: number): Pointer {
    const { places, leafWords, leafProviders } = this.columns;
    return placeOf(places[leafWords[leaf] ?? -1] ?? '', leafProviders[leaf] ?? 0, -1);
  }

  /** As a person calls a generation: `#3`. */
  name(position: number): string {
    const index = this.world.index(position);
    const isOwn = !Number.isNaN(index) && this.columns.repeated[position] !== 1;
    return generationName(isOwn ? String(index) : `data[${position}]`);
  }

  /** The generations of a class in order: as many as are wanted, and how many there are. */
  members(kind: number, most: number): { readonly positions: readonly number[]; readonly count: number } {
    const { classStarts, classGenerations } = this.columns;
    const from = classStarts[kind] ?? 0;
    const to = classStarts[kind + 1] ?? from;
    return { positions: [...classGenerations.subarray(from, Math.min(to, from + most))], count: to - from };
  }
}
