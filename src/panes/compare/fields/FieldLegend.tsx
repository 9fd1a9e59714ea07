// What the signs of the table of fields mean.

import styles from './FieldCells.module.css';

export function FieldLegend() {
  return (
    <span className={styles.legend}>
      <span className={styles.value}>majority</span>
      <span className={styles.value} data-standing="minority">
        minority
      </span>
      <span className={styles.value} data-standing="single">
        single
      </span>
      <span className={styles.value} data-kind="missing">
        missing
      </span>
      <span className={styles.value} data-kind="null">
        null
      </span>
      <span className={styles.value}>""</span>
      <span className={styles.value}>[ ]</span>
      <span className={styles.hatched} aria-hidden="true" />
      <span>does not parse</span>
    </span>
  );
}
