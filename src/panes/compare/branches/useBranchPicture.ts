// The boxes of the graph measured on the page and placed by the worker. Knows the type of the boxes; nothing of what is pinned.

import { useMemo } from 'react';
import { bandHeights, heightOfBands } from '../../../analysis/branches/bands.ts';
import type { BranchNode } from '../../../analysis/branches/graph.ts';
import { type NodeLines, nodeLines } from '../../../analysis/branches/nodeLines.ts';
import type { Branches, Picture, SizedLabel } from '../../../analysis/branches/picture.ts';
import { type TaskState, useTask } from '../../../state/task.ts';

/** Pixels at 100 %, as in the style sheet of the boxes. */
const lineOfText = 16;
const padX = 6;
const padY = 4;
const mostWidth = 108;
/** A run that a person opened may be wider, or it would be a tower. */
const mostWidthOpen = 240;
const gapX = 36;
const gapY = 20;

/** The placed picture; undefined without branches. `open` says which long runs show all their words, `weights` by text how thick its band is, the number of
 * its samples where absent. */
export function useBranchPicture(
  branches: Branches | undefined,
  texts: readonly string[],
  open: ReadonlySet<number> | 'all' | undefined,
  weights: readonly number[] | undefined,
): TaskState<Picture<NodeLines>> {
  const input = useMemo(() => {
    if (branches === undefined) return undefined;
    const { graph } = branches;
    const heights = bandHeights(weights ?? graph.counts);
    const labels = graph.nodes.map((node) =>
      labelOf(node, texts, open === 'all' || open?.has(node.id) === true, heights),
    );
    return { graph, labels, gapX, gapY, bandHeights: heights };
  }, [branches, texts, open, weights]);
  return useTask('branchPicture', input);
}

function labelOf(
  { text: place, from, to, texts: through }: BranchNode,
  texts: readonly string[],
  isOpen: boolean,
  heights: readonly number[],
): SizedLabel<NodeLines> {
  const text = (texts[place] ?? '').slice(from, to);
  const closed = nodeLines(text, { widthOf, mostWidth, isOpen: false });
  const lines =
    isOpen && closed.isLong
      ? { ...nodeLines(text, { widthOf, mostWidth: mostWidthOpen, isOpen }), isLong: true }
      : closed;
  const count = lines.head.length + (lines.hidden === undefined ? 0 : 1) + lines.tail.length;
  return {
    ...lines,
    width: Math.ceil(lines.width) + 2 * padX + 3,
    height: Math.max(count * lineOfText + 2 * padY, heightOfBands(heights, through) + 6),
  };
}

const widths = new Map<string, number>();
let pen: CanvasRenderingContext2D | null | undefined;

/** Pixels of a text in the type of the boxes. */
function widthOf(text: string): number {
  const known = widths.get(text);
  if (known !== undefined) return known;
  if (pen === undefined) {
    pen = document.createElement('canvas').getContext('2d');
    if (pen) pen.font = `12px ${getComputedStyle(document.documentElement).getPropertyValue('--font-ui')}`;
  }
  // Where a browser gives out no canvas the boxes are a little too wide.
  const width = pen?.measureText(text).width ?? text.length * 8;
  if (widths.size > 20_000) widths.clear();
  widths.set(text, width);
  return width;
}
