// The two pieces of work behind the picture of branches: which ways the texts take, and where their boxes stand. Knows sizes that the
// caller measured; no screen.

import { align } from '../align/align.ts';
import type { Granularity } from '../align/tokens.ts';
import type { StepHooks } from '../steps.ts';
import { type BranchGraph, branchesOf } from './graph.ts';
import { type BranchLayout, layoutBranches, type NodeSize } from './layout.ts';

export interface Branches {
  readonly graph: BranchGraph;
  /** What a node counts: words, unless the texts have too little in common for the work that is allowed. */
  readonly granularity: Granularity;
  /** True when parts were left uncompared: paths that are one in the picture are equal, but more could be. */
  readonly isApproximate: boolean;
}

/** Texts that differ, and for each how many samples say it. */
export interface CountedTexts {
  readonly texts: readonly string[];
  readonly counts: readonly number[];
}

/** The ways that texts take, runs without branches in one node. What more samples say weighs more in the alignment. */
export function findBranches({ texts, counts }: CountedTexts, hooks: StepHooks = {}): Branches {
  const textOf = texts.flatMap((_, text) => Array.from({ length: counts[text] ?? 1 }, () => text));
  const said = textOf.map((text) => texts[text] ?? '');
  const alignment = align(said, { granularity: 'word' }, hooks);
  const once = alignment.texts.map((text) => ({
    ...text,
    samples: text.samples.slice(0, 1).map((at) => textOf[at] ?? 0),
  }));
  return {
    graph: branchesOf({ ...alignment, texts: once }, { collapses: true, counts }),
    granularity: alignment.granularityUsed,
    isApproximate: alignment.isApproximate,
  };
}

/** A box as it is drawn, and how much room it needs. */
export type SizedLabel<Label> = Label & NodeSize;

export interface PictureInput<Label> {
  readonly graph: BranchGraph;
  /** By node. */
  readonly labels: readonly SizedLabel<Label>[];
  readonly gapX: number;
  readonly gapY: number;
  /** By text. */
  readonly bandHeights: readonly number[];
}

/** Labels and places that belong together: while newer ones are worked out, the ones before stay whole. */
export interface Picture<Label> extends PictureInput<Label> {
  readonly layout: BranchLayout;
}

/** Places the boxes; they come back with it, so that a picture is never half of one and half of another. */
export function placeBranches<Label>(input: PictureInput<Label>): Picture<Label> {
  const { labels, gapX, gapY, bandHeights } = input;
  const sizeOf = (node: number): NodeSize => labels[node] ?? { width: 0, height: 0 };
  return { ...input, layout: layoutBranches(input.graph, { sizeOf, gapX, gapY, bandHeights }) };
}
