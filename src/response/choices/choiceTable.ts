// The provider responses of a document and their choices in columns: single facts without objects, a row as an object when somebody looks at it.
// Immutable to its readers: a changed table is another one that shares what is as it was. Knows no worker and no screen.

import type { Pointer } from '../../json/pointer.ts';
import type { FinishReason, Usage } from '../model.ts';
import type { ChoiceRow, ProviderRow } from '../rows.ts';
import { Cells, type Chunk, cellBuffers } from './cells.ts';
import type { ChoiceColumn, ProviderColumn, UsageSide } from './choiceColumns.ts';
import { ChoiceFigures } from './choiceFigures.ts';
import { choiceRow, finishOf, providerRow, textPlaces, usageOf } from './choiceRows.ts';
import { matchPlace, placeOf } from './placeWords.ts';
import type { NewWords } from './words.ts';

/** What has come to a table, as it is handed over. */
export interface ProviderPart {
  readonly length: number;
  readonly choiceCount: number;
  readonly words: NewWords;
  readonly providers: readonly Chunk<ProviderColumn>[];
  readonly choices: readonly Chunk<ChoiceColumn>[];
}

/** The buffers of a part, to be transferred with it. */
export function buffersOfPart({ providers, choices }: ProviderPart): ArrayBuffer[] {
  return [...cellBuffers(providers), ...cellBuffers(choices)];
}

/** Rows that are kept as objects, so that one which is looked at again is the same object. */
const mostKept = 2000;

/** By number of a choice: the generation that a person gave it, undefined for none. */
export type Regiven = ReadonlyMap<number, number | undefined>;

/** Choices are numbered through the document, those of one provider response one after the other. */
export class ProviderTable extends ChoiceFigures {
  readonly #regiven: Regiven | undefined;
  readonly #rows = new Map<number, ProviderRow>();
  readonly #choiceRows = new Map<number, ChoiceRow>();
  /** By place in `data`. */
  #choiceOf: readonly number[] | undefined;
  #lastPlaces: { readonly provider: number; readonly lastOf: ReadonlyMap<number, number> } | undefined;

  constructor(
    length: number,
    choiceCount: number,
    providers: Cells<ProviderColumn>,
    choices: Cells<ChoiceColumn>,
    words: readonly string[],
    regiven?: Regiven,
  ) {
    super(length, choiceCount, providers, choices, words);
    this.#regiven = regiven;
  }

  /** The provider response as an object; undefined where there is none. */
  at(position: number): ProviderRow | undefined {
    if (!(position >= 0 && position < this.length)) return undefined;
    return kept(this.#rows, position, () => providerRow(this.providers, this.words, position));
  }

  /** The token counts that a provider response states, `billed` as it bills them; undefined where it states none. */
  usage(position: number, side: UsageSide = 'usage'): Usage | undefined {
    return usageOf(this.providers, this.words, side, position);
  }

  /** Whether none of the choices of a provider response is in `data`. */
  isLeftOver(position: number): boolean {
    const first = this.firstChoice(position);
    const end = first + this.choiceCountOf(position);
    for (let choice = first; choice < end; choice++) if (this.generation(choice) >= 0) return false;
    return true;
  }

  /** The choice as an object; undefined where there is none. */
  choice(number: number): ChoiceRow | undefined {
    if (!(number >= 0 && number < this.choiceCount)) return undefined;
    return kept(this.#choiceRows, number, () => {
      const provider = this.providerOf(number);
      const generation = this.generation(number);
      const position = number - this.firstChoice(provider);
      return choiceRow(this.choices, this.words, { number, provider, position, generation });
    });
  }

  /** Choices `[from, from + count)` of a provider response. */
  choicesOf(provider: number, count = this.choiceCountOf(provider), from = 0): readonly ChoiceRow[] {
    const first = this.firstChoice(provider) + from;
    const length = Math.max(0, Math.min(count, this.choiceCountOf(provider) - from));
    return Array.from({ length }, (_, at) => this.choice(first + at)).filter((one) => one !== undefined);
  }

