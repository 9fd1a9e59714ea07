// The bands between the boxes of branches: one is one text, as thick as many say it, and bands that leave or enter a box lie beside each
// other. Knows places and numbers of texts; no colours.

import { heightOfBands } from './bands.ts';
import { type BranchGraph, start } from './graph.ts';
import type { BranchLayout, Point } from './layout.ts';

export interface Band {
  /** The way of its middle. */
  readonly points: readonly Point[];
  /** With the distance to the next. */
  readonly height: number;
}

/** For each edge and each of its texts the band. */
export function bandsOf(
  { edges }: BranchGraph,
  layout: BranchLayout,
  heights: readonly number[],
): readonly (readonly Band[])[] {
  const ends = layout.edges.map((points, at) => ({
    at,
    height: heightOfBands(heights, edges[at]?.texts ?? []),
    next: points[1]?.y ?? 0,
    before: points.at(-2)?.y ?? 0,
  }));
  const leaving = offsets(
    ends,
    (at) => edges[at]?.from ?? start,
    ({ next }) => next,
  );
  const entering = offsets(
    ends,
    (at) => edges[at]?.to ?? start,
    ({ before }) => before,
  );
  return layout.edges.map((points, at) => {
    const texts = edges[at]?.texts ?? [];
    const whole = ends[at]?.height ?? 0;
    let above = 0;
    return texts.map((text) => {
      const height = heights[text] ?? 0;
      const within = above + height / 2;
      above += height;
      return {
        height,
        points: points.map(({ x, y }, index) => {
          const offset = index === 0 ? leaving[at] : index === points.length - 1 ? entering[at] : -whole / 2;
          return { x, y: y + (offset ?? 0) + within };
        }),
      };
    });
  });
}

interface EdgeEnd {
  readonly at: number;
  readonly height: number;
  readonly next: number;
  readonly before: number;
}

/** By edge: where its bands begin at a box, from the middle of that; edges of one box are sorted by where they come from or go to. */
function offsets(
  ends: readonly EdgeEnd[],
  boxOf: (edge: number) => number,
  keyOf: (end: EdgeEnd) => number,
): readonly number[] {
  const byBox = new Map<number, EdgeEnd[]>();
  for (const end of ends) {
    const list = byBox.get(boxOf(end.at));
    if (list) list.push(end);
    else byBox.set(boxOf(end.at), [end]);
  }
  const found: number[] = [];
  for (const list of byBox.values()) {
    let offset = -list.reduce((sum, { height }) => sum + height, 0) / 2;
    for (const { at, height } of list.sort((one, other) => keyOf(one) - keyOf(other))) {
      found[at] = offset;
      offset += height;
    }
  }
  return found;
}

/**
 * The outline of a band as a path of SVG, its upper edge there and its lower edge back, so that a thick one stays as thick at its ends. `gap` is
 * left free of its height.
 */
export function outlineOf({ points, height }: Band, gap: number): string {
  const half = (height - gap) / 2;
  const upper = points.map(({ x, y }) => ({ x, y: y - half }));
  const lower = points.map(({ x, y }) => ({ x, y: y + half })).reverse();
  return `M${pathThrough(upper)}L${pathThrough(lower)}Z`;
}

function pathThrough(points: readonly Point[]): string {
  return points
    .map(({ x, y }, at) => {
      const before = points[at - 1];
      if (before === undefined) return `${round(x)} ${round(y)}`;
      if (before.y === y) return `H${round(x)}`;
      const middle = round((before.x + x) / 2);
      return `C${middle} ${round(before.y)} ${middle} ${round(y)} ${round(x)} ${round(y)}`;
    })
    .join('');
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
