// The last row of the token usage: whether the sources agree. What stands behind the verdict comes late.
// biome-ignore-all lint/a11y/useFocusableInteractive: the row of a table is no control; the button in it is

import type { UsageTable } from '../../analysis/usageTable.ts';
import type { UsageAgreement } from '../../response/rows.ts';
import { Icon } from '../../ui/Icon.tsx';
import { preloadable } from '../../ui/preloadable.tsx';
import styles from './AgreementRow.module.css';

const footnotes = preloadable(() => import('./UsageFootnotes.tsx').then((module) => module.UsageFootnotes));

export interface AgreementRowProps {
  readonly agreement: UsageAgreement | undefined;
  readonly rows: UsageTable;
  readonly rowIndex: number | undefined;
}

export function AgreementRow({ agreement, rows, rowIndex }: AgreementRowProps) {
  const state = agreement?.state ?? 'unknown';
  return (
    <div role="rowgroup" className={styles.agreement} data-state={state}>
      <div role="row" aria-rowindex={rowIndex}>
        <span role="cell" aria-colspan={4}>
          {state === 'unknown' ? null : <Icon name={state === 'agrees' ? 'check' : 'warning'} />}
          <span className={styles.verdict}>{agreement?.sentence ?? 'Not yet compared.'}</span>
          <footnotes.Part agreement={agreement} rows={rows} />
        </span>
      </div>
    </div>
  );
}
