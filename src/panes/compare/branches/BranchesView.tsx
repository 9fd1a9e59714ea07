// The picture of branches with its toolbar and its table: what is hovered and pinned in one of them shows in all. Knows no work.

import { useCallback, useMemo, useState } from 'react';
import type { NodeLines } from '../../../analysis/branches/nodeLines.ts';
import type { Picture } from '../../../analysis/branches/picture.ts';
import { generationName } from '../../../analysis/equalAnswers.ts';
import type { GenerationRow } from '../../../response/rows.ts';
import { generationAt } from '../../../state/selection.ts';
import { activeDocument, useStore } from '../../../state/store.ts';
import { BranchCanvas } from './BranchCanvas.tsx';
import { BranchesToolbar } from './BranchesToolbar.tsx';
import styles from './BranchesView.module.css';
import { ForkTable } from './ForkTable.tsx';
import { zoomStep } from './zoom.ts';

/** A picture and what it is of; a sample is a place in `rows` and `texts`. */
export interface ShownBranches {
  readonly picture: Picture<NodeLines>;
  readonly rows: readonly GenerationRow[];
  readonly texts: readonly string[];
  /** What is not in the picture, or not exact in it. */
  readonly notes: readonly string[];
}

export interface BranchesViewProps {
  readonly shown: ShownBranches;
  readonly isNarrow: boolean;
  readonly areRunsCollapsed: boolean;
  onCollapse(isCollapsed: boolean): void;
  onToggleRun(node: number): void;
}

/** Where all of the picture would be smaller than this, it begins at its full size and is scrolled. */
const leastReadable = 0.75;
const nobody: ReadonlySet<number> = new Set();

export function BranchesView({ shown, isNarrow, areRunsCollapsed, onCollapse, onToggleRun }: BranchesViewProps) {
  const { picture, rows, texts, notes } = shown;
  // Positions in the document, so that they stay pinned when the choice changes.
  const [pinned, setPinned] = useState(nobody);
  const [lit, setLit] = useState<readonly number[]>();
  const [zoom, setZoom] = useState<number | 'fit'>();
  const [fitted, setFitted] = useState(1);
  const hovered = useStore((state) => {
    const document = activeDocument(state);
    return document && state.hovered !== undefined ? generationAt(document, state.hovered) : undefined;
  });

  const names = useMemo(() => rows.map((row) => generationName(row.label)), [rows]);
  const pinnedRows = useMemo(() => rows.filter((row) => pinned.has(row.position)), [rows, pinned]);
  const pinnedSamples = useMemo(() => rows.flatMap((row, at) => (pinned.has(row.position) ? at : [])), [rows, pinned]);
  const hoveredSamples = useMemo(() => {
    const at = rows.findIndex((row) => row.position === hovered);
    return at < 0 ? undefined : [at];
  }, [rows, hovered]);
  const scale = zoom === 'fit' ? fitted : (zoom ?? (fitted < leastReadable ? 1 : fitted));

  const onPin = useCallback(
    (samples: readonly number[], isAdding: boolean): void => {
      const positions = samples.flatMap((at) => rows[at]?.position ?? []);
      setPinned((now) => {
        const areAllPinned = positions.every((one) => now.has(one));
        if (isAdding) {
          return new Set(areAllPinned ? [...now].filter((one) => !positions.includes(one)) : [...now, ...positions]);
        }
        return areAllPinned && now.size === positions.length ? nobody : new Set(positions);
      });
    },
    [rows],
  );
  const onLight = useCallback(
    (samples: readonly number[] | undefined): void => {
      setLit(samples);
      const only = samples?.length === 1 ? samples[0] : undefined;
      useStore.getState().hover(only === undefined ? undefined : rows[only]?.pointer);
    },
    [rows],
  );
  const both = { names, lit: lit ?? hoveredSamples, pinned: pinnedSamples, onLight, onPin };
  return (
    <div className={styles.view}>
      <BranchesToolbar
        isNarrow={isNarrow}
        areRunsCollapsed={areRunsCollapsed}
        onCollapse={onCollapse}
        pinned={pinnedRows}
        onUnpin={(position) => setPinned((now) => new Set([...now].filter((one) => one !== position)))}
        onClear={() => setPinned(nobody)}
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
      <ForkTable {...both} graph={picture.graph} texts={texts} notes={notes} />
    </div>
  );
}
