// The counts by severity; pressing one lists only its issues.

import type { Severity } from '../../response/model.ts';
import type { SeverityCounts } from '../../response/rows.ts';
import { Icon } from '../../ui/Icon.tsx';
import { tip } from '../../ui/tip.ts';
import { severities, severityCount } from './issueList.ts';
import styles from './SeverityFilter.module.css';

export interface SeverityFilterProps {
  readonly counts: SeverityCounts;
  /** The only severity that is listed; all when absent. */
  readonly only: Severity | undefined;
  readonly onChange: (only: Severity | undefined) => void;
}

export function SeverityFilter({ counts, only, onChange }: SeverityFilterProps) {
  return severities.map((severity) => {
    const count = counts[severity];
    const words = (
      <>
        <Icon name={severity} />
        <span className={styles.countWords}>{severityCount(severity, count)}</span>
        <span className={styles.countFigure} aria-hidden="true">
          {count}
        </span>
      </>
    );
    if (count === 0) {
      return (
        <span key={severity} className={styles.severityCount}>
          {words}
        </span>
      );
    }
    const isPressed = only === severity;
    return (
      <button
        key={severity}
        type="button"
        aria-pressed={isPressed}
        data-severity={severity}
        className={styles.severityCount}
        onClick={() => onChange(isPressed ? undefined : severity)}
        {...tip(isPressed ? 'List all' : `List only ${severity === 'info' ? 'info' : `${severity}s`}`)}
      >
        {words}
      </button>
    );
  });
}
