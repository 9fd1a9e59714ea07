// Aligns two sequences of token numbers: certain passages first, then the most probable alignment of what lies between,
// within a budget of work. Knows numbers only.

import { findAnchors } from './anchors.ts';
import { dropChanceMatches } from './chance.ts';
import { alignGap } from './gapTable.ts';

/** Places that a table between anchors may have at most: in a larger one hardly a match would be more than chance. */
const usualMostCells = 4_000_000;
/** Table places that need no anchors. */
const smallCells = 3000;
/** Lengths of runs that are looked for, one after the other, in what is still open. */
const runLengths = [24, 6, 3, 2, 1];
/** Sequences shorter than this are not searched for the longest runs. */
const longSequence = 1500;

/** Aligns pairs, all with the same token weights and from one budget of table places. */
export class PairAligner {
  /** Tokens for which no budget was left, both sides together. */
  skipped = 0;
  readonly surprise: Float64Array;
  readonly #mostCells: number;
  #budget: number;
  #matches: Int32Array = new Int32Array(0);
  #a: Int32Array = this.#matches;
  #b: Int32Array = this.#matches;

  /** `surprise` is by token number, in nats; `budgetCells` are table places (some ten nanoseconds each). */
  constructor(surprise: Float64Array, budgetCells: number, mostCells = usualMostCells) {
    this.surprise = surprise;
    this.#mostCells = mostCells;
    this.#budget = budgetCells;
  }

  get isSpent(): boolean {
    return this.#budget <= 0;
  }

  /** Takes work that was done elsewhere from the budget. */
  spend(cells: number): void {
    this.#budget -= cells;
  }

  /**
   * For each item of `a[fromA, toA)` the place of its partner in `b[fromB, toB)`, from 0 on both sides; -1 where it has
   * none. Partners are equal and in order.
   */
  align(a: Int32Array, fromA: number, toA: number, b: Int32Array, fromB: number, toB: number): Int32Array {
    this.#a = a.subarray(fromA, toA);
    this.#b = b.subarray(fromB, toB);
    this.#matches = new Int32Array(toA - fromA).fill(-1);
    this.#budget -= toA - fromA + toB - fromB;
    this.#compare(0, toA - fromA, 0, toB - fromB, toA - fromA + toB - fromB > longSequence ? 0 : 1);
    dropChanceMatches(this.#a, this.#matches, toB - fromB, this.surprise);
    return this.#matches;
  }

  #compare(fromA: number, toA: number, fromB: number, toB: number, level: number): void {
    const a = this.#a;
    const b = this.#b;
    while (fromA < toA && fromB < toB && a[fromA] === b[fromB]) this.#matches[fromA++] = fromB++;
    while (fromA < toA && fromB < toB && a[toA - 1] === b[toB - 1]) this.#matches[--toA] = --toB;
    const cells = (toA - fromA) * (toB - fromB);
    if (cells === 0) return;
    if (cells <= smallCells) {
      this.#fill(fromA, toA, fromB, toB, cells);
      return;
    }
    for (let next = level; next < runLengths.length; next++) {
      const anchors = findAnchors(a, fromA, toA, b, fromB, toB, runLengths[next] as number, this.surprise);
      this.#budget -= toA - fromA + toB - fromB;
      if (anchors.count === 0) continue;
      let placeA = fromA;
      let placeB = fromB;
      for (let at = 0; at < anchors.count; at++) {
        const anchorA = anchors.inA[at] as number;
        const anchorB = anchors.inB[at] as number;
        if (anchorA > placeA && anchorB > placeB) this.#compare(placeA, anchorA, placeB, anchorB, next + 1);
        this.#matches[anchorA] = anchorB;
        placeA = anchorA + 1;
        placeB = anchorB + 1;
      }
      this.#compare(placeA, toA, placeB, toB, next + 1);
      return;
    }
    if (cells <= this.#mostCells) this.#fill(fromA, toA, fromB, toB, cells);
    else this.skipped += toA - fromA + toB - fromB;
  }

  #fill(fromA: number, toA: number, fromB: number, toB: number, cells: number): void {
    if (cells > smallCells && cells > this.#budget) {
      this.skipped += toA - fromA + toB - fromB;
      return;
    }
    this.#budget -= cells;
    alignGap(this.#a, fromA, toA, this.#b, fromB, toB, this.surprise, this.#matches);
  }
}
