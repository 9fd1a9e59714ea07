// What is linked so far, while linking goes on: the columns of links, what is open, and the classes of equal ones. Knows numbers only.

import { WordList } from '../choices/words.ts';
import type { LinkWord } from '../model.ts';
import type { LinkLeaves } from './leaves.ts';
import { grounds, type LinkColumns, type LinkResult, linkWords } from './linkColumns.ts';
import type { Structure } from './structure.ts';

export interface NewLink {
  readonly word: LinkWord;
  readonly ground: number;
  readonly choice: number;
  readonly relation: number;
  readonly matched: number;
  /** Class of equal ones. */
  readonly kind?: number;
}

const codes = Object.fromEntries(linkWords.map((word, code) => [word, code])) as Readonly<Record<LinkWord, number>>;

export class LinkState {
  readonly structure: Structure;
  readonly columns: LinkColumns;
  readonly #takenBy: Int32Array<ArrayBuffer>;
  readonly #firstClass: Int32Array<ArrayBuffer>;
  readonly #leaves: LinkLeaves;
  readonly #places = new WordList();
  #openGenerations: number;
  #openChoices: number;
  readonly #classStarts: number[] = [0];
  readonly #classGenerations: number[] = [];
  readonly #classKinds: number[] = [];
  readonly #choiceStarts: number[] = [0];
  readonly #classChoices: number[] = [];
  #leafNext = new Int32Array(0);
  #leafFollowing = new Int32Array(0);

  constructor(structure: Structure, choiceCount: number, repeated: Uint8Array<ArrayBuffer>, leaves: LinkLeaves) {
    const { length } = structure.choice;
    this.structure = structure;
    this.#leaves = leaves;
    this.#takenBy = new Int32Array(choiceCount).fill(-1);
    this.#firstClass = new Int32Array(length).fill(-1);
    this.#openGenerations = length;
    this.#openChoices = choiceCount;
    const none = new Int32Array(0);
    this.columns = {
      words: new Uint8Array(length),
      choices: new Int32Array(length).fill(-1),
      grounds: new Uint8Array(length),
      relations: new Uint8Array(length),
      matched: new Uint8Array(length),
      isOutput: new Uint8Array(length),
      characters: new Uint32Array(length),
      parts: new Int32Array(length).fill(-1),
      differences: new Int32Array(length),
      classes: new Int32Array(length).fill(-1),
      opinions: structure.choice,
      opinionBy: structure.by,
      repeated,
      classStarts: none,
      classGenerations: none,
      classChoiceCounts: none,
      classKinds: new Uint8Array(0),
      leafProviders: none,
      leafWords: none,
      leafNext: none,
      leafFollowing: none,
      places: [],
    };
  }

  isOpen(row: number): boolean {
    return this.columns.words[row] === 0;
  }

  isFree(choice: number): boolean {
    return this.#takenBy[choice] === -1;
  }

  /** There are both. */
  hasOpen(): boolean {
    return this.#openGenerations > 0 && this.#openChoices > 0;
  }

  forOpen(visit: (row: number) => void): void {
    if (this.#openGenerations === 0) return;
    const { words } = this.columns;
    for (let row = 0; row < words.length; row++) if (words[row] === 0) visit(row);
  }

  set(row: number, { word, ground, choice, relation, matched, kind }: NewLink): void {
    const { columns } = this;
    columns.words[row] = codes[word];
    columns.grounds[row] = ground;
    columns.choices[row] = choice;
    columns.relations[row] = relation;
    columns.matched[row] = matched;
    if (kind !== undefined) columns.classes[row] = kind;
    this.#openGenerations--;
    if (this.#takenBy[choice] !== -1) return;
    this.#takenBy[choice] = row;
    this.#openChoices--;
  }

  /** A text that only this generation and this choice have. */
  setUnique(row: number, choice: number, relation: number): void {
    const { choice: opinion, by } = this.structure;
    const isSame = opinion[row] === choice;
    const isSilent = by[row] === 0 || by[row] === 3;
    const word = isSame ? 'certain' : isSilent ? 'by text' : 'conflict';
    this.set(row, { word, ground: grounds.uniqueText, choice, relation, matched: 0 });
  }

  setLeaf(row: number, word: LinkWord, leaf: number): void {
    const { columns } = this;
    columns.words[row] = codes[word];
    columns.grounds[row] = grounds.leaf;
    columns.choices[row] = leaf;
    this.#openGenerations--;
  }

  /** The text of a generation that was found, and its code points. */
  setText(row: number, isOutput: boolean, characters: number): void {
    this.columns.isOutput[row] = isOutput ? 1 : 0;
    this.columns.characters[row] = characters;
  }

  /** The part of the choice's text that it is, as the word of its place. */
  setPart(row: number, word: string): void {
    this.columns.parts[row] = this.#places.number(word);
  }

  /** A new class of equal ones; `what` is a place in `classKinds`. */
  addClass(rows: readonly number[], choices: readonly number[], what: number): number {
    const kind = this.#classKinds.push(what) - 1;
    for (const row of rows) {
      this.#classGenerations.push(row);
      if (this.#firstClass[row] === -1) this.#firstClass[row] = kind;
    }
    for (const choice of choices) this.#classChoices.push(choice);
    this.#classStarts.push(this.#classGenerations.length);
    this.#choiceStarts.push(this.#classChoices.length);
    return kind;
  }

  /** Equal leaves are neighbours in `order`. */
  setLeaves(starts: Int32Array, order: Int32Array): void {
    this.#leafNext = new Int32Array(order.length).fill(-1);
    this.#leafFollowing = new Int32Array(order.length);
    for (let group = 0; group + 1 < starts.length; group++) {
      const end = starts[group + 1] ?? 0;
      for (let at = starts[group] ?? 0; at < end; at++) {
        const leaf = order[at] ?? 0;
        this.#leafNext[leaf] = at + 1 < end ? (order[at + 1] ?? -1) : -1;
        this.#leafFollowing[leaf] = end - at - 1;
      }
    }
  }

  result(): LinkResult {
    const leafWords = Int32Array.from(this.#leaves.words, (word) =>
      this.#places.number(this.#leaves.places.texts[word] ?? ''),
    );
    const starts = this.#choiceStarts;
    return {
      columns: {
        ...this.columns,
        classStarts: Int32Array.from(this.#classStarts),
        classGenerations: Int32Array.from(this.#classGenerations),
        classChoiceCounts: Int32Array.from(this.#classKinds, (_, at) => (starts[at + 1] ?? 0) - (starts[at] ?? 0)),
        classKinds: Uint8Array.from(this.#classKinds),
        leafProviders: Int32Array.from(this.#leaves.providers),
        leafWords,
        leafNext: this.#leafNext,
        leafFollowing: this.#leafFollowing,
        places: this.#places.texts,
      },
      generationOf: this.#takenBy,
      classChoices: { starts, choices: this.#classChoices },
      firstClass: this.#firstClass,
    };
  }
}
