// Numbers tokens, so that equal ones have equal numbers, and says how surprising each is. Knows tokens and which
// differences do not count.

import type { AlignOptions } from './alignment.ts';
import { type Granularity, type Tokens, tokenKind, tokenText } from './tokens.ts';

/** A text as it is compared. */
export interface NumberedText {
  readonly tokens: Tokens;
  /** The numbers of the tokens that are aligned. */
  readonly content: Int32Array;
  /** Where these stand among all tokens. */
  readonly places: Int32Array;
  /** By token: the number of white space or of an ignored token; equal ones are equal. -1 for content. */
  readonly between: Int32Array;
}

export interface Numbering {
  readonly texts: readonly NumberedText[];
  /** By number: minus the logarithm of how frequent the token is, in nats. */
  readonly surprise: Float64Array;
  /** Numbers in `between` from here on are white space that counts; those before are ignored tokens. */
  readonly firstCounted: number;
}

const ignoredSpace = 0;
const ignoredPunctuation = 1;
const firstCounted = 2;
/** Words that every text is thought to have beside its own, so that no word of a short text seems frequent. */
const thoughtWords = 100;

/**
 * Numbers the tokens of texts; the numbers depend on the order of the texts. `isCharacter`: by text and token 1 where it is a character and 0 where
 * it is a word, for texts that are cut into both; absent, all are of the granularity.
 */
export function numberTokens(
  texts: readonly Tokens[],
  granularity: Granularity,
  options: AlignOptions,
  isCharacter?: readonly Uint8Array[],
): Numbering {
  const numberer = new Numberer(granularity, options);
  const numbered = texts.map((tokens, text) => numberer.number(tokens, isCharacter?.[text]));
  const total = numbered.reduce((sum, { content }) => sum + content.length, thoughtWords * texts.length);
  const surprise = Float64Array.from(numberer.counts, (count) => Math.log(total / count));
  return { texts: numbered, surprise, firstCounted };
}

/** Sets the surprise of the tokens of two texts as if there were no others. */
export function setPairSurprise(one: Int32Array, other: Int32Array, surprise: Float64Array): void {
  for (const item of one) surprise[item] = 0;
  for (const item of other) surprise[item] = 0;
  for (const item of one) surprise[item] = (surprise[item] as number) + 1;
  for (const item of other) surprise[item] = (surprise[item] as number) + 1;
  const total = one.length + other.length + 2 * thoughtWords;
  // Counts become surprise once: those are below zero until all are done.
  for (const items of [one, other]) {
    for (const item of items) {
      const count = surprise[item] as number;
      if (count > 0) surprise[item] = -Math.log(total / count);
    }
  }
  for (const item of one) surprise[item] = Math.abs(surprise[item] as number);
  for (const item of other) surprise[item] = Math.abs(surprise[item] as number);
}

class Numberer {
  readonly counts: number[] = [];
  readonly #granularity: Granularity;
  readonly #options: AlignOptions;
  readonly #numbers = new Map<string, number>();
  /** By the token as it is written; -1 for those of which nothing is left. */
  readonly #written = new Map<string, number>();
  readonly #between = new Map<string, number>();

  constructor(granularity: Granularity, options: AlignOptions) {
    this.#granularity = granularity;
    this.#options = options;
  }

  number(tokens: Tokens, isCharacter?: Uint8Array): NumberedText {
    const content = new Int32Array(tokens.count);
    const places = new Int32Array(tokens.count);
    const between = new Int32Array(tokens.count).fill(-1);
    let count = 0;
    for (let at = 0; at < tokens.count; at++) {
      const kind = tokens.kinds[at] as number;
      const token = tokenText(tokens, at);
      const isWord = isCharacter === undefined ? this.#granularity !== 'character' : isCharacter[at] === 0;
      const number = this.#isBetween(kind, isWord) ? -1 : this.#contentNumber(token);
      if (number < 0) {
        between[at] = this.#betweenNumber(kind, token);
        continue;
      }
      this.counts[number] = (this.counts[number] ?? 0) + 1;
      content[count] = number;
      places[count++] = at;
    }
    return { tokens, content: content.slice(0, count), places: places.slice(0, count), between };
  }

  #isBetween(kind: number, isWord: boolean): boolean {
    const { ignoresWhiteSpace = false, ignoresPunctuation = false } = this.#options;
    if (kind === tokenKind.punctuation) return ignoresPunctuation;
    if (kind === tokenKind.word) return false;
    // Between characters white space is a character like others.
    return isWord || ignoresWhiteSpace;
  }

  #contentNumber(token: string): number {
    const known = this.#written.get(token);
    if (known !== undefined) return known;
    const compared = comparedText(token, this.#options);
    let number = compared === '' ? -1 : this.#numbers.get(compared);
    if (number === undefined) {
      number = this.#numbers.size;
      this.#numbers.set(compared, number);
    }
    this.#written.set(token, number);
    return number;
  }

  #betweenNumber(kind: number, token: string): number {
    const isSpace = kind === tokenKind.blank || kind === tokenKind.lineEnd;
    if (!isSpace) return ignoredPunctuation;
    if (this.#options.ignoresWhiteSpace) return ignoredSpace;
    const known = this.#between.get(token);
    if (known !== undefined) return known;
    const number = this.#between.size + firstCounted;
    this.#between.set(token, number);
    return number;
  }
}

/** What is compared of a token; white space and punctuation inside it matter for sentences and lines. */
export function comparedText(token: string, options: Omit<AlignOptions, 'granularity'>): string {
  let compared = options.ignoresCase ? token.toLowerCase() : token;
  if (options.ignoresPunctuation) compared = compared.replaceAll(/[\p{P}`]+/gu, '');
  if (options.ignoresWhiteSpace || options.ignoresPunctuation) compared = compared.replaceAll(/\s+/g, ' ').trim();
  return compared;
}
