// The links of samples that are choices themselves: each to itself, which needs no finding. A sentence is made for whoever looks at it.

import type { Pointer } from '../../json/pointer.ts';
import type { ProviderTable } from '../choices/choiceTable.ts';
import type { Link } from '../model.ts';
import { placeName } from '../placeName.ts';
import type { Links } from './links.ts';

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
      evidence: `This sample is ${placeName(choice)} itself; its response has no list of generations.`,
    };
  }

  place(position: number): Pointer | undefined {
    return position >= 0 && position < this.#choices.choiceCount ? this.#choices.choicePointer(position) : undefined;
  }
}

/** Where only some responses have generations: the links that were found for those, and behind them those of choices that are samples themselves. */
export class LinksOfBoth {
  readonly #found: Links;
  readonly #choices: ProviderTable;
  readonly #own: OwnLinks;
  /** By sample behind the generations: the number of its choice; made when it is asked for. */
  #numbers: Int32Array | undefined;

  constructor(found: Links, choices: ProviderTable) {
    this.#found = found;
    this.#choices = choices;
    this.#own = new OwnLinks(choices);
  }

  at(position: number): Link | undefined {
    return position < this.#found.length ? this.#found.at(position) : this.#own.at(this.#choiceOf(position));
  }

  place(position: number): Pointer | undefined {
    return position < this.#found.length ? this.#found.place(position) : this.#own.place(this.#choiceOf(position));
  }

  #choiceOf(position: number): number {
    this.#numbers ??= this.#numbered();
    return this.#numbers[position - this.#found.length] ?? -1;
  }

  #numbered(): Int32Array {
    const numbers = new Int32Array(this.#choices.choiceCount).fill(-1);
    for (let choice = 0; choice < numbers.length; choice++) {
      const behind = this.#choices.generation(choice) - this.#found.length;
      if (behind >= 0) numbers[behind] = choice;
    }
    return numbers;
  }
}
