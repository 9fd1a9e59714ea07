// Where the arrow keys lead from box to box. Knows the graph and the places; no keys and no focus.

import { type BranchEdge, type BranchGraph, start } from './graph.ts';
import type { BranchLayout, PlacedNode } from './layout.ts';

export type Direction = 'left' | 'right' | 'up' | 'down';

/**
 * The box that lies there: to the sides along the line of most samples, with texts of `preferred` first; up and down the nearest one of
 * those that stand one above the other. Undefined where nothing lies.
 */
export function nodeBeside(
  { graph, layout }: { readonly graph: BranchGraph; readonly layout: BranchLayout },
  node: number,
  direction: Direction,
  preferred: ReadonlySet<number> = new Set(),
): number | undefined {
  switch (direction) {
    case 'left':
    case 'right':
      return along(graph, node, direction === 'right', preferred);
    case 'up':
    case 'down':
      return above(layout.nodes, node, direction === 'up');
  }
}

function along(graph: BranchGraph, node: number, isOn: boolean, preferred: ReadonlySet<number>): number | undefined {
  const weigh = ({ texts, sampleCount }: BranchEdge): number =>
    sampleCount + (texts.some((text) => preferred.has(text)) ? graph.sampleCount : 0);
  const best = graph.edges
    .filter((edge) => (isOn ? edge.from === node : edge.to === node && edge.from !== start))
    .reduce<BranchEdge | undefined>(
      (most, edge) => (most === undefined || weigh(edge) > weigh(most) ? edge : most),
      undefined,
    );
  return best && (isOn ? best.to : best.from);
}

function above(nodes: readonly PlacedNode[], node: number, isUp: boolean): number | undefined {
  const from = nodes[node];
  if (from === undefined) return undefined;
  let nearest: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  nodes.forEach((other, id) => {
    const isBeside = other.x >= from.x + from.width || from.x >= other.x + other.width;
    const distance = isUp ? from.y - other.y : other.y - from.y;
    if (id === node || isBeside || distance <= 0 || distance >= least) return;
    least = distance;
    nearest = id;
  });
  return nearest;
}
