// The line under the aligned texts: what the marks mean, and how much agrees.

import { useMemo } from 'react';
import type { Alignment } from '../../../analysis/align/alignment.ts';
import { useStore } from '../../../state/store.ts';
import { Button } from '../../../ui/Button.tsx';
import { formatCount } from '../../../words/numbers.ts';
import styles from './AlignedLegend.module.css';

export function AlignedLegend({ alignment }: { readonly alignment: Alignment }) {
  const { sampleCount, moved, divergences, places } = alignment;
  const areDifferencesListed = useStore((state) => state.preferences.areDifferencesListed);
  const isMost = sampleCount > 2;
  const isAnyAbsent = useMemo(() => hasAbsent(alignment), [alignment]);
  return (
    <div className={styles.legend}>
      {divergences.length === 0 ? null : (
        <Button
          icon={areDifferencesListed ? 'chevron-down' : 'chevron-up'}
          aria-expanded={areDifferencesListed}
          onClick={() => useStore.getState().setPreferences({ areDifferencesListed: !areDifferencesListed })}
        >
          Differences
        </Button>
      )}
      <span>shared by all</span>
      {isMost && divergences.length > 0 ? (
        <span className={styles.sample} data-level="1">
          by most
        </span>
      ) : null}
      {sampleCount > 3 && divergences.length > 0 ? (
        <span className={styles.sample} data-level="2">
          by some
        </span>
      ) : null}
      {divergences.length === 0 ? null : (
        <span className={styles.sample} data-level="3">
          by one
        </span>
      )}
      {moved.length > 0 ? (
        <span className={styles.sample} data-moved="">
          moved
        </span>
      ) : null}
      {isAnyAbsent ? <span className={styles.absent}>∅ missing</span> : null}
      <span className={styles.notes}>
        {`${formatCount(places.agreed)} of ${formatCount(places.all)} aligned positions agree`}
      </span>
    </div>
  );
}

/** Whether any sample has nothing at a difference. */
function hasAbsent({ wayCounts, sampleCount }: Alignment): boolean {
  return wayCounts.some((counts) => counts.reduce((sum, count) => sum + count, 0) < sampleCount);
}
