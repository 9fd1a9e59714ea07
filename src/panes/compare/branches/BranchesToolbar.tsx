// The line over the picture: runs, pinned samples, zoom. Knows no graph.

import { generationName } from '../../../analysis/equalAnswers.ts';
import type { GenerationRow } from '../../../response/rows.ts';
import { useStore } from '../../../state/store.ts';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import styles from './BranchesToolbar.module.css';
import { leastZoom, mostZoom } from './zoom.ts';

export interface BranchesToolbarProps {
  readonly isNarrow: boolean;
  readonly areRunsCollapsed: boolean;
  onCollapse(isCollapsed: boolean): void;
  readonly pinned: readonly GenerationRow[];
  onUnpin(position: number): void;
  onClear(): void;
  readonly scale: number;
  onZoom(direction: 1 | -1): void;
  onFit(): void;
}

export function BranchesToolbar(props: BranchesToolbarProps) {
  const { isNarrow, areRunsCollapsed, onCollapse, pinned, onUnpin, onClear, scale, onZoom, onFit } = props;
  return (
    <div className={styles.toolbar}>
      <Checkbox isChecked={areRunsCollapsed} onChange={onCollapse}>
        {isNarrow ? 'Collapse runs' : 'Collapse unbranched runs'}
      </Checkbox>
      {pinned.length === 0 ? null : (
        <div className={styles.pinned} role="group" aria-label="Pinned samples">
          <span aria-hidden="true">Pinned</span>
          {pinned.map((row) => {
            const name = generationName(row.label);
            return (
              <Tag
                key={row.position}
                tone="accent"
                onRemove={() => onUnpin(row.position)}
                removeLabel={`Unpin ${name}`}
              >
                <button
                  type="button"
                  aria-label={`Select ${name}`}
                  onClick={() => useStore.getState().select(row.pointer, 'compare')}
                >
                  {name}
                </button>
              </Tag>
            );
          })}
          <Button onClick={onClear}>Clear</Button>
        </div>
      )}
      <div className={styles.zoom}>
        <IconButton icon="minus" label="Zoom out" keys="-" disabled={scale <= leastZoom} onClick={() => onZoom(-1)} />
        <span className={styles.scale}>{`${Math.round(scale * 100)} %`}</span>
        <IconButton icon="plus" label="Zoom in" keys="+" disabled={scale >= mostZoom} onClick={() => onZoom(1)} />
        <Button keys="0" hint="Fit the whole picture" onClick={onFit}>
          Fit
        </Button>
      </div>
    </div>
  );
}
