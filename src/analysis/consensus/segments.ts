// Cuts the columns of an alignment into segments so that all texts together take least to read: each place where they part is a fork of its
// own, unless the ways on both sides go together. Knows columns and which texts have them; no texts.

import { columnKind } from '../align/alignment.ts';
import { textsByColumn } from '../align/divergences.ts';
import { GainHeap } from './gainHeap.ts';

export interface SegmentInput {
  readonly columnCount: number;
  /** By column: a `columnKind`. */
  readonly kinds: Uint8Array;
  /** By text: the column of each of its tokens, rising. */
  readonly columnOf: readonly Int32Array[];
}

/** Columns `[fromColumn, toColumn)`. */
export interface Segment {
  readonly fromColumn: number;
  readonly toColumn: number;
  /** Not all texts have all of its columns. */
  readonly isFork: boolean;
}

/**
 * What a fork costs to read beside its words, each of its ways, and a way that says nothing where the next fork follows at once. Two forks
 * that are k words apart become one where that takes less to read. Joined they have c ≥ 2 ways and say the k words c times, so for k > 0
 * joining gains at most forkCost + c · wayCost - k · (c - 1), which is never more than nothing for k ≥ 5: what all share over five
 * words or more is never in a fork.
 */
const forkCost = 3;
const wayCost = 1;
const nothingCost = 2;

interface Node {
  fromColumn: number;
  toColumn: number;
  wayOf: Uint16Array;
  /** By way: its words. */
  words: readonly number[];
  previous: Node | undefined;
  next: Node | undefined;
  /** Changes whenever it is another segment; 0 when it is gone. */
  version: number;
}

/** Segments in order, which together are all columns; no two that all texts share stand side by side. */
export function* segmentColumns(input: SegmentInput): Generator<number, readonly Segment[]> {
  const first = atomsOf(input);
  yield 0.3;
  const joiner = new Joiner(input.columnOf.length);
  yield* joiner.joinAll(first);
  const segments: Segment[] = [];
  for (let node = first; node !== undefined; node = node.next) {
    const { fromColumn, toColumn, words } = node;
    segments.push({ fromColumn, toColumn, isFork: words.length > 1 });
  }
  return segments;
}

/**
 * Segments to begin with, as a chain: runs of columns that all texts have, and runs in which each text has at most one way: columns of the
 * same texts follow each other, and columns of texts that said nothing in the run before are a further way of it, since to join such
 * always takes less to read.
 */
function atomsOf({ columnCount, kinds, columnOf }: SegmentInput): Node | undefined {
  const { starts, texts } = textsByColumn({ columnCount, columnOf });
  const textCount = columnOf.length;
  let first: Node | undefined;
  let last: Node | undefined;
  for (let from = 0; from < columnCount; ) {
    const wayOf = new Uint16Array(textCount);
    const words: number[] = [0];
    let going = 0;
    let to = from;
    const isShared = (column: number): boolean =>
      (starts[column + 1] as number) - (starts[column] as number) === textCount;
    const word = (column: number): number => (kinds[column] === columnKind.content ? 1 : 0);
    if (isShared(from)) {
      for (; to < columnCount && isShared(to); to++) words[0] = (words[0] as number) + word(to);
    } else {
      for (; to < columnCount && !isShared(to); to++) {
        const own = texts.subarray(starts[to], starts[to + 1]);
        const before = to === from ? undefined : texts.subarray(starts[to - 1], starts[to]);
        if (before && isSame(own, before)) {
          words[words.length - 1] = (words.at(-1) as number) + word(to);
          continue;
        }
        if (own.some((text) => wayOf[text] !== 0)) break;
        for (const text of own) wayOf[text] = words.length;
        going += own.length;
        words.push(word(to));
      }
    }
    const node: Node = {
      fromColumn: from,
      toColumn: to,
      ...(words.length > 1 && going === textCount ? withoutNothing(wayOf, words) : { wayOf, words }),
      previous: last,
      next: undefined,
      version: 1,
    };
    if (last) last.next = node;
    first ??= node;
    last = node;
    from = to;
  }
  return first;
}

/** The same ways where no text says nothing. */
function withoutNothing(wayOf: Uint16Array, words: readonly number[]): Pick<Node, 'wayOf' | 'words'> {
  return { wayOf: wayOf.map((way) => way - 1), words: words.slice(1) };
}

function isSame(one: Uint32Array, other: Uint32Array): boolean {
  return one.length === other.length && one.every((text, at) => text === other[at]);
}

