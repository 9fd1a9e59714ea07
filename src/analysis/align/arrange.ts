// Brings many sequences into common columns: each is aligned with a consensus of all, and what stands between the matches
// is arranged among itself, again and again. No sequence is a baseline. Knows numbers only.

import { ArrangedColumns, type Arrangement, type Row } from './arrangement.ts';
import type { PairAligner } from './pairAligner.ts';
import { byWeight, itemsOf, mergeEqual, type Part, partOf } from './parts.ts';

/** How often the consensus is made better. */
const mostRounds = 2;
/** Nested gaps beyond this are not aligned. */
const mostDepth = 400;

/**
 * Arranges rows in columns. The result does not depend on the order of rows of different weights or lengths, and for
 * other rows only in ties; callers sort the rows. Yields the share of the work that is done, 0 to 1.
 */
export function* arrange(rows: readonly Row[], aligner: PairAligner): Generator<number, Arrangement> {
  const columnOf = rows.map(({ items }) => new Int32Array(items.length));
  const columns = new ArrangedColumns(columnOf);
  const parts = rows.map(({ items, weight }, row) => ({
    items,
    from: 0,
    to: items.length,
    weight,
    members: [{ row, shift: 0 }],
    since: 0,
  }));
  const arranger = new Arranger(aligner);
  yield* arranger.arrangeAll(parts, columns);
  return { columnCount: columns.items.length, items: columns.items, support: columns.support, columnOf };
}

class Arranger {
  readonly #aligner: PairAligner;
  /** By token number: the part that had it last, to find out quickly which parts have anything in common. */
  readonly #seenIn: Int32Array;
  readonly #stamp: Int32Array;
  #round = 0;

  constructor(aligner: PairAligner) {
    this.#aligner = aligner;
    this.#seenIn = new Int32Array(aligner.surprise.length);
    this.#stamp = new Int32Array(aligner.surprise.length);
  }

