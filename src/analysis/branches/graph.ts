// Samples as paths through one graph of words: common openings are one path, differences fork, and join where the samples
// agree again. Knows an alignment; no texts and no picture.

import { type AlignedText, type Alignment, columnKind } from '../align/alignment.ts';

/** A run of words that the same samples say one after the other. */
export interface BranchNode {
  /** Place in `nodes`; every edge leads to a greater one. */
  readonly id: number;
  readonly fromColumn: number;
  /** The column of the last word, not the one after it. */
  readonly lastColumn: number;
  /** How many words, or whatever the alignment compares. */
  readonly wordCount: number;
  /** Where it can be read: a sample, and code units of its text. */
  readonly sample: number;
  readonly from: number;
  readonly to: number;
  /** Samples that go through it, rising. */
  readonly samples: readonly number[];
}

export interface BranchEdge {
  /** A node; `start` for the beginning of all samples. */
  readonly from: number;
  readonly to: number;
  readonly samples: readonly number[];
}

/** A place where samples go different ways. */
export interface Fork {
  /** The node before; `start` for the beginning. */
  readonly after: number;
  /** The ways, those of most samples first; `end` where samples end. */
  readonly ways: readonly { readonly node: number; readonly samples: readonly number[] }[];
}

export interface BranchGraph {
  readonly sampleCount: number;
  readonly nodes: readonly BranchNode[];
  readonly edges: readonly BranchEdge[];
  readonly forks: readonly Fork[];
  /** How many nodes are reached from more than one other. */
  readonly joinCount: number;
  /** How many different ways there are from beginning to end. */
  readonly pathCount: number;
  /** For each sample the nodes that it goes through. */
  readonly pathOf: readonly (readonly number[])[];
}

/** Instead of a node: the beginning, and the end, of samples. */
export const start = -1;
export const end = -2;

/** The graph of an alignment. With `collapses`, words between which no sample comes or goes are one node. */
export function branchesOf(alignment: Alignment, { collapses }: { readonly collapses: boolean }): BranchGraph {
  const paths = alignment.texts.map((text) => contentColumns(alignment, text));
  const nodeOf = nodesOfColumns(alignment, paths, collapses);
  const nodePaths = paths.map((columns) => withoutRepeats(columns.map((column) => nodeOf[column] as number)));
  const nodes = makeNodes(alignment, paths, nodeOf);
  const edges = makeEdges(alignment, nodePaths);
  const forks = forksOf(alignment, nodePaths, edges);
  const entries = new Map<number, number>();
  for (const { to } of edges) entries.set(to, (entries.get(to) ?? 0) + 1);
  return {
    sampleCount: alignment.sampleCount,
    nodes,
    edges,
    forks,
    joinCount: [...entries.values()].filter((count) => count > 1).length,
    pathCount: new Set(nodePaths.map((path) => path.join(' '))).size,
    pathOf: Array.from(alignment.textOf, (text) => nodePaths[text] ?? []),
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

function makeNodes(
  alignment: Alignment,
  paths: readonly (readonly number[])[],
  nodeOf: Int32Array,
): readonly BranchNode[] {
  const nodes: {
    -readonly [Key in keyof BranchNode]: BranchNode[Key] extends readonly number[] ? number[] : number;
  }[] = [];
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
        if (node) node.samples.push(...text.samples);
        else {
          nodes[id] = {
            id,
            fromColumn: column,
            lastColumn: column,
            wordCount: 1,
            sample: text.samples[0] ?? 0,
            from: text.starts[token] as number,
            to,
            samples: [...text.samples],
          };
        }
      } else if (node && node.sample === text.samples[0]) {
        node.lastColumn = column;
        node.wordCount++;
        node.to = to;
      }
      last = id;
    }
  });
  for (const { samples } of nodes) samples.sort(byNumber);
  return nodes;
}

function makeEdges({ texts }: Alignment, nodePaths: readonly (readonly number[])[]): readonly BranchEdge[] {
  const edges = new Map<string, { from: number; to: number; samples: number[] }>();
  nodePaths.forEach((path, place) => {
    const samples = texts[place]?.samples ?? [];
    path.forEach((to, at) => {
      const from = path[at - 1] ?? start;
      const edge = edges.get(`${from} ${to}`);
      if (edge) edge.samples.push(...samples);
      else edges.set(`${from} ${to}`, { from, to, samples: [...samples] });
    });
  });
  const list = [...edges.values()].sort((one, other) => one.from - other.from || one.to - other.to);
  for (const { samples } of list) samples.sort(byNumber);
  return list;
}

function forksOf(
  { texts }: Alignment,
  nodePaths: readonly (readonly number[])[],
  edges: readonly BranchEdge[],
): readonly Fork[] {
  const ways = new Map<number, { node: number; samples: readonly number[] }[]>();
  const add = (after: number, node: number, samples: readonly number[]): void => {
    const list = ways.get(after);
    if (list) list.push({ node, samples });
    else ways.set(after, [{ node, samples }]);
  };
  for (const { from, to, samples } of edges) add(from, to, samples);
  const ending = new Map<number, number[]>();
  nodePaths.forEach((path, place) => {
    const last = path.at(-1) ?? start;
    ending.set(last, [...(ending.get(last) ?? []), ...(texts[place]?.samples ?? [])]);
  });
  for (const [after, samples] of ending) add(after, end, samples.sort(byNumber));
  return [...ways]
    .filter(([, list]) => list.length > 1)
    .sort(([one], [other]) => one - other)
    .map(([after, list]) => ({
      after,
      ways: list.sort((one, other) => other.samples.length - one.samples.length || firstOf(one) - firstOf(other)),
    }));
}

function firstOf({ samples }: { readonly samples: readonly number[] }): number {
  return samples[0] ?? 0;
}

function byNumber(one: number, other: number): number {
  return one - other;
}
