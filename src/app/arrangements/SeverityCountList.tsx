// How many errors, warnings and infos, each with its icon; nothing for a severity that has none.

import type { SeverityCounts } from '../../response/rows.ts';
import { Icon } from '../../ui/Icon.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { formatCount, plural } from '../../words/numbers.ts';
import styles from './SeverityCountList.module.css';

export function SeverityCountList({ counts }: { readonly counts: SeverityCounts }) {
  return (
    <span className={styles.counts}>
      <Count severity="error" count={counts.error} />
      <Count severity="warning" count={counts.warning} />
      <Count severity="info" count={counts.info} />
    </span>
  );
}

function Count({ severity, count }: { readonly severity: keyof SeverityCounts; readonly count: number }) {
  if (count === 0) return null;
  return (
    <span className={styles[severity]}>
      <Icon name={severity} />
      <span aria-hidden="true">{formatCount(count)}</span>
      <VisuallyHidden>{plural(count, severity)}</VisuallyHidden>
    </span>
  );
}
