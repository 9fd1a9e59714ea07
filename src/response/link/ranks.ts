// Orders and repetitions of numbers in columns, without an object for each. Knows numbers only.

export interface Ranks {
  readonly rankOf: Int32Array<ArrayBuffer>;
  /** The numbers in their order. */
  readonly inOrder: Int32Array<ArrayBuffer>;
}

/** The numbers 0 to `count − 1` in order; without `compare` they are in order as they are. */
export function ranksOf(count: number, compare: ((a: number, b: number) => number) | undefined): Ranks {
  const inOrder = Int32Array.from({ length: count }, (_, at) => at);
  if (compare === undefined) return { rankOf: inOrder, inOrder };
  inOrder.sort(compare);
  const rankOf = new Int32Array(count);
  inOrder.forEach((number, rank) => {
    rankOf[number] = rank;
  });
  return { rankOf, inOrder };
}

/** The first of several with a number; small whole numbers are looked up by place. */
export class FirstPlaces {
  readonly #small: Int32Array;
  readonly #others = new Map<number, number>();

  /** `expected`: as many numbers as there may be. */
  constructor(expected: number) {
    this.#small = new Int32Array(expected * 2 + 16).fill(-1);
  }

  /** False where the number was there already. */
  add(number: number, at: number): boolean {
    if (this.get(number) >= 0) return false;
    if (this.#isSmall(number)) this.#small[number] = at;
    else this.#others.set(number, at);
    return true;
  }

  /** −1 where it was not added. */
  get(number: number): number {
    return (this.#isSmall(number) ? this.#small[number] : this.#others.get(number)) ?? -1;
  }

  #isSmall(number: number): boolean {
    return number >= 0 && number < this.#small.length && Number.isInteger(number);
  }
}

/** Whether a number comes twice in the rows `[from, to)`; NaN is none. */
export function hasRepeated(from: number, to: number, numberOf: (row: number) => number): boolean {
  const seen = new FirstPlaces(to - from);
  for (let row = from; row < to; row++) {
    const number = numberOf(row);
    if (!Number.isNaN(number) && !seen.add(number, row)) return true;
  }
  return false;
}

/** Notes the rows `[from, to)` whose number another of them has too as 1. */
export function noteRepeated(repeated: Uint8Array, from: number, to: number, numberOf: (row: number) => number): void {
  const seen = new FirstPlaces(to - from);
  for (let row = from; row < to; row++) {
    const number = numberOf(row);
    if (Number.isNaN(number) || seen.add(number, row)) continue;
    repeated[row] = 1;
    repeated[seen.get(number)] = 1;
  }
}
