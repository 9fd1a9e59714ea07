// Pairs generations and choices that the text cannot tell apart: by tool call ids, by index or order, by finish class, by plain order.
// Works on numbers; its buffers are used again for every class.

import type { ProviderTable } from '../choices/choiceTable.ts';
import { finishClasses } from '../samples/sampleColumns.ts';
import { TextNumbers } from './lanes.ts';
import type { LinkChoices, LinkGenerations } from './linkInput.ts';
import { ranksOf } from './ranks.ts';
import type { Structure } from './structure.ts';

/** Places in `matchedWords`. */
const matched = { ids: 0, index: 1, finish: 2, order: 3 } as const;

export interface Paired {
  /** What was paired, one after the other, and what matched it (place in `matchedWords`). */
  readonly pairs: Pairs;
  /** Generations without a choice, in their order. */
  readonly left: readonly number[];
}

class Pairs {
  readonly #numbers: number[] = [];

  add(row: number, choice: number, how: number): void {
    this.#numbers.push(row, choice, how);
  }

  forEach(visit: (row: number, choice: number, how: number) => void): void {
    for (let at = 0; at < this.#numbers.length; at += 3)
      visit(this.#numbers[at] ?? 0, this.#numbers[at + 1] ?? 0, this.#numbers[at + 2] ?? 0);
  }
}

export class Pairing {
  readonly #generations: LinkGenerations;
  readonly #choices: LinkChoices;
  readonly #table: ProviderTable;
  readonly #structure: Structure;
  /** Of generations by index; absent where that is the order of `data`. */
  readonly #ranks: ReturnType<typeof ranksOf> | undefined;
  /** By choice: the number of the class in which it is free. */
  readonly #freeIn: Int32Array;
  #class = 0;

  constructor(generations: LinkGenerations, choices: LinkChoices, table: ProviderTable, structure: Structure) {
    this.#generations = generations;
    this.#choices = choices;
    this.#table = table;
    this.#structure = structure;
    this.#freeIn = new Int32Array(table.choiceCount);
    const place = (row: number): number => structure.places[row] ?? row;
    let isInOrder = true;
    for (let row = 1; row < generations.count && isInOrder; row++) isInOrder = place(row) >= place(row - 1);
    if (!isInOrder) this.#ranks = ranksOf(generations.count, (a, b) => place(a) - place(b) || a - b);
  }

  /** Choices by response, then by the provider's index. */
  inOrder(choices: readonly number[]): readonly number[] {
    const { rankOfChoice, choiceOfRank } = this.#structure;
    return sorted(choices, rankOfChoice, choiceOfRank);
  }

  /** `choices` in order. */
  pair(rows: readonly number[], choices: readonly number[]): Paired {
    const free = ++this.#class;
    for (const choice of choices) this.#freeIn[choice] = free;
    const pairs = new Pairs();
    let left = this.#ranks ? sorted(rows, this.#ranks.rankOf, this.#ranks.inOrder) : rows;
    const pass = (find: (row: number) => number, how: (row: number) => number): void => {
      left = left.filter((row) => {
        const choice = find(row);
        if (choice < 0 || this.#freeIn[choice] !== free) return true;
        this.#freeIn[choice] = 0;
        pairs.add(row, choice, how(row));
        return false;
      });
    };
    const byIds = this.#byIds(choices);
    if (byIds) pass(byIds, () => matched.ids);
    pass(
      (row) => this.#structure.choice[row] ?? -1,
      (row) => (this.#structure.by[row] === 3 ? matched.order : matched.index),
    );
    if (left.length === 0) return { pairs, left };
    const isFree = (choice: number): boolean => this.#freeIn[choice] === free;
    const byFinish: number[][] = finishClasses.map(() => []);
    for (const choice of choices) if (isFree(choice)) byFinish[this.#table.finishCode(choice)]?.push(choice);
    const next = finishClasses.map(() => 0);
    pass(
      (row) => {
        const finish = this.#generations.finish(row);
        const at = next[finish] ?? 0;
        next[finish] = at + 1;
        return byFinish[finish]?.[at] ?? -1;
      },
      () => matched.finish,
    );
    const rest = choices.filter(isFree);
    let at = 0;
    pass(
      () => rest[at++] ?? -1,
      () => matched.order,
    );
    return { pairs, left };
  }

  /** The choice that alone has the ids of a generation's tool calls; undefined where no choice has ids. */
  #byIds(choices: readonly number[]): ((row: number) => number) | undefined {
    const { ids } = this.#choices.calls;
    if (!choices.some((choice) => ids.has(choice))) return undefined;
    const numbers = new TextNumbers();
    const only: number[] = [];
    for (const choice of choices) {
      if (!ids.has(choice)) continue;
      const number = numbers.add(ids, choice);
      only[number] = number < only.length ? -1 : choice;
    }
    const own = this.#generations.calls.ids;
    return (row) => (own.has(row) ? (only[numbers.find(own, row)] ?? -1) : -1);
  }
}

/** The numbers by their rank; themselves where they are in order. */
function sorted(numbers: readonly number[], rankOf: Int32Array, ofRank: Int32Array): readonly number[] {
  const isInOrder = numbers.every((one, at) => at === 0 || (rankOf[one] ?? 0) >= (rankOf[numbers[at - 1] ?? 0] ?? 0));
  if (isInOrder) return numbers;
  const ranks = Int32Array.from(numbers, (one) => rankOf[one] ?? 0).sort();
  return Array.from(ranks, (rank) => ofRank[rank] ?? 0);
}