interface Joining {
  readonly one: Node;
  readonly other: Node;
  readonly version: number;
  readonly otherVersion: number;
}

/** Joins forks, the one that gains most first. */
class Joiner {
  readonly #textCount: number;
  readonly #heap = new GainHeap<Joining>();
  /** By pair of ways: the number of the way that they are together, where the stamp is the present one. */
  #pair = new Uint32Array(1024);
  #stamp = new Uint32Array(1024);
  #round = 0;
  #version = 1;

  constructor(textCount: number) {
    this.#textCount = textCount;
  }

  *joinAll(first: Node | undefined): Generator<number, void> {
    let forks = 0;
    for (let node = first; node !== undefined; node = node.next) {
      this.#propose(node);
      if ((++forks & 255) === 0) yield 0.4;
    }
    let done = 0;
    for (let next = this.#heap.pop(); next !== undefined; next = this.#heap.pop()) {
      const { one, other, version, otherVersion } = next;
      if (one.version !== version || other.version !== otherVersion) continue;
      this.#join(one, other);
      if ((++done & 255) === 0) yield Math.min(0.95, 0.4 + (0.55 * done) / forks);
    }
  }

  /** The fork after this one, if at most what all share stands between them. */
  #forkAfter(node: Node): Node | undefined {
    const next = node.next?.words.length === 1 ? node.next.next : node.next;
    return next !== undefined && next.words.length > 1 ? next : undefined;
  }

  #forkBefore(node: Node): Node | undefined {
    const previous = node.previous?.words.length === 1 ? node.previous.previous : node.previous;
    return previous !== undefined && previous.words.length > 1 ? previous : undefined;
  }

  #propose(one: Node): void {
    const other = one.words.length > 1 ? this.#forkAfter(one) : undefined;
    if (other === undefined) return;
    const gain = this.#gain(one, other);
    if (gain > 0) this.#heap.push(gain, { one, other, version: one.version, otherVersion: other.version });
  }

  /** How much less there is to read when both are one fork; 0 or less as soon as that is certain. */
  #gain(one: Node, other: Node): number {
    const between = one.next === other ? 0 : (one.next?.words[0] ?? 0);
    const columns = other.words.length;
    this.#clear(one.words.length * columns);
    const nothing = one.next === other ? nothingCost : 0;
    let apart = 2 * forkCost + wayCost * (one.words.length + columns) + between;
    for (const words of one.words) apart += words === 0 ? nothing : words;
    for (const words of other.words) apart += words === 0 ? nothing : words;
    let together = forkCost;
    for (let text = 0; text < this.#textCount; text++) {
      const way = one.wayOf[text] as number;
      const otherWay = other.wayOf[text] as number;
      const pair = way * columns + otherWay;
      if (this.#stamp[pair] === this.#round) continue;
      this.#stamp[pair] = this.#round;
      const words = (one.words[way] as number) + between + (other.words[otherWay] as number);
      together += wayCost + (words === 0 ? nothing : words);
      if (together >= apart) return 0;
    }
    return apart - together;
  }

  #clear(pairs: number): void {
    if (pairs > this.#stamp.length) {
      this.#pair = new Uint32Array(2 * pairs);
      this.#stamp = new Uint32Array(2 * pairs);
      this.#round = 0;
    }
    this.#round++;
  }

  #join(one: Node, other: Node): void {
    const between = one.next === other ? 0 : (one.next?.words[0] ?? 0);
    const columns = other.words.length;
    this.#clear(one.words.length * columns);
    const words: number[] = [];
    const wayOf = new Uint16Array(this.#textCount);
    for (let text = 0; text < this.#textCount; text++) {
      const way = one.wayOf[text] as number;
      const otherWay = other.wayOf[text] as number;
      const pair = way * columns + otherWay;
      if (this.#stamp[pair] !== this.#round) {
        this.#stamp[pair] = this.#round;
        this.#pair[pair] = words.length;
        words.push((one.words[way] as number) + between + (other.words[otherWay] as number));
      }
      wayOf[text] = this.#pair[pair] as number;
    }
    if (one.next && one.next !== other) one.next.version = 0;
    other.version = 0;
    one.toColumn = other.toColumn;
    one.wayOf = wayOf;
    one.words = words;
    one.version = ++this.#version;
    one.next = other.next;
    if (other.next) other.next.previous = one;
    this.#propose(one);
    const before = this.#forkBefore(one);
    if (before) this.#propose(before);
  }
}
