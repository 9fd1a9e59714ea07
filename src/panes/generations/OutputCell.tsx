// What the table shows of an output: its first line, issue marks, and which other generations gave the same answer.

import { insteadOfText } from '../../analysis/insteadOfText.ts';
import { classNames } from '../../ui/classNames.ts';
import { SeverityIcon } from '../../ui/SeverityIcon.tsx';
import { tip } from '../../ui/tip.ts';
import { PreviewText } from '../../ui/VisibleText.tsx';
import { formatCount } from '../../words/numbers.ts';
import { IssueSigns } from './IssueSigns.tsx';
import { MatchPreview } from './MatchPreview.tsx';
import styles from './OutputCell.module.css';
import type { ShownRow } from './shownRows.ts';

export interface OutputCellProps {
  readonly row: ShownRow;
  /** `= #2 #5` */
  readonly equals: string | undefined;
  /** Line at which the text breaks off, for the generation that it breaks off in. */
  readonly brokenLine: number | undefined;
  /** There is little room: only errors and warnings are marked. */
  readonly isShort?: boolean | undefined;
}

export function OutputCell({ row, equals, brokenLine, isShort = false }: OutputCellProps) {
  if (row.isBroken) {
    return (
      <span className={styles.broken}>
        <SeverityIcon severity="error" />
        {brokenLine === undefined ? 'broken' : `broken at line ${formatCount(brokenLine)}`}
      </span>
    );
  }
  return (
    <>
      <OutputWords row={row} />
      <IssueSigns counts={isShort ? { ...row.issues, info: 0 } : row.issues} />
      {equals === undefined ? null : <EqualSign mark={equals} className={styles.atEnd} />}
    </>
  );
}

export function EqualSign({ mark, className }: { readonly mark: string; readonly className?: string | undefined }) {
  return (
    <span className={classNames(styles.equals, className)} {...tip('Same output and tool calls')}>
      {mark}
    </span>
  );
}

function OutputWords({ row }: { readonly row: ShownRow }) {
  const calls = row.calls === undefined ? undefined : <PreviewText text={row.calls} className={styles.text} />;
  const instead = insteadOfText(row);
  if (instead !== undefined) {
    return calls ?? <span className={styles.absent}>{row.isChecked ? instead : '–'}</span>;
  }
  return (
    <>
      {row.matches === undefined ? (
        <PreviewText text={row.preview} className={styles.text} />
      ) : (
        <MatchPreview excerpt={row.matches.excerpt} className={styles.text} />
      )}
      {row.calls === undefined ? null : <PreviewText text={row.calls} className={styles.calls} />}
    </>
  );
}
