// The shortest edit between two sequences of numbers: E. W. Myers, "An O(ND) Difference Algorithm and Its Variations"
// (1986), in linear space, with a limit on the work. Knows numbers only.

export interface SequenceDiff {
  /** For each item of the first sequence the place of its equal in the second, rising; -1 where it has none. */
  readonly matches: Int32Array;
  /** True when the limit was reached: the matches are right, but there may be more of them. */
  readonly isApproximate: boolean;
}

/** Steps of the search in all: a few tenths of a second. */
const defaultBudget = 20_000_000;
/** Edits that a part may have once the budget is spent. */
const smallEdits = 256;

/** Matches two sequences. Beyond the budget only parts between items that occur once in both are compared, briefly. */
export function diffSequences(a: Int32Array, b: Int32Array, budget = defaultBudget): SequenceDiff {
  return new Comparison(a, b, budget).run();
}

class Comparison {
  readonly #a: Int32Array;
  readonly #b: Int32Array;
  readonly #matches: Int32Array;
  readonly #forward: Int32Array;
  readonly #backward: Int32Array;
  readonly #stack: number[] = [];
  #budget: number;
  #isApproximate = false;
  // The middle snake that was found last, as places in both sequences.
  #fromA = 0;
  #fromB = 0;
  #toA = 0;
  #toB = 0;

  constructor(a: Int32Array, b: Int32Array, budget: number) {
    this.#a = a;
    this.#b = b;
    this.#budget = budget;
    this.#matches = new Int32Array(a.length).fill(-1);
    this.#forward = new Int32Array(a.length + b.length + 3);
    this.#backward = new Int32Array(a.length + b.length + 3);
  }

  run(): SequenceDiff {
    this.#stack.push(0, this.#a.length, 0, this.#b.length);
    while (this.#stack.length > 0) {
      const [fromA = 0, toA = 0, fromB = 0, toB = 0] = this.#stack.splice(-4);
      this.#compare(fromA, toA, fromB, toB);
    }
    return { matches: this.#matches, isApproximate: this.#isApproximate };
  }

  #compare(fromA: number, toA: number, fromB: number, toB: number): void {
    const a = this.#a;
    const b = this.#b;
    while (fromA < toA && fromB < toB && a[fromA] === b[fromB]) this.#matches[fromA++] = fromB++;
    while (fromA < toA && fromB < toB && a[toA - 1] === b[toB - 1]) this.#matches[--toA] = --toB;
    if (fromA === toA || fromB === toB) return;
    if (this.#findMiddle(fromA, toA, fromB, toB)) {
      const { 0: startA, 1: startB, 2: endA, 3: endB } = [this.#fromA, this.#fromB, this.#toA, this.#toB] as const;
      for (let at = 0; at < endA - startA; at++) this.#matches[startA + at] = startB + at;
      this.#stack.push(fromA, startA, fromB, startB, endA, toA, endB, toB);
      return;
    }
    this.#isApproximate = true;
    this.#splitAtAnchors(fromA, toA, fromB, toB);
  }

  /** Finds a run of equal items in the middle of a shortest edit; false when that takes too long. */
  #findMiddle(fromA: number, toA: number, fromB: number, toB: number): boolean {
    const a = this.#a;
    const b = this.#b;
    const forward = this.#forward;
    const backward = this.#backward;
    const lengthA = toA - fromA;
    const lengthB = toB - fromB;
    const delta = lengthA - lengthB;
    const isOdd = (delta & 1) !== 0;
    const most = (lengthA + lengthB + 1) >> 1;
    const zero = most + 1;
    forward[zero + 1] = 0;
    backward[zero + 1] = 0;
    for (let edits = 0; edits <= most; edits++) {
      this.#budget -= 2 * edits + 2;
      if (this.#budget < 0 && edits > smallEdits) return false;
      const first = edits <= lengthB ? -edits : edits - 2 * lengthB;
      const last = edits <= lengthA ? edits : 2 * lengthA - edits;
      for (let k = first; k <= last; k += 2) {
        const left = forward[zero + k - 1] as number;
        const right = forward[zero + k + 1] as number;
        const startA = k === -edits || (k !== edits && left < right) ? right : left + 1;
        let x = startA;
        let y = x - k;
        while (x < lengthA && y < lengthB && a[fromA + x] === b[fromB + y]) {
          x++;
          y++;
        }
        forward[zero + k] = x;
        if (isOdd && Math.abs(delta - k) < edits && x + (backward[zero + delta - k] as number) >= lengthA) {
          return this.#keep(fromA + startA, fromB + startA - k, fromA + x, fromB + y);
        }
      }
      for (let k = first; k <= last; k += 2) {
        const left = backward[zero + k - 1] as number;
        const right = backward[zero + k + 1] as number;
        const startA = k === -edits || (k !== edits && left < right) ? right : left + 1;
        let x = startA;
        let y = x - k;
        while (x < lengthA && y < lengthB && a[toA - 1 - x] === b[toB - 1 - y]) {
          x++;
          y++;
        }
        backward[zero + k] = x;
        if (!isOdd && Math.abs(delta - k) <= edits && x + (forward[zero + delta - k] as number) >= lengthA) {
          return this.#keep(toA - x, toB - y, toA - startA, toB - startA + k);
        }
      }
    }
    return false;
  }

  #keep(fromA: number, fromB: number, toA: number, toB: number): true {
    this.#fromA = fromA;
    this.#fromB = fromB;
    this.#toA = toA;
    this.#toB = toB;
    return true;
  }

  /** Matches the items that occur once in both parts, as many as keep their order, and goes on between them. */
  #splitAtAnchors(fromA: number, toA: number, fromB: number, toB: number): void {
    const placeB = uniquePlaces(this.#b, fromB, toB);
    const anchorsA: number[] = [];
    const anchorsB: number[] = [];
    for (const [item, place] of uniquePlaces(this.#a, fromA, toA)) {
      const other = placeB.get(item) ?? -1;
      if (place < 0 || other < 0) continue;
      anchorsA.push(place);
      anchorsB.push(other);
    }
    let nextA = fromA;
    let nextB = fromB;
    for (const at of longestRise(anchorsB)) {
      const anchorA = anchorsA[at] as number;
      const anchorB = anchorsB[at] as number;
      this.#matches[anchorA] = anchorB;
      this.#stack.push(nextA, anchorA, nextB, anchorB);
      nextA = anchorA + 1;
      nextB = anchorB + 1;
    }
    if (nextA > fromA) this.#stack.push(nextA, toA, nextB, toB);
  }
}

/** The places of items, -1 for those that occur more than once; in order of first occurrence. */
function uniquePlaces(items: Int32Array, from: number, to: number): Map<number, number> {
  const places = new Map<number, number>();
  for (let at = from; at < to; at++) {
    const item = items[at] as number;
    places.set(item, places.has(item) ? -1 : at);
  }
  return places;
}

/** Indexes of a longest rising subsequence. */
function longestRise(values: readonly number[]): readonly number[] {
  const tails: number[] = [];
  const previous = new Int32Array(values.length);
  values.forEach((value, at) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[tails[middle] as number] as number) < value) low = middle + 1;
      else high = middle;
    }
    previous[at] = low > 0 ? (tails[low - 1] as number) : -1;
    tails[low] = at;
  });
  const rise: number[] = [];
  for (let at = tails.at(-1) ?? -1; at >= 0; at = previous[at] as number) rise.push(at);
  return rise.reverse();
}
