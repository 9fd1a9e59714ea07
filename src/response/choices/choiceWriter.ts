// Writes the columns of provider responses and choices, a method for each fact, one response after the other. Lives in the worker; what has
// changed is taken as typed arrays. Keeps no texts of choices.

import type { Pointer } from '../../json/pointer.ts';
import type { FinishReason, Usage } from '../model.ts';
import type { ProviderReading, ProviderTime, TextKind } from '../provider/reading.ts';
import { finishClasses } from '../samples/sampleColumns.ts';
import { CellsWriter } from './cells.ts';
import {
  type ChoiceColumn,
  countNames,
  type ProviderColumn,
  textKinds,
  timeUnits,
  type UsageSide,
} from './choiceColumns.ts';
import { type ProviderPart, ProviderTable } from './choiceTable.ts';
import { choiceColumns, providerColumns } from './columnKinds.ts';
import { placeWord } from './placeWords.ts';
import { WordList } from './words.ts';

/** Places of a text that are kept with its choice; the rest of a longer list stays in the worker. */
const mostTextPlaces = 3;

export class ChoiceWriter {
  readonly providers = new CellsWriter<ProviderColumn>(providerColumns);
  readonly choices = new CellsWriter<ChoiceColumn>(choiceColumns);
  readonly words = new WordList();
  /** By choice: all places of its text, where they are more than the columns hold. */
  readonly #longTexts = new Map<number, readonly Pointer[]>();
  #providerCount = 0;
  #choiceCount = 0;
  /** The choice that is written, in its response. */
  #position = -1;

  get length(): number {
    return this.#providerCount;
  }

  get choiceCount(): number {
    return this.#choiceCount;
  }

