// What the table shows of an output: its first line, issue marks, and which other generations gave the same answer.

import { insteadOfText } from '../../analysis/insteadOfText.ts';
import type { GenerationRow } from '../../response/rows.ts';
import { classNames } from '../../ui/classNames.ts';
import { SeverityIcon } from '../../ui/SeverityIcon.tsx';
import { tip } from '../../ui/tip.ts';
import { PreviewText } from '../../ui/VisibleText.tsx';
import { formatCount, plural } from '../../words/numbers.ts';
import { IssueSigns } from './IssueSigns.tsx';
import styles from './OutputCell.module.css';

export interface OutputCellProps {
  readonly row: GenerationRow;
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

function OutputWords({ row }: { readonly row: GenerationRow }) {
  const calls = row.toolCallCount > 0 ? plural(row.toolCallCount, 'tool call') : undefined;
  const instead = insteadOfText(row);
  if (instead !== undefined) {
    return <span className={styles.absent}>{calls ?? (row.isChecked ? instead : '–')}</span>;
  }
  return (
    <>
      <PreviewText text={row.preview} isFirstLine className={styles.text} />
      {calls === undefined ? null : <span className={styles.calls}>{calls}</span>}
    </>
  );
}
