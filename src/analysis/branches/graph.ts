// Texts as paths through one graph of words: common openings are one path, differences fork, and join where the texts agree again. A text
// weighs as many samples as say it. Knows an alignment; not the texts themselves and no picture.

import { type AlignedText, type Alignment, columnKind } from '../align/alignment.ts';

/** A run of words that the same texts have one after the other. */
export interface BranchNode {
  /** Place in `nodes`; every edge leads to a greater one. */
  readonly id: number;
  readonly fromColumn: number;
  /** The column of the last word, not the one after it. */
  readonly lastColumn: number;
  /** How many words, or whatever the alignment compares. */
  readonly wordCount: number;
  /** Where it can be read: a text, and code units of it. */
  readonly text: number;
  readonly from: number;
  readonly to: number;
  /** Texts that go through it, rising. */
  readonly texts: readonly number[];
  /** How many samples say them. */
  readonly sampleCount: number;
}

export interface BranchEdge {
  /** A node; `start` for the beginning of all texts. */
  readonly from: number;
  readonly to: number;
  readonly texts: readonly number[];
  readonly sampleCount: number;
}

/** A way on from a fork: a node, or `end` where texts end. */
export interface Way {
  readonly node: number;
  readonly texts: readonly number[];
  readonly sampleCount: number;
}

/** A place where texts go different ways. */
export interface Fork {
  /** The node before; `start` for the beginning. */
  readonly after: number;
  /** Those of most samples first. */
  readonly ways: readonly Way[];
}

export interface BranchGraph {
  /** Of all texts together. */
  readonly sampleCount: number;
  /** By text: how many samples say it. */
  readonly counts: readonly number[];
  readonly nodes: readonly BranchNode[];
  readonly edges: readonly BranchEdge[];
  readonly forks: readonly Fork[];
  /** How many nodes are reached from more than one other. */
  readonly joinCount: number;
  /** How many different ways there are from beginning to end. */
  readonly pathCount: number;
  /** By text: the nodes that it goes through. */
  readonly pathOf: readonly (readonly number[])[];
}

/** Instead of a node: the beginning, and the end, of texts. */
export const start = -1;
export const end = -2;

export interface BranchOptions {
  /** Words between which no text comes or goes are one node. */
  readonly collapses: boolean;
  /** By text that was aligned: how many samples say it; absent for one each. */
  readonly counts?: readonly number[];
}

/** The graph of an alignment. A text is what the alignment calls a sample: a place in the texts that it was given. */
export function branchesOf(alignment: Alignment, { collapses, counts: given }: BranchOptions): BranchGraph {
  const counts = given ?? Array.from(alignment.textOf, () => 1);
  const paths = alignment.texts.map((text) => contentColumns(alignment, text));
  const nodeOf = nodesOfColumns(alignment, paths, collapses);
  const nodePaths = paths.map((columns) => withoutRepeats(columns.map((column) => nodeOf[column] as number)));
  const sampleCountOf = (texts: readonly number[]): number => texts.reduce((sum, text) => sum + (counts[text] ?? 0), 0);
  const counted = <Item extends { readonly texts: number[] }>(item: Item): Item & { readonly sampleCount: number } => {
    item.texts.sort(byNumber);
    return { ...item, sampleCount: sampleCountOf(item.texts) };
  };
  const nodes = makeNodes(alignment, paths, nodeOf).map(counted);
  const edges = makeEdges(alignment, nodePaths).map(counted);
  const forks = forksOf([...edges, ...makeEnds(alignment, nodePaths).map(counted)]);
  const pathOf: (readonly number[])[] = [];
  alignment.texts.forEach(({ samples }, place) => {
    for (const text of samples) pathOf[text] = nodePaths[place] ?? [];
  });
  const entries = new Map<number, number>();
  for (const { to } of edges) entries.set(to, (entries.get(to) ?? 0) + 1);
  return {
    sampleCount: sampleCountOf([...counts.keys()]),
    counts,
    nodes,
    edges,
    forks,
    joinCount: [...entries.values()].filter((count) => count > 1).length,
    pathCount: new Set(nodePaths.map((path) => path.join(' '))).size,
    pathOf,
  };
}

function contentColumns({ kinds }: Alignment, { columnOf }: AlignedText): readonly number[] {
  return Array.from(columnOf).filter((column) => kinds[column] === columnKind.content);
}

function withoutRepeats(path: readonly number[]): readonly number[] {
  return path.filter((node, at) => node !== path[at - 1]);
}