  /** The table as it is now; what is written later shows in it where its length allows. */
  table(): ProviderTable {
    return new ProviderTable(this.#providerCount, this.#choiceCount, this.providers, this.choices, this.words.texts);
  }

  /** Begins the next provider response. */
  startProvider(format: string, formatLabel: string): void {
    const at = this.#providerCount++;
    this.#position = -1;
    this.providers.setWhole('format', at, this.words.number(format));
    this.providers.setWhole('formatLabel', at, this.words.number(formatLabel));
    this.providers.setWhole('firstChoice', at, this.#choiceCount);
    this.providers.setWhole('choiceCount', at, 0);
  }

  setVendor(vendor: string): void {
    this.#providerWord('vendor', vendor);
  }

  setId(id: string): void {
    this.providers.setText('id', this.#provider, id);
  }

  setModel(text: string, pointer: Pointer): void {
    this.#providerWord('model', text);
    this.#providerPlace('model.place', pointer);
  }

  setCreated({ raw, iso, unit, pointer }: ProviderTime): void {
    this.providers.setText('created.raw', this.#provider, raw);
    this.providers.setWhole('created.unit', this.#provider, timeUnits.indexOf(unit));
    if (iso !== undefined) this.providers.setNumber('created.time', this.#provider, Date.parse(iso));
    this.#providerPlace('created.place', pointer);
  }

  setUsage(side: UsageSide, usage: Usage): void {
    this.#providerPlace(`${side}.place`, usage.pointer);
    for (const name of countNames) {
      const count = usage[name];
      if (count === undefined) continue;
      this.providers.setNumber(`${side}.${name}`, this.#provider, count.value);
      this.#providerPlace(`${side}.${name}.place`, count.pointer);
      if (count.lexeme !== String(count.value))
        this.providers.setText(`${side}.${name}.lexeme`, this.#provider, count.lexeme);
    }
  }

  setError({ message, code, pointer }: NonNullable<ProviderReading['error']>): void {
    this.providers.setText('error.message', this.#provider, message);
    if (code !== undefined) this.providers.setText('error.code', this.#provider, code);
    this.#providerPlace('error.place', pointer);
  }

  setBlocked({ reason, pointer }: NonNullable<ProviderReading['blocked']>): void {
    this.providers.setText('blocked.reason', this.#provider, reason);
    this.#providerPlace('blocked.place', pointer);
  }

  setNotes(notes: readonly string[]): void {
    if (notes.length > 0) this.#providerWord('notes', JSON.stringify(notes));
  }

  /** Begins the next choice of the provider response; gives its number in the document. */
  startChoice(pointer: Pointer): number {
    const number = this.#choiceCount++;
    this.#position++;
    this.providers.setWhole('choiceCount', this.#provider, this.#position + 1);
    this.choices.setWhole('provider', number, this.#provider);
    this.#choicePlace('place', pointer);
    return number;
  }

  setIndex(index: number): void {
    this.choices.setNumber('index', this.#choice, index);
  }

  /** `characters`: Unicode code points of the text; `places`: all that it is joined from. */
  setText(kind: TextKind, characters: number, places: readonly Pointer[]): void {
    this.choices.setWhole('textKind', this.#choice, textKinds.indexOf(kind));
    this.choices.setWhole('characters', this.#choice, characters);
    const words = places.slice(0, mostTextPlaces).map((place) => this.#wordOf(place));
    const [word] = words;
    if (word === undefined) return;
    const list = places.length === 1 ? word : JSON.stringify([places.length, ...words]);
    this.choices.setWhole('texts', this.#choice, this.words.number(list));
    if (places.length > mostTextPlaces) this.#longTexts.set(this.#choice, places);
    if (kind === 'refusal' && characters > 0) {
      const all = JSON.stringify(places.map((place) => this.#wordOf(place)));
      this.choices.setWhole('refusal', this.#choice, this.words.number(all));
    }
  }

  /** `length`: UTF-16 code units. */
  setReasoning(length: number, pointer: Pointer): void {
    this.choices.setWhole('reasoning.length', this.#choice, length);
    this.#choicePlace('reasoning.place', pointer);
  }

  setFinish({ raw, class: known, pointer }: FinishReason): void {
    this.choices.setWhole('finish', this.#choice, this.words.number(raw));
    this.choices.setWhole('finishClass', this.#choice, finishClasses.indexOf(known));
    this.#choicePlace('finish.place', pointer);
  }

  setToolCallCount(count: number): void {
    if (count > 0) this.choices.setWhole('toolCalls', this.#choice, count);
  }

  setListedTokens(count: number): void {
    this.choices.setWhole('listed', this.#choice, count);
  }

  /** Links a choice, by its number, with the generation at a place in `data`. */
  setGeneration(choice: number, generation: number): void {
    this.choices.setWhole('generation', choice, generation);
  }

  /** Every place that the text of a choice is joined from, in order. */
  textPlaces(choice: number): readonly Pointer[] {
    return this.#longTexts.get(choice) ?? this.table().textPlaces(choice).first;
  }

  /** What was written since it was last taken, at most `most` chunks of either kind; undefined when that is nothing. */
  take(most?: number): ProviderPart | undefined {
    const providers = this.providers.take(most);
    const choices = this.choices.take(most);
    const words = this.words.take();
    if (providers.length === 0 && choices.length === 0) return undefined;
    return { length: this.#providerCount, choiceCount: this.#choiceCount, words, providers, choices };
  }

  get #provider(): number {
    return this.#providerCount - 1;
  }

  get #choice(): number {
    return this.#choiceCount - 1;
  }

  #providerWord(name: ProviderColumn, text: string): void {
    this.providers.setWhole(name, this.#provider, this.words.number(text));
  }

  #providerPlace(name: ProviderColumn, pointer: Pointer): void {
    this.#providerWord(name, placeWord(pointer, this.#provider, -1));
  }

  #wordOf(pointer: Pointer): string {
    return placeWord(pointer, this.#provider, this.#position);
  }

  #choicePlace(name: ChoiceColumn, pointer: Pointer): void {
    this.choices.setWhole(name, this.#choice, this.words.number(this.#wordOf(pointer)));
  }
}
