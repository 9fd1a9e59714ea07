// The picture: lines from left to right between boxes of words. Scrolls, zooms and is walked by arrow keys; each box is a button.
// Knows texts by their number; not what they are.

import { type KeyboardEvent, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { start } from '../../../analysis/branches/graph.ts';
import { bandsOf } from '../../../analysis/branches/lines.ts';
import { type Direction, nodeBeside } from '../../../analysis/branches/moves.ts';
import type { NodeLines } from '../../../analysis/branches/nodeLines.ts';
import type { Picture } from '../../../analysis/branches/picture.ts';
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx';
import { plural } from '../../../words/numbers.ts';
import styles from './BranchCanvas.module.css';
import { BranchLines } from './BranchLines.tsx';
import { BranchNodeBox } from './BranchNodeBox.tsx';
import type { DrawnTexts } from './drawnTexts.ts';
import { usePanZoom } from './usePanZoom.ts';
import { zoomStep } from './zoom.ts';

export interface BranchCanvasProps {
  readonly picture: Picture<NodeLines>;
  readonly drawn: DrawnTexts;
  /** What the mouse or the focus is on; without it the pinned texts are lit. */
  readonly lit: ReadonlySet<number> | undefined;
  readonly pinned: ReadonlySet<number>;
  readonly areRunsCollapsed: boolean;
  readonly scale: number;
  onFitted(scale: number): void;
  onZoom(zoom: number | 'fit'): void;
  onLight(texts: readonly number[] | undefined): void;
  onPin(texts: readonly number[], isAdding: boolean): void;
  onToggleRun(node: number): void;
}

/** Around the picture: room for the bar at the beginning and for numbers over boxes. */
const margin = { left: 20, right: 16, top: 26, bottom: 16 };
const panPixels = 80;
const directions: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

export function BranchCanvas(props: BranchCanvasProps) {
  const { picture, drawn, lit, pinned, areRunsCollapsed, scale, onFitted, onZoom, onLight, onPin, onToggleRun } = props;
  const { graph, layout, labels, bandHeights } = picture;
  const hintId = useId();
  const area = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const bands = useMemo(() => bandsOf(graph, layout, bandHeights), [graph, layout, bandHeights]);
  const endCounts = useMemo(() => {
    const counts = new Map<number, number>();
    graph.pathOf.forEach((path, text) => {
      const last = path.at(-1) ?? start;
      counts.set(last, (counts.get(last) ?? 0) + (graph.counts[text] ?? 0));
    });
    return counts;
  }, [graph]);
  const width = layout.width + margin.left + margin.right;
  const height = layout.height + margin.top + margin.bottom;
  const stop = Math.min(active, graph.nodes.length - 1);
  const handlers = usePanZoom({ area, width, height, scale, onZoom, onFitted });

  // biome-ignore lint/correctness/useExhaustiveDependencies: another graph begins where its texts begin; the same one stays where it is
  useLayoutEffect(() => {
    const element = area.current;
    if (element === null) return;
    element.scrollLeft = 0;
    element.scrollTop = scale * (layout.start.y + margin.top) - element.clientHeight / 2;
  }, [graph]);

  const focusNode = (node: number): void => {
    const button = area.current?.querySelector<HTMLElement>(`button[data-node="${node}"]`);
    button?.focus({ preventScroll: true });
    button?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };
  const walk = (direction: Direction, isPanning: boolean): void => {
    if (isPanning) {
      const by = direction === 'left' || direction === 'up' ? -panPixels : panPixels;
      const isSideways = direction === 'left' || direction === 'right';
      area.current?.scrollBy(isSideways ? { left: by } : { top: by });
      return;
    }
    const next = nodeBeside(picture, stop, direction, pinned);
    if (next !== undefined) focusNode(next);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const direction = directions[event.key];
    if (direction !== undefined) walk(direction, event.shiftKey);
    else if (event.key === '+' || event.key === '=') onZoom(zoomStep(scale, 1));
    else if (event.key === '-') onZoom(zoomStep(scale, -1));
    else if (event.key === '0') onZoom('fit');
    else if (event.key === 'Home') focusNode(0);
    else if (event.key === 'End') focusNode(graph.nodes.length - 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const shown = lit ?? pinned;
  return (
    <div
      ref={area}
      role="group"
      aria-label={`Word graph of ${plural(graph.sampleCount, 'sample')}`}
      aria-describedby={hintId}
      className={styles.area}
      onKeyDown={onKeyDown}
      {...handlers}
    >
      <VisuallyHidden>
        <span id={hintId}>
          Arrow keys walk from box to box, with Shift they move the picture. Space pins the samples of a box, Enter
          opens a long one. Plus, minus and 0 zoom. The table of forks below says the same.
        </span>
      </VisuallyHidden>
      <div className={styles.room} style={{ width: width * scale, height: height * scale }}>
        <div className={styles.picture} style={{ width, height, transform: `scale(${scale})` }}>
          <div className={styles.shift} style={{ left: margin.left, top: margin.top }}>
            <BranchLines graph={graph} layout={layout} bands={bands} bandHeights={bandHeights} lit={shown} />
            {graph.nodes.map((node) => {
              const [label, place] = [labels[node.id], layout.nodes[node.id]];
              return label === undefined || place === undefined ? null : (
                <BranchNodeBox
                  key={node.id}
                  node={node}
                  label={label}
                  place={place}
                  graph={graph}
                  drawn={drawn}
                  endCount={endCounts.get(node.id) ?? 0}
                  isLit={node.texts.some((text) => shown.has(text))}
                  isPinned={node.texts.every((text) => pinned.has(text))}
                  isStop={node.id === stop}
                  canToggle={label.isLong && areRunsCollapsed}
                  onStop={setActive}
                  onLight={onLight}
                  onPin={onPin}
                  onToggleRun={onToggleRun}
                />
              );
            })}
          </div>
        </div>
      </div>
    </div>
  );
}
