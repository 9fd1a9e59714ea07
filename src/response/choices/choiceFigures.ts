// Single facts of provider responses and choices, read from their columns without an object. Knows no places.

import type { FinishClass } from '../model.ts';
import { finishClasses } from '../samples/sampleColumns.ts';
import type { Cells } from './cells.ts';
import {
  type ChoiceColumn,
  type ProviderColumn,
  type StatedCount,
  timeUnits,
  type UsageSide,
} from './choiceColumns.ts';

const seconds = timeUnits.indexOf('s');
const iso = timeUnits.indexOf('iso');

export interface Models {
  readonly models: readonly string[];
  readonly first: number;
}

export class ChoiceFigures {
  readonly length: number;
  readonly choiceCount: number;
  protected readonly providers: Cells<ProviderColumn>;
  protected readonly choices: Cells<ChoiceColumn>;
  protected readonly words: readonly string[];
  #models: Models | undefined;

  constructor(
    length: number,
    choiceCount: number,
    providers: Cells<ProviderColumn>,
    choices: Cells<ChoiceColumn>,
    words: readonly string[],
  ) {
    this.length = length;
    this.choiceCount = choiceCount;
    this.providers = providers;
    this.choices = choices;
    this.words = words;
  }

  firstChoice(provider: number): number {
    return Math.max(0, this.providers.whole('firstChoice', provider));
  }

  choiceCountOf(provider: number): number {
    return Math.max(0, this.providers.whole('choiceCount', provider));
  }

  providerOf(choice: number): number {
    return this.choices.whole('provider', choice);
  }

  /** Among the choices of its provider response. */
  positionOf(choice: number): number {
    return choice - this.firstChoice(this.providerOf(choice));
  }

  /** The provider's own index of a choice; NaN where it gives none. */
  index(choice: number): number {
    return this.choices.number('index', choice);
  }

  /** Code points of the text of a choice. */
  characters(choice: number): number {
    return Math.max(0, this.choices.whole('characters', choice));
  }

  /** Place in `textKinds`. */
  textKindCode(choice: number): number {
    return this.choices.whole('textKind', choice);
  }

  /** Tokens that a choice lists; −1 where it lists none. */
  listedTokens(choice: number): number {
    return this.choices.whole('listed', choice);
  }

  /** How a choice ended, as written; undefined where it does not say. */
  finishOf(choice: number): string | undefined {
    return this.words[this.choices.whole('finish', choice)];
  }

  /** Place in `finishClasses`; −1 where a choice does not say how it ended. */
  finishCode(choice: number): number {
    return this.choices.whole('finishClass', choice);
  }

  finishClass(choice: number): FinishClass | undefined {
    return finishClasses[this.finishCode(choice)];
  }

  hasReasoning(choice: number): boolean {
    return this.choices.whole('reasoning.length', choice) > 0;
  }

  format(provider: number): string {
    return this.words[this.providers.whole('format', provider)] ?? 'unknown';
  }

  formatLabel(provider: number): string {
    return this.words[this.providers.whole('formatLabel', provider)] ?? '';
  }

  /** Whether any provider response is an error, has its answer kept back, a model, a time or a usage: those that have none need not be looked through. */
  hasAny(what: 'error' | 'blocked' | 'model' | 'created' | UsageSide): boolean {
    return this.providers.has(`${what}.place`);
  }

  isBlocked(provider: number): boolean {
    return this.providers.whole('blocked.place', provider) >= 0;
  }

  isError(provider: number): boolean {
    return this.providers.whole('error.place', provider) >= 0;
  }

  /** Whether the time of a provider response is in seconds or ISO 8601 and before `latest` (milliseconds since 1970), or it states none. */
  isPlainTime(provider: number, latest: number): boolean {
    const unit = this.providers.whole('created.unit', provider);
    return (
      unit < 0 || ((unit === seconds || unit === iso) && this.providers.number('created.time', provider) <= latest)
    );
  }

  /** Whether a provider response is an error, or the provider kept its answer back. */
  isKeptBack(provider: number): boolean {
    return this.isError(provider) || this.isBlocked(provider);
  }

  model(provider: number): string | undefined {
    return this.words[this.providers.whole('model', provider)];
  }

  /** The different models that answered, in order, and the first provider response that names one (−1 for none). */
  get models(): Models {
    this.#models ??= this.#readModels();
    return this.#models;
  }

  /** A token count of a provider response; NaN where it is not stated. */
  count(provider: number, column: StatedCount): number {
    return this.providers.number(column, provider);
  }

  /** Whether any provider response states it. */
  hasCount(column: StatedCount): boolean {
    return this.providers.has(column);
  }

  /** The counts of provider responses `chunk × 4,096` and on, NaN where none is stated; undefined where none of them states it. */
  countsIn(chunk: number, column: StatedCount): Float64Array | undefined {
    const cells = this.providers.stored(column, chunk);
    return cells instanceof Float64Array ? cells : undefined;
  }

  /** Whether a provider response states any usage. */
  hasUsage(provider: number): boolean {
    return this.providers.whole('usage.place', provider) >= 0;
  }

  #readModels(): Models {
    const seen = new Set<number>();
    let first = -1;
    for (let provider = 0; provider < this.length; provider++) {
      const word = this.providers.whole('model', provider);
      if (word < 0) continue;
      if (first < 0) first = provider;
      seen.add(word);
    }
    return { models: Array.from(seen, (word) => this.words[word] ?? ''), first };
  }
}
