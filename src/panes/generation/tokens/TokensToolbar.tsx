// What tokens are coloured by, and what the colours mean.

import { type Measure, measures } from '../../../analysis/probability/measureNames.ts';
import { SegmentedControl } from '../../../ui/SegmentedControl.tsx';
import styles from './TokensToolbar.module.css';
import { legendLabels, measureSentences, measureWords } from './tokenWords.ts';

export interface TokensToolbarProps {
  readonly measure: Measure;
  readonly onMeasure: (measure: Measure) => void;
  /** What is to say of the measure: still being read, given for no token. */
  readonly note: string | undefined;
}

const options = measures.map((value) => ({ value, label: measureWords[value] }));

export function TokensToolbar({ measure, onMeasure, note }: TokensToolbarProps) {
  const [quiet, ...steps] = legendLabels(measure);
  return (
    <div className={styles.toolbar}>
      <SegmentedControl label="Measure" options={options} value={measure} onChange={onMeasure} />
      <div className={styles.legend} role="group" aria-label="Legend">
        <span className={styles.steps}>
          <span className={styles.quiet}>{quiet}</span>
          {steps.map((label, at) => (
            <span key={label} className={styles.step} data-step={at + 1}>
              {label}
            </span>
          ))}
        </span>
        <span>
          <span className={styles.dashed}>dashed</span> below 50 %
        </span>
      </div>
      <p className={styles.sentence}>
        {`${measureWords[measure]}: ${measureSentences[measure]}. Likely tokens, from 70 % on, have no colour.`}
        {note === undefined ? null : <strong className={styles.note}>{` ${note}`}</strong>}
      </p>
    </div>
  );
}
