// The lines between the boxes of branches, as paths: one line is one sample, and lines that leave or enter a box lie beside each other.
// Knows places and numbers of samples; no colours.

import { type BranchGraph, start } from './graph.ts';
import type { BranchLayout, Point } from './layout.ts';

/** For each edge and each of its samples a path in the notation of SVG. */
export function linesOf(graph: BranchGraph, layout: BranchLayout, lineHeight: number): readonly (readonly string[])[] {
  const { edges } = graph;
  const ends = layout.edges.map((points, at) => ({
    at,
    count: edges[at]?.samples.length ?? 0,
    next: points[1]?.y ?? 0,
    before: points.at(-2)?.y ?? 0,
  }));
  const leaving = offsets(
    ends,
    (at) => edges[at]?.from ?? start,
    ({ next }) => next,
    lineHeight,
  );
  const entering = offsets(
    ends,
    (at) => edges[at]?.to ?? start,
    ({ before }) => before,
    lineHeight,
  );
  return layout.edges.map((points, at) => {
    const { samples } = edges[at] ?? { samples: [] };
    const height = lineHeight * samples.length;
    return samples.map((_, place) => {
      const within = lineHeight * (place + 0.5);
      return pathThrough(
        points.map(({ x, y }, index) => {
          const offset = index === 0 ? leaving[at] : index === points.length - 1 ? entering[at] : -height / 2;
          return { x, y: y + (offset ?? 0) + within };
        }),
      );
    });
  });
}

interface EdgeEnd {
  readonly at: number;
  readonly count: number;
  readonly next: number;
  readonly before: number;
}

/** By edge: where its lines begin at a box, from the middle of that; edges of one box are sorted by where they come from or go to. */
function offsets(
  ends: readonly EdgeEnd[],
  boxOf: (edge: number) => number,
  keyOf: (end: EdgeEnd) => number,
  lineHeight: number,
): readonly number[] {
  const byBox = new Map<number, EdgeEnd[]>();
  for (const end of ends) {
    const list = byBox.get(boxOf(end.at));
    if (list) list.push(end);
    else byBox.set(boxOf(end.at), [end]);
  }
  const found: number[] = [];
  for (const list of byBox.values()) {
    let offset = (-lineHeight * list.reduce((sum, { count }) => sum + count, 0)) / 2;
    for (const { at, count } of list.sort((one, other) => keyOf(one) - keyOf(other))) {
      found[at] = offset;
      offset += lineHeight * count;
    }
  }
  return found;
}

function pathThrough(points: readonly Point[]): string {
  return points
    .map(({ x, y }, at) => {
      const before = points[at - 1];
      if (before === undefined) return `M${round(x)} ${round(y)}`;
      if (before.y === y) return `H${round(x)}`;
      const middle = round((before.x + x) / 2);
      return `C${middle} ${round(before.y)} ${middle} ${round(y)} ${round(x)} ${round(y)}`;
    })
    .join('');
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