  /** The whole of all rows, with progress. */
  *arrangeAll(parts: readonly Part[], columns: ArrangedColumns): Generator<number, void> {
    const groups = mergeEqual(parts);
    if (groups.length < 2) {
      for (const group of groups) columns.putAll(group);
      return;
    }
    // Of two the first: the pair is then aligned as `keptWords` does.
    let consensus = groups.length === 2 ? itemsOf(groups[0] as Part) : this.#centreOf(groups);
    let matches: Int32Array[] = [];
    const rounds = groups.length > 2 ? mostRounds : 0;
    for (let round = 0; round <= rounds; round++) {
      matches = [];
      this.#aligner.skipped = 0;
      for (const [at, group] of groups.entries()) {
        matches.push(this.#match(consensus, group));
        yield ((round + at / groups.length) / (rounds + 1)) * 0.7;
      }
      if (round === rounds) break;
      const better = this.#improve(consensus, groups, matches);
      if (better === undefined) break;
      consensus = better;
    }
    for (const at of this.#lay(consensus, groups, matches, columns, 0)) yield 0.7 + (0.3 * at) / (consensus.length + 1);
  }

  /** As `arrangeAll`, for what stands between two matches. */
  #arrangeGap(parts: readonly Part[], columns: ArrangedColumns, depth: number): void {
    const groups = mergeEqual(parts);
    if (groups.length > 1 && depth < mostDepth && !this.#aligner.isSpent) {
      const [related, alone] = this.#separate(groups);
      if (related.length > 1) {
        const { skipped } = this.#aligner;
        let consensus = this.#centreOf(related);
        let matches = related.map((group) => this.#match(consensus, group));
        const better = related.length > 2 ? this.#improve(consensus, related, matches) : undefined;
        if (better !== undefined) {
          consensus = better;
          this.#aligner.skipped = skipped;
          matches = related.map((group) => this.#match(consensus, group));
        }
        for (const _ of this.#lay(consensus, related, matches, columns, depth + 1));
        for (const group of byWeight(alone)) columns.putAll(group);
        return;
      }
    }
    if (groups.length > 1 && (depth >= mostDepth || this.#aligner.isSpent)) {
      for (const { from, to } of groups) this.#aligner.skipped += to - from;
    }
    for (const group of byWeight(groups)) columns.putAll(group);
  }

  #match(consensus: Int32Array, { items, from, to }: Part): Int32Array {
    return this.#aligner.align(consensus, 0, consensus.length, items, from, to);
  }

  /** Columns for a consensus and everything between. Yields the places of the consensus that are done. */
  *#lay(
    consensus: Int32Array,
    groups: readonly Part[],
    matches: readonly Int32Array[],
    columns: ArrangedColumns,
    depth: number,
  ): Generator<number, void> {
    const gaps = this.#gapsOf(consensus, groups, matches);
    const next = groups.map(({ from }) => from);
    for (let at = 0; at <= consensus.length; at++) {
      const gap = gaps[at];
      if (gap !== undefined) this.#arrangeGap(gap, columns, depth);
      if ((at & 255) === 0) yield at;
      if (at === consensus.length) return;
      let isOpen = false;
      for (let index = 0; index < groups.length; index++) {
        const place = (matches[index] as Int32Array)[at] as number;
        if (place < 0) continue;
        if (!isOpen) columns.open(consensus[at] as number);
        isOpen = true;
        const group = groups[index] as Part;
        next[index] = group.from + place;
        columns.put(group, next[index] as number);
      }
    }
  }

  /**
   * What stands before each place of the consensus, and after its end. A part that has nothing in common with the others
   * before its next match stands after its last one instead: there its alternatives begin.
   */
  #gapsOf(consensus: Int32Array, groups: readonly Part[], matches: readonly Int32Array[]): (Part[] | undefined)[] {
    const gaps: (Part[] | undefined)[] = new Array(consensus.length + 1);
    const add = (at: number, part: Part): void => {
      const list = gaps[at];
      if (list) list.push(part);
      else gaps[at] = [part];
    };
    const next = groups.map(({ from }) => from);
    const since = new Int32Array(groups.length);
    for (let at = 0; at <= consensus.length; at++) {
      for (let index = 0; index < groups.length; index++) {
        const group = groups[index] as Part;
        const place = at === consensus.length ? group.to - group.from : ((matches[index] as Int32Array)[at] as number);
        if (place < 0) continue;
        const from = next[index] as number;
        if (group.from + place > from) add(at, partOf(group, from, group.from + place, since[index] as number));
        next[index] = group.from + place + 1;
        since[index] = at + 1;
      }
    }
    gaps.forEach((parts, at) => {
      if (parts === undefined || parts.every((part) => part.since === at)) return;
      const [related, alone] = this.#separate(mergeEqual(parts));
      gaps[at] = related.length > 0 ? [...related] : undefined;
      for (const part of alone) add(Math.min(part.since, at), part);
    });
    return gaps;
  }

  /** The columns that at least half of the samples have; undefined when they are the consensus already, or none. */
  #improve(consensus: Int32Array, groups: readonly Part[], matches: readonly Int32Array[]): Int32Array | undefined {
    const { skipped } = this.#aligner;
    let total = 0;
    for (const { weight } of groups) total += weight;
    const better: number[] = [];
    const next = groups.map(({ from }) => from);
    for (let at = 0; at <= consensus.length; at++) {
      const isEnd = at === consensus.length;
      let support = 0;
      let inserted = 0;
      const gaps: Part[] = [];
      for (let index = 0; index < groups.length; index++) {
        const group = groups[index] as Part;
        const place = isEnd ? group.to - group.from : ((matches[index] as Int32Array)[at] as number);
        if (place < 0) continue;
        support += group.weight;
        const begin = next[index] as number;
        if (group.from + place > begin) {
          gaps.push(partOf(group, begin, group.from + place, 0));
          inserted += group.weight;
        }
        next[index] = group.from + place + 1;
      }
      if (2 * inserted >= total) {
        const columns = new ArrangedColumns();
        this.#arrangeGap(gaps, columns, mostDepth - 2);
        columns.items.forEach((item, column) => {
          if (2 * (columns.support[column] as number) >= total) better.push(item);
        });
      }
      if (!isEnd && 2 * support >= total) better.push(consensus[at] as number);
    }
    // Only what is left out of the columns themselves counts as skipped.
    this.#aligner.skipped = skipped;
    if (better.length === 0) return undefined;
    const isSame = better.length === consensus.length && better.every((item, at) => item === consensus[at]);
    return isSame ? undefined : Int32Array.from(better);
  }

  /** The part that has most in common with all others, by its distinct tokens. */
  #centreOf(groups: readonly Part[]): Int32Array {
    const { surprise } = this.#aligner;
    const counts = this.#seenIn;
    for (const { items, from, to } of groups) for (let at = from; at < to; at++) counts[items[at] as number] = 0;
    groups.forEach(({ items, from, to, weight }) => {
      const round = ++this.#round;
      for (let at = from; at < to; at++) {
        const item = items[at] as number;
        if (this.#stamp[item] === round) continue;
        this.#stamp[item] = round;
        counts[item] = (counts[item] as number) + weight;
      }
    });
    let best = groups[0] as Part;
    let bestScore = -1;
    for (const group of groups) {
      const { items, from, to, weight } = group;
      const round = ++this.#round;
      let score = 0;
      for (let at = from; at < to; at++) {
        const item = items[at] as number;
        if (this.#stamp[item] === round) continue;
        this.#stamp[item] = round;
        score += (surprise[item] as number) * ((counts[item] as number) - weight);
      }
      // Of equal ones the one that more samples have.
      score += weight * 1e-6;
      if (score <= bestScore) continue;
      bestScore = score;
      best = group;
    }
    return itemsOf(best);
  }

  /** Parts that share an item with another one, and those that do not. */
  #separate(groups: readonly Part[]): readonly [readonly Part[], readonly Part[]] {
    const base = this.#round;
    const isRelated = new Uint8Array(groups.length);
    groups.forEach(({ items, from, to }, index) => {
      for (let at = from; at < to; at++) {
        const item = items[at] as number;
        const stamp = this.#stamp[item] as number;
        const other = this.#seenIn[item] as number;
        if (stamp === base + 1 && other !== index) isRelated[index] = isRelated[other] = 1;
        this.#stamp[item] = base + 1;
        this.#seenIn[item] = index;
      }
    });
    this.#round = base + 1;
    const related: Part[] = [];
    const alone: Part[] = [];
    groups.forEach((group, index) => {
      (isRelated[index] === 1 ? related : alone).push(group);
    });
    return [related, alone];
  }
}
