// Puts the white space, and whatever is ignored, between the columns of an arrangement, so that every token of every text
// has a column. Knows numbered texts; not what differs.

import { columnKind } from './alignment.ts';
import type { Arrangement } from './arrangement.ts';
import type { Numbering } from './vocabulary.ts';

export interface Columns {
  readonly columnCount: number;
  readonly kinds: Uint8Array;
  readonly support: Uint32Array;
  readonly textAt: Uint32Array;
  /** By text: the column of each token. */
  readonly columnOf: readonly Int32Array[];
}

/** Makes columns of all tokens; `weights` are the numbers of samples that have each text. */
export function placeTokens(arrangement: Arrangement, numbering: Numbering, weights: readonly number[]): Columns {
  return new Placing(arrangement, numbering, weights).run();
}

class Placing {
  readonly #arrangement: Arrangement;
  readonly #numbering: Numbering;
  readonly #weights: readonly number[];
  readonly #columnOf: readonly Int32Array[];
  readonly #kinds: Uint8Array;
  readonly #support: Uint32Array;
  readonly #textAt: Uint32Array;
  #count = 0;
  /** Runs of tokens between words, chained by the column that they stand before: first run and, by run, the next. */
  readonly #firstRun: Int32Array;
  readonly #nextRun: Int32Array;
  readonly #runText: Int32Array;
  readonly #runFrom: Int32Array;
  readonly #runTo: Int32Array;

  constructor(arrangement: Arrangement, numbering: Numbering, weights: readonly number[]) {
    this.#arrangement = arrangement;
    this.#numbering = numbering;
    this.#weights = weights;
    this.#columnOf = numbering.texts.map(({ tokens }) => new Int32Array(tokens.count));
    let most = arrangement.columnCount;
    let runs = 0;
    for (const { tokens, content } of numbering.texts) {
      most += tokens.count - content.length;
      runs += Math.min(tokens.count - content.length, content.length + 1);
    }
    this.#kinds = new Uint8Array(most);
    this.#support = new Uint32Array(most);
    this.#textAt = new Uint32Array(most);
    this.#firstRun = new Int32Array(arrangement.columnCount + 1).fill(-1);
    this.#nextRun = new Int32Array(runs);
    this.#runText = new Int32Array(runs);
    this.#runFrom = new Int32Array(runs);
    this.#runTo = new Int32Array(runs);
  }

  run(): Columns {
    this.#chainRuns();
    const { columnCount, support } = this.#arrangement;
    const newColumnOf = new Int32Array(columnCount);
    for (let old = 0; old <= columnCount; old++) {
      const first = this.#firstRun[old] as number;
      if (first >= 0 && !this.#placeEqual(first)) this.#placeDifferent(first);
      if (old === columnCount) break;
      const column = this.#open(columnKind.content);
      this.#support[column] = support[old] as number;
      newColumnOf[old] = column;
    }
    const { texts } = this.#numbering;
    for (let text = texts.length - 1; text >= 0; text--) {
      const { places } = texts[text] as Numbering['texts'][number];
      const old = this.#arrangement.columnOf[text] as Int32Array;
      const columns = this.#columnOf[text] as Int32Array;
      for (let at = 0; at < old.length; at++) {
        const column = newColumnOf[old[at] as number] as number;
        columns[places[at] as number] = column;
        this.#textAt[column] = text;
      }
    }
    return {
      columnCount: this.#count,
      kinds: this.#kinds.slice(0, this.#count),
      support: this.#support.slice(0, this.#count),
      textAt: this.#textAt.slice(0, this.#count),
      columnOf: this.#columnOf,
    };
  }

  /**
   * Chains what stands before each column, and after the last. White space between two words goes beside the one that
   * more samples have, so that samples which share that word share the white space as well.
   */
  #chainRuns(): void {
    const { columnCount, support } = this.#arrangement;
    const all = this.#weights.reduce((sum, weight) => sum + weight, 0);
    let run = 0;
    // Backwards, since each chain grows at its beginning.
    for (let text = this.#numbering.texts.length - 1; text >= 0; text--) {
      const { tokens, places } = this.#numbering.texts[text] as Numbering['texts'][number];
      const columns = this.#arrangement.columnOf[text] as Int32Array;
      for (let word = 0; word <= columns.length; word++) {
        const from = word === 0 ? 0 : (places[word - 1] as number) + 1;
        const to = word === columns.length ? tokens.count : (places[word] as number);
        if (from === to) continue;
        const before = word === 0 ? -1 : (columns[word - 1] as number);
        const after = word === columns.length ? columnCount : (columns[word] as number);
        const supportBefore = before < 0 ? all : (support[before] as number);
        const supportAfter = after === columnCount ? all : (support[after] as number);
        const gap = supportBefore >= supportAfter ? before + 1 : after;
        this.#runText[run] = text;
        this.#runFrom[run] = from;
        this.#runTo[run] = to;
        this.#nextRun[run] = this.#firstRun[gap] as number;
        this.#firstRun[gap] = run++;
      }
    }
  }

  #open(kind: number): number {
    this.#kinds[this.#count] = kind;
    return this.#count++;
  }

  #put(column: number, text: number, at: number): void {
    if (this.#support[column] === 0) this.#textAt[column] = text;
    this.#support[column] = (this.#support[column] as number) + (this.#weights[text] as number);
    (this.#columnOf[text] as Int32Array)[at] = column;
  }

  #numberAt(text: number, at: number): number {
    return (this.#numbering.texts[text] as Numbering['texts'][number]).between[at] as number;
  }

  #kindOf(number: number): number {
    return number < this.#numbering.firstCounted ? columnKind.ignored : columnKind.space;
  }

  /** One column for runs that are all the same single token, as nearly all are; false for others. */
  #placeEqual(first: number): boolean {
    const number = this.#numberAt(this.#runText[first] as number, this.#runFrom[first] as number);
    for (let run = first; run >= 0; run = this.#nextRun[run] as number) {
      const from = this.#runFrom[run] as number;
      if ((this.#runTo[run] as number) - from !== 1) return false;
      if (this.#numberAt(this.#runText[run] as number, from) !== number) return false;
    }
    const column = this.#open(this.#kindOf(number));
    for (let run = first; run >= 0; run = this.#nextRun[run] as number) {
      this.#put(column, this.#runText[run] as number, this.#runFrom[run] as number);
    }
    return true;
  }

  /**
   * The first tokens of all runs, equal ones together, then the second ones, and so on. What is ignored does not count
   * as a step, or it would part white space that is equal.
   */
  #placeDifferent(first: number): void {
    do {
      while (this.#placeStep(first, false));
    } while (this.#placeStep(first, true));
  }

  #placeStep(first: number, isCounted: boolean): boolean {
    const columns = new Map<number, number>();
    for (let run = first; run >= 0; run = this.#nextRun[run] as number) {
      const at = this.#runFrom[run] as number;
      if (at >= (this.#runTo[run] as number)) continue;
      const text = this.#runText[run] as number;
      const number = this.#numberAt(text, at);
      if (number >= this.#numbering.firstCounted !== isCounted) continue;
      let column = columns.get(number);
      if (column === undefined) {
        column = this.#open(this.#kindOf(number));
        columns.set(number, column);
      }
      this.#put(column, text, at);
      this.#runFrom[run] = at + 1;
    }
    return columns.size > 0;
  }
}
