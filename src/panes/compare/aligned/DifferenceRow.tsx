// One row of the table of differences: how the samples part there, after which words, and what each of them says.
// biome-ignore-all lint/a11y/useFocusableInteractive: rows and cells of a table are no controls; the button in them is

import { memo } from 'react';
import { variantsIn } from '../../../analysis/align/variants.ts';
import { startOf } from '../../../response/text/startOf.ts';
import { PreviewText } from '../../../ui/VisibleText.tsx';
import { formatCount } from '../../../words/numbers.ts';
import { expectedSum } from '../odds/oddsWords.ts';
import { levelOf } from './alignedPieces.ts';
import styles from './DifferencesTable.module.css';
import type { ListedDifferences } from './DifferencesTable.tsx';
import { supportWords } from './supportWords.ts';
import { wordsBefore } from './wordsBefore.ts';

export interface DifferenceRowProps {
  /** Number of the difference. */
  readonly at: number;
  /** Its place in the table. */
  readonly place: number;
  readonly listed: ListedDifferences;
  readonly isCurrent: boolean;
  /** Whether Tab leads here. */
  readonly isStop: boolean;
}

/** Code points of a variant in a cell. */
const mostShown = 120;

export const DifferenceRow = memo(function DifferenceRow({ at, place, listed, isCurrent, isStop }: DifferenceRowProps) {
  const { alignment, texts, samples, baseline, odds } = listed;
  const found = variantsIn(alignment, at, (sample) => texts[sample] ?? '');
  const said = new Map(found.variants.flatMap((variant) => variant.samples.map((sample) => [sample, variant])));
  const before = wordsBefore(alignment, texts, at, baseline);
  return (
    <div
      role="row"
      aria-rowindex={place + 2}
      className={styles.row}
      data-current={isCurrent || undefined}
      data-difference={at}
      data-context="difference"
    >
      <span role="cell" className={styles.number}>
        <button
          type="button"
          className={styles.go}
          aria-label={`Difference ${formatCount(at + 1)}`}
          aria-current={isCurrent}
          tabIndex={isStop ? 0 : -1}
        >
          {formatCount(at + 1)}
        </button>
      </span>
      <span role="cell" className={styles.support}>
        {supportWords(found, alignment.sampleCount)}
      </span>
      {odds === undefined ? null : (
        <span role="cell" className={styles.expected}>
          {expectedSum(odds[at]?.expected ?? [])}
        </span>
      )}
      <span role="rowheader" className={styles.after}>
        {before === '' ? '(start)' : <bdi>{before}</bdi>}
      </span>
      {samples.map(({ sample }) => {
        const variant = said.get(sample);
        if (variant === undefined) {
          return (
            <span key={sample} role="cell" className={styles.absent}>
              missing
            </span>
          );
        }
        const start = startOf(variant.text, mostShown);
        return (
          <span key={sample} role="cell" className={styles.cell}>
            <span className={styles.said} data-level={levelOf(variant.samples.length, alignment.sampleCount)}>
              <PreviewText text={start.isWhole ? start.text : `${start.text}…`} />
            </span>
          </span>
        );
      })}
    </div>
  );
});
