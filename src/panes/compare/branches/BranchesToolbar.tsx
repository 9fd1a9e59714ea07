// The line over the picture: runs, who is pinned, zoom. Knows no graph.

import type { SampleList } from '../../../response/samples/sampleList.ts';
import { useStore } from '../../../state/store.ts';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { SegmentedControl } from '../../../ui/SegmentedControl.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import { tip } from '../../../ui/tip.ts';
import { namesOf } from '../sampleWords.ts';
import styles from './BranchesToolbar.module.css';
import { leastZoom, mostZoom } from './zoom.ts';

export interface BranchesToolbarProps {
  readonly isNarrow: boolean;
  readonly areRunsCollapsed: boolean;
  /** What makes bands thick; absent where the tokens of a text are not known. */
  readonly thickness: 'samples' | 'odds' | undefined;
  onCollapse(isCollapsed: boolean): void;
  /** By text: the generations that say it. */
  readonly saidBy: readonly SampleList[];
  readonly pinned: ReadonlySet<number>;
  onUnpin(text: number): void;
  onClear(): void;
  readonly scale: number;
  onZoom(direction: 1 | -1): void;
  onFit(): void;
}

const thicknesses = [
  { value: 'samples', label: 'Samples' },
  { value: 'odds', label: 'Odds' },
] as const;
const oddsTip =
  'Odds: the probability of all tokens of a text, among the texts that are drawn. A band has two pixels at least';

/** Of those who say one text. */
const mostNames = 3;

export function BranchesToolbar(props: BranchesToolbarProps) {
  const { isNarrow, areRunsCollapsed, thickness, onCollapse, saidBy, pinned, onUnpin, onClear, scale, onZoom, onFit } =
    props;
  return (
    <div className={styles.toolbar}>
      <Checkbox isChecked={areRunsCollapsed} onChange={onCollapse}>
        {isNarrow ? 'Collapse runs' : 'Collapse unbranched runs'}
      </Checkbox>
      {thickness === undefined || isNarrow ? null : (
        <span className={styles.thickness} {...tip(oddsTip)}>
          <span aria-hidden="true">Thickness</span>
          <SegmentedControl
            label="Thickness"
            options={thicknesses}
            value={thickness}
            onChange={(wanted) => useStore.getState().setPreferences({ areBandsOdds: wanted === 'odds' })}
          />
        </span>
      )}
      {pinned.size === 0 ? null : (
        <div className={styles.pinned} role="group" aria-label="Pinned samples">
          <span aria-hidden="true">Pinned</span>
          {[...pinned].map((text) => {
            const who = saidBy[text];
            const row = who?.at(0);
            if (who === undefined || row === undefined) return null;
            const name = namesOf(who, mostNames);
            return (
              <Tag key={text} tone="accent" onRemove={() => onUnpin(text)} removeLabel={`Unpin ${name}`}>
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
