// The footnotes of the token usage: a tooltip at the verdict, which a press keeps open as text below it.

import { useMemo, useState } from 'react';
import type { UsageTable } from '../../analysis/usageTable.ts';
import type { UsageAgreement } from '../../response/rows.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import styles from './AgreementRow.module.css';
import { footnotesOf } from './usageNoteWords.ts';

export interface UsageFootnotesProps {
  readonly agreement: UsageAgreement | undefined;
  readonly rows: UsageTable;
}

export function UsageFootnotes({ agreement, rows }: UsageFootnotesProps) {
  const [isOpen, setOpen] = useState(false);
  const words = useMemo(() => footnotesOf(agreement, rows).join(' '), [agreement, rows]);
  if (words === '') return null;
  return (
    <>
      <IconButton
        icon="info"
        label="About these counts"
        hint={words}
        aria-expanded={isOpen}
        className={styles.about}
        onClick={() => setOpen(!isOpen)}
      />
      {isOpen ? <span className={styles.footnotes}>{words}</span> : <VisuallyHidden> {words}</VisuallyHidden>}
    </>
  );
}
