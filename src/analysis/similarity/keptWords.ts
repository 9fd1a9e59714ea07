// How many words two texts keep of each other: those that their alignment puts into common columns. Knows texts only.

import { budgetCells } from '../align/align.ts';
import { PairAligner } from '../align/pairAligner.ts';
import { cutText, tokenKind } from '../align/tokens.ts';
import { type NumberedText, numberTokens, setPairSurprise } from '../align/vocabulary.ts';

/** Two texts compared: similarity is `2 × kept ÷ (words + otherWords)`. */
export interface KeptWords {
  readonly kept: number;
  readonly words: number;
  readonly otherWords: number;
}

/** Compares any two of a list of texts. Words are as `cutText` cuts them, without punctuation. */
export class WordComparison {
  /** By text: its number of words. */
  readonly words: readonly number[];
  /** By text: its number of punctuation marks. */
  readonly #marks: readonly number[];
  readonly #texts: readonly string[];
  readonly #numbered: readonly NumberedText[];
  readonly #surprise: Float64Array;

  constructor(texts: readonly string[]) {
    this.#texts = texts;
    const cut = texts.map((text) => cutText(text, 'word'));
    const { texts: numbered, surprise } = numberTokens(cut, 'word', { granularity: 'word' });
    this.#numbered = numbered;
    this.#surprise = surprise;
    const countOf = (kind: number): readonly number[] =>
      numbered.map(({ tokens, places }) => {
        let count = 0;
        for (const place of places) if (tokens.kinds[place] === kind) count++;
        return count;
      });
    this.words = countOf(tokenKind.word);
    this.#marks = countOf(tokenKind.punctuation);
  }

  /** The words that both texts (by their place in the list) keep; the same in either order. */
  kept(one: number, other: number): number {
    return this.#kept(one, other, tokenKind.word);
  }

  /** Of two texts without words, such as `!!!` and `?!`: twice the marks that both keep, divided by the marks of both. */
  similarityOfMarks(one: number, other: number): number {
    const all = (this.#marks[one] ?? 0) + (this.#marks[other] ?? 0);
    return all === 0 ? 1 : (2 * this.#kept(one, other, tokenKind.punctuation)) / all;
  }

  #kept(one: number, other: number, kind: number): number {
    const { first, matches } = this.#align(one, other);
    let kept = 0;
    for (let at = 0; at < matches.length; at++) {
      if ((matches[at] as number) >= 0 && first.tokens.kinds[first.places[at] as number] === kind) kept++;
    }
    return kept;
  }

  /**
   * What a text has that another one does not keep: code units `[from, to)` of it, pair after pair, rising. White space
   * between two such words belongs to them, other white space does not count.
   */
  unkept(base: number, text: number): Uint32Array {
    const { first, second, matches } = this.#align(base, text);
    const own = this.#numbered[text] as NumberedText;
    const isKept = new Uint8Array(own.tokens.count);
    matches.forEach((match, at) => {
      if (match >= 0) isKept[(own === first ? first.places[at] : second.places[match]) as number] = 1;
    });
    const { kinds, starts, count } = own.tokens;
    const spans: number[] = [];
    let isOpen = false;
    for (let at = 0; at < count; at++) {
      const kind = kinds[at];
      if (kind === tokenKind.blank || kind === tokenKind.lineEnd) continue;
      if (isKept[at] === 1) {
        isOpen = false;
        continue;
      }
      if (isOpen) spans.pop();
      else spans.push(starts[at] as number);
      spans.push(starts[at + 1] as number);
      isOpen = true;
    }
    return Uint32Array.from(spans);
  }

  /** Matches of the content of the first text, which is the one that comes first in the alphabet. */
  #align(one: number, other: number): { first: NumberedText; second: NumberedText; matches: Int32Array } {
    const isSorted = (this.#texts[one] as string) <= (this.#texts[other] as string);
    const first = this.#numbered[isSorted ? one : other] as NumberedText;
    const second = this.#numbered[isSorted ? other : one] as NumberedText;
    setPairSurprise(first.content, second.content, this.#surprise);
    const aligner = new PairAligner(this.#surprise, budgetCells);
    const { length } = second.content;
    return { first, second, matches: aligner.align(first.content, 0, first.content.length, second.content, 0, length) };
  }
}

/**
 * The words that two texts keep of each other.
 * @internal for the laws of WordComparison
 */
export function keptWords(text: string, other: string): KeptWords {
  const comparison = new WordComparison([text, other]);
  const [words = 0, otherWords = 0] = comparison.words;
  return { kept: comparison.kept(0, 1), words, otherWords };
}

/**
 * Twice the words that the alignment keeps, divided by the words of both; 1 for two texts without words.
 * @internal for the laws of WordComparison
 */
export function similarity({ kept, words, otherWords }: KeptWords): number {
  return words + otherWords === 0 ? 1 : (2 * kept) / (words + otherWords);
}
