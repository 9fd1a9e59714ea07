// Texts that many rows share, by number: each is held once. Knows texts only.

/** New words of the document; the first of them has the number `from`. */
export interface NewWords {
  readonly from: number;
  readonly texts: readonly string[];
}

export class WordList {
  readonly texts: string[] = [];
  readonly #numbers = new Map<string, number>();
  #taken = 0;

  /** The number of a text, a new one where it was not known. */
  number(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    this.#numbers.set(text, this.texts.length);
    return this.texts.push(text) - 1;
  }

  /** Those that came since they were last taken. */
  take(): NewWords {
    const words = this.since(this.#taken);
    this.#taken = this.texts.length;
    return words;
  }

  /** Those from this number on. */
  since(from: number): NewWords {
    return { from, texts: this.texts.slice(from) };
  }
}
