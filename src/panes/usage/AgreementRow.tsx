// The last row of the token usage: whether the sources agree, with its footnotes as a tooltip that a press keeps open.
// biome-ignore-all lint/a11y/useFocusableInteractive: the row of a table is no control; the button in it is

import { useState } from 'react';
import type { UsageAgreement } from '../../response/rows.ts';
import { Icon } from '../../ui/Icon.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import styles from './AgreementRow.module.css';

export interface AgreementRowProps {
  readonly agreement: UsageAgreement | undefined;
  /** Sentences about the verdict and the counts above it. */
  readonly footnotes: readonly string[];
  readonly rowIndex: number | undefined;
}

export function AgreementRow({ agreement, footnotes, rowIndex }: AgreementRowProps) {
  const [areFootnotesOpen, setFootnotesOpen] = useState(false);
  const state = agreement?.state ?? 'unknown';
  const words = footnotes.join(' ');
  return (
    <div role="rowgroup" className={styles.agreement} data-state={state}>
      <div role="row" aria-rowindex={rowIndex}>
        <span role="cell" aria-colspan={4}>
          {state === 'unknown' ? null : <Icon name={state === 'agrees' ? 'check' : 'warning'} />}
          <span>
            {agreement?.sentence ?? 'Not yet compared.'}
            {areFootnotesOpen ? (
              <span className={styles.footnotes}>{words}</span>
            ) : (
              <VisuallyHidden> {words}</VisuallyHidden>
            )}
          </span>
          {words === '' ? null : (
            <IconButton
              icon="info"
              label="About these counts"
              hint={words}
              aria-expanded={areFootnotesOpen}
              className={styles.about}
              onClick={() => setFootnotesOpen(!areFootnotesOpen)}
            />
          )}
        </span>
      </div>
    </div>
  );
}
