// The line under the columns: what the marks mean, and what was left out or only estimated.

import { formatCount } from '../../state/wording.ts';
import styles from './CompareLegend.module.css';

export interface CompareLegendProps {
  readonly textCount: number;
  readonly isApproximate: boolean;
  /** Chosen generations that are not shown. */
  readonly leftOut: number;
}

export function CompareLegend({ textCount, isApproximate, leftOut }: CompareLegendProps) {
  const sentences = [
    isApproximate ? 'Long stretches without shared words were compared roughly.' : undefined,
    leftOut > 0 ? `${formatCount(leftOut)} more are chosen; choose fewer to see them.` : undefined,
  ].filter((sentence) => sentence !== undefined);
  return (
    <div className={styles.legend}>
      {textCount > 1 ? (
        <>
          <span className={styles.sample} data-level="3">
            not in the baseline
          </span>
          {textCount > 2 ? (
            <>
              <span className={styles.sample} data-level="1">
                baseline, some lack it
              </span>
              <span className={styles.sample} data-level="2">
                baseline, most lack it
              </span>
            </>
          ) : (
            <span className={styles.sample} data-level="2">
              only in the baseline
            </span>
          )}
        </>
      ) : null}
      <span className={styles.notes}>{sentences.join(' ')}</span>
    </div>
  );
}