/** The node of each column, numbered by first column; -1 for columns without words. */
function nodesOfColumns({ columnCount, kinds }: Alignment, paths: readonly (readonly number[])[], collapses: boolean) {
  // The only column before and after each; `several` where there are more.
  const several = -3;
  const before = new Int32Array(columnCount).fill(end);
  const after = new Int32Array(columnCount).fill(start);
  const note = (list: Int32Array, column: number, neighbour: number, unset: number): void => {
    if (list[column] === unset) list[column] = neighbour;
    else if (list[column] !== neighbour) list[column] = several;
  };
  for (const columns of paths) {
    columns.forEach((column, at) => {
      note(before, column, columns[at - 1] ?? start, end);
      note(after, column, columns[at + 1] ?? end, start);
    });
  }
  const nodeOf = new Int32Array(columnCount).fill(-1);
  let count = 0;
  for (let column = 0; column < columnCount; column++) {
    if (kinds[column] !== columnKind.content) continue;
    const previous = before[column] as number;
    const isContinued = collapses && previous >= 0 && after[previous] === column;
    nodeOf[column] = isContinued ? (nodeOf[previous] as number) : count++;
  }
  return nodeOf;
}

/** A node, an edge or an end before its samples are counted. */
type Uncounted<Item> = {
  -readonly [Key in Exclude<keyof Item, 'sampleCount'>]: Item[Key] extends readonly number[] ? number[] : number;
};

function makeNodes(
  alignment: Alignment,
  paths: readonly (readonly number[])[],
  nodeOf: Int32Array,
): readonly Uncounted<BranchNode>[] {
  const nodes: Uncounted<BranchNode>[] = [];
  paths.forEach((columns, place) => {
    const text = alignment.texts[place];
    if (text === undefined) return;
    let token = 0;
    let last = -1;
    for (const column of columns) {
      while (text.columnOf[token] !== column) token++;
      const id = nodeOf[column] as number;
      const to = text.starts[token + 1] as number;
      const node = nodes[id];
      if (id !== last) {
        if (node) node.texts.push(...text.samples);
        else {
          nodes[id] = {
            id,
            fromColumn: column,
            lastColumn: column,
            wordCount: 1,
            text: text.samples[0] ?? 0,
            from: text.starts[token] as number,
            to,
            texts: [...text.samples],
          };
        }
      } else if (node && node.text === text.samples[0]) {
        node.lastColumn = column;
        node.wordCount++;
        node.to = to;
      }
      last = id;
    }
  });
  return nodes;
}

function makeEdges({ texts }: Alignment, nodePaths: readonly (readonly number[])[]): readonly Uncounted<BranchEdge>[] {
  const edges = new Map<string, Uncounted<BranchEdge>>();
  nodePaths.forEach((path, place) => {
    const own = texts[place]?.samples ?? [];
    path.forEach((to, at) => {
      const from = path[at - 1] ?? start;
      const edge = edges.get(`${from} ${to}`);
      if (edge) edge.texts.push(...own);
      else edges.set(`${from} ${to}`, { from, to, texts: [...own] });
    });
  });
  return [...edges.values()].sort((one, other) => one.from - other.from || one.to - other.to);
}

/** Where texts end, as edges to `end`. */
function makeEnds({ texts }: Alignment, nodePaths: readonly (readonly number[])[]): readonly Uncounted<BranchEdge>[] {
  const ends = new Map<number, number[]>();
  nodePaths.forEach((path, place) => {
    const last = path.at(-1) ?? start;
    ends.set(last, [...(ends.get(last) ?? []), ...(texts[place]?.samples ?? [])]);
  });
  return [...ends].map(([from, own]) => ({ from, to: end, texts: own }));
}

function forksOf(edges: readonly BranchEdge[]): readonly Fork[] {
  const ways = new Map<number, Way[]>();
  for (const { from, to, texts, sampleCount } of edges) {
    const way = { node: to, texts, sampleCount };
    const list = ways.get(from);
    if (list) list.push(way);
    else ways.set(from, [way]);
  }
  return [...ways]
    .filter(([, list]) => list.length > 1)
    .sort(([one], [other]) => one - other)
    .map(([after, list]) => ({
      after,
      ways: list.sort((one, other) => other.sampleCount - one.sampleCount || firstOf(one) - firstOf(other)),
    }));
}

function firstOf({ texts }: Way): number {
  return texts[0] ?? 0;
}

function byNumber(one: number, other: number): number {
  return one - other;
}
