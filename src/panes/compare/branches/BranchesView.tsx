// The picture of branches with its toolbar and its table: what is hovered and pinned in one of them shows in all. Knows no work.

import { useCallback, useMemo, useState } from 'react';
import type { NodeLines } from '../../../analysis/branches/nodeLines.ts';
import type { Picture } from '../../../analysis/branches/picture.ts';
import { generationAt } from '../../../state/selection.ts';
import { activeDocument, useStore } from '../../../state/store.ts';
import { useMarkdown } from '../useMarkdown.ts';
import { BranchCanvas } from './BranchCanvas.tsx';
import { BranchesToolbar, type BranchesToolbarProps } from './BranchesToolbar.tsx';
import styles from './BranchesView.module.css';
import type { DrawnTexts } from './drawnTexts.ts';
import { ForkTable } from './ForkTable.tsx';
import { forksMarkdown } from './forksMarkdown.ts';
import { zoomStep } from './zoom.ts';

/** A picture and what it is of. */
export interface ShownBranches {
  readonly picture: Picture<NodeLines>;
  readonly drawn: DrawnTexts;
  /** What is not in the picture, or not exact in it. */
  readonly notes: readonly string[];
}

export interface BranchesViewProps {
  readonly shown: ShownBranches;
  readonly isNarrow: boolean;
  readonly areRunsCollapsed: boolean;
  readonly thickness: BranchesToolbarProps['thickness'];
  onCollapse(isCollapsed: boolean): void;
  onToggleRun(node: number): void;
}

/** Where all of the picture would be smaller than this, it begins at its full size and is scrolled. */
const leastReadable = 0.75;
const none: ReadonlySet<string> = new Set();

export function BranchesView({
  shown,
  isNarrow,
  areRunsCollapsed,
  thickness,
  onCollapse,
  onToggleRun,
}: BranchesViewProps) {
  const { picture, drawn, notes } = shown;
  const { texts, saidBy } = drawn;
  useMarkdown('branches', drawn.rows, () => forksMarkdown(picture.graph, drawn, notes));
  // The texts themselves, so that they stay pinned when the choice changes.
  const [pinned, setPinned] = useState(none);
  const [lit, setLit] = useState<ReadonlySet<number>>();
  const [zoom, setZoom] = useState<number | 'fit'>();
  const [fitted, setFitted] = useState(1);
  const hovered = useStore((state) => {
    const document = activeDocument(state);
    return document && state.hovered !== undefined ? generationAt(document, state.hovered) : undefined;
  });

  const pinnedTexts = useMemo(
    () => new Set([...texts.keys()].filter((text) => pinned.has(texts[text] ?? ''))),
    [texts, pinned],
  );
  const hoveredTexts = useMemo(() => {
    if (hovered === undefined) return undefined;
    const text = saidBy.findIndex((rows) => hovered !== undefined && rows.positions.includes(hovered));
    return text < 0 ? undefined : new Set([text]);
  }, [saidBy, hovered]);
  const scale = zoom === 'fit' ? fitted : (zoom ?? (fitted < leastReadable ? 1 : fitted));

  const onPin = useCallback(
    (numbers: readonly number[], isAdding: boolean): void => {
      const wanted = numbers.map((text) => texts[text] ?? '');
      setPinned((now) => {
        const areAllPinned = wanted.every((text) => now.has(text));
        if (isAdding) return areAllPinned ? without(now, wanted) : new Set([...now, ...wanted]);
        return areAllPinned && now.size === wanted.length ? none : new Set(wanted);
      });
    },
    [texts],
  );
  const onLight = useCallback(
    (numbers: readonly number[] | undefined): void => {
      setLit(numbers && new Set(numbers));
      const who = numbers?.length === 1 ? saidBy[numbers[0] ?? 0] : undefined;
      useStore.getState().hover(who?.length === 1 ? who.at(0)?.pointer : undefined);
    },
    [saidBy],
  );
  const both = { drawn, lit: lit ?? hoveredTexts, pinned: pinnedTexts, onLight, onPin };
  return (
    <div className={styles.view}>
      <BranchesToolbar
        isNarrow={isNarrow}
        areRunsCollapsed={areRunsCollapsed}
        thickness={thickness}
        onCollapse={onCollapse}
        saidBy={saidBy}
        pinned={pinnedTexts}
        onUnpin={(text) => setPinned((now) => without(now, [texts[text] ?? '']))}
        onClear={() => setPinned(none)}
        scale={scale}
        onZoom={(direction) => setZoom(zoomStep(scale, direction))}
        onFit={() => setZoom('fit')}
      />
      <BranchCanvas
        {...both}
        picture={picture}
        areRunsCollapsed={areRunsCollapsed}
        scale={scale}
        onFitted={setFitted}
        onZoom={setZoom}
        onToggleRun={onToggleRun}
      />
      <ForkTable {...both} graph={picture.graph} notes={notes} />
    </div>
  );
}

function without(all: ReadonlySet<string>, some: readonly string[]): ReadonlySet<string> {
  const rest = new Set(all);
  for (const one of some) rest.delete(one);
  return rest;
}
