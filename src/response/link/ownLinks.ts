// The links of samples that are choices themselves: each to itself, which needs no finding. A sentence is made for whoever looks at it.

import type { Pointer } from '../../json/pointer.ts';
import type { ProviderTable } from '../choices/choiceTable.ts';
import type { Link } from '../model.ts';
import { placeName } from '../placeName.ts';

/** Positions are numbers of choices. */
export class OwnLinks {
  readonly #choices: Pick<ProviderTable, 'choiceCount' | 'choicePointer' | 'textPlaces'>;

  constructor(choices: Pick<ProviderTable, 'choiceCount' | 'choicePointer' | 'textPlaces'>) {
    this.#choices = choices;
  }

  at(position: number): Link | undefined {
    const choice = this.place(position);
    if (choice === undefined) return undefined;
    const [text] = this.#choices.textPlaces(position).first;
    return {
      word: 'certain',
      choice,
      ...(text !== undefined && { text }),
      evidence: `This sample is ${placeName(choice)} itself; there is no list of generations.`,
    };
  }

  place(position: number): Pointer | undefined {
    return position >= 0 && position < this.#choices.choiceCount ? this.#choices.choicePointer(position) : undefined;
  }
}
