// How many issues of each severity concern a generation: sign and count, nothing where there is none.

import type { SeverityCounts } from '../../response/rows.ts';
import { SeverityIcon } from '../../ui/SeverityIcon.tsx';
import { tip } from '../../ui/tip.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { plural } from '../../words/numbers.ts';
import styles from './IssueSigns.module.css';

const severities = ['error', 'warning', 'info'] as const;

export function IssueSigns({ counts }: { readonly counts: SeverityCounts }) {
  const found = severities.filter((severity) => counts[severity] > 0);
  if (found.length === 0) return null;
  const words = found.map((severity) =>
    severity === 'info' ? `${counts.info} info` : plural(counts[severity], severity),
  );
  return (
    <span className={styles.marks} {...tip(words.join(', '))}>
      {found.map((severity, at) => (
        <SeverityIcon key={severity} severity={severity}>
          <span aria-hidden="true">{counts[severity]}</span>
          <VisuallyHidden>{words[at]}</VisuallyHidden>
        </SeverityIcon>
      ))}
    </span>
  );
}