  /** Place in `data` of the generation linked to a choice; −1 for none. */
  generation(choice: number): number {
    if (this.#regiven?.has(choice)) return this.#regiven.get(choice) ?? -1;
    return this.choices.whole('generation', choice);
  }

  /** The choice that is linked to the generation at a place in `data`, and not only shared with it; −1 for none. */
  choiceOf(generation: number): number {
    if (this.#choiceOf === undefined) {
      const choiceOf: number[] = [];
      for (let choice = this.choiceCount - 1; choice >= 0; choice--) {
        const own = this.generation(choice);
        if (own >= 0) choiceOf[own] = choice;
      }
      this.#choiceOf = choiceOf;
    }
    return this.#choiceOf[generation] ?? -1;
  }

  choicePointer(choice: number): Pointer {
    const provider = this.providerOf(choice);
    const word = this.words[this.choices.whole('place', choice)] ?? '';
    return placeOf(word, provider, this.positionOf(choice));
  }

  /** How a choice ended and where that stands; undefined where it does not say. */
  finishReason(choice: number): FinishReason | undefined {
    const provider = this.providerOf(choice);
    return finishOf(this.choices, this.words, { number: choice, provider, position: this.positionOf(choice) });
  }

  /** The places that the text of a choice is joined from: the first three, and how many there are. */
  textPlaces(choice: number): { readonly first: readonly Pointer[]; readonly count: number } {
    const provider = this.providerOf(choice);
    return textPlaces(this.choices, this.words, { number: choice, provider, position: this.positionOf(choice) });
  }

  /** The number of the choice that stands at `pointer` or around it, the innermost; −1 where there is none. Of several at one place it is the last. */
  choiceAround(pointer: Pointer): number {
    const provider = providerNumber(pointer);
    if (!(provider < this.length)) return -1;
    const first = this.firstChoice(provider);
    let found = -1;
    let longest = -1;
    for (const [word, last] of this.#placesOf(provider)) {
      const match = matchPlace(this.words[word] ?? '', provider, pointer);
      if (match === undefined || match.length < longest) continue;
      const choice = match.choice === undefined ? last : first + match.choice;
      if (choice >= first + this.choiceCountOf(provider) || this.choices.whole('place', choice) !== word) continue;
      found = match.length === longest ? Math.max(found, choice) : choice;
      longest = match.length;
    }
    return found;
  }

  /** The number of the choice at exactly this place: that of the generation at `position`, else the first; −1 where there is none. */
  choiceAt(pointer: Pointer | undefined, position: number | undefined): number {
    const last = pointer === undefined ? -1 : this.choiceAround(pointer);
    if (last < 0 || this.choicePointer(last) !== pointer) return -1;
    const word = this.choices.whole('place', last);
    const isSame = (choice: number): boolean =>
      this.choices.whole('place', choice) === word && this.choicePointer(choice) === pointer;
    let first = last;
    for (let choice = this.firstChoice(this.providerOf(last)); choice <= last; choice++) {
      if (!isSame(choice)) continue;
      if (this.generation(choice) === position) return choice;
      if (first === last) first = choice;
    }
    return first;
  }

  /** The same table with what has come. */
  with(part: ProviderPart): ProviderTable {
    const { from, texts } = part.words;
    return new ProviderTable(
      part.length,
      part.choiceCount,
      this.providers.with(part.providers),
      this.choices.with(part.choices),
      texts.length === 0 ? this.words : [...this.words.slice(0, from), ...texts],
    );
  }

  /** The same table with some choices given to other generations. */
  withGenerations(regiven: Regiven): ProviderTable {
    return new ProviderTable(
      this.length,
      this.choiceCount,
      this.providers,
      this.choices,
      this.words,
      new Map([...(this.#regiven ?? []), ...regiven]),
    );
  }

  /** Choices whose generation is another one than was found. */
  get regiven(): Regiven {
    return this.#regiven ?? new Map();
  }

  /** The words of the places at which the choices of a provider response stand, each with the last choice of it. */
  #placesOf(provider: number): ReadonlyMap<number, number> {
    if (this.#lastPlaces?.provider !== provider) {
      const lastOf = new Map<number, number>();
      const first = this.firstChoice(provider);
      const end = first + this.choiceCountOf(provider);
      for (let choice = first; choice < end; choice++) lastOf.set(this.choices.whole('place', choice), choice);
      this.#lastPlaces = { provider, lastOf };
    }
    return this.#lastPlaces.lastOf;
  }
}

/** A document without provider responses, or before they are known. */
export const noProviders = new ProviderTable(0, 0, new Cells(), new Cells(), []);

/** Place in `provider_responses` of the response that a pointer lies in; NaN for other pointers. */
function providerNumber(pointer: Pointer): number {
  const place = /^\/provider_responses\/(0|[1-9]\d*)(?:\/|$)/.exec(pointer)?.[1];
  return place === undefined ? Number.NaN : Number(place);
}

function kept<Row>(rows: Map<number, Row>, at: number, make: () => Row): Row {
  const known = rows.get(at);
  if (known !== undefined) return known;
  const row = make();
  if (rows.size >= mostKept) {
    for (const oldest of rows.keys()) {
      rows.delete(oldest);
      break;
    }
  }
  rows.set(at, row);
  return row;
}
