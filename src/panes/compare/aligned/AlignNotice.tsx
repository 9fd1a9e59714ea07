// The line that says how the alignment goes and what must be known about it; absent while there is nothing to say.

import { useEffect, useState } from 'react';
import type { TaskStopped } from '../../../analysis/tasks.ts';
import { Button } from '../../../ui/Button.tsx';
import { formatCount } from '../../../words/numbers.ts';
import styles from './AlignNotice.module.css';

export interface AlignNoticeProps {
  readonly isWorking: boolean;
  /** 0 to 1. */
  readonly progress: number | undefined;
  readonly stopped: TaskStopped | undefined;
  readonly notes: readonly string[];
  readonly onCancel: () => void;
  readonly onAgain: () => void;
  /** Columns that are shown, and that there are. */
  readonly columns: { readonly shown: number; readonly all: number };
  readonly onShowAll: () => void;
}

/** Work that takes less time is not worth a word. */
const silentMs = 300;

export function AlignNotice(props: AlignNoticeProps) {
  const { isWorking, progress, stopped, notes, columns, onCancel, onAgain, onShowAll } = props;
  const isLong = useIsLong(isWorking);
  if (isLong) {
    const percent = Math.floor(100 * (progress ?? 0));
    return (
      <div className={styles.notice}>
        <span className={styles.words}>{`Aligning ${percent} %`}</span>
        <progress className={styles.bar} aria-label="Aligning" max={100} value={percent} />
        <Button onClick={onCancel}>Cancel alignment</Button>
      </div>
    );
  }
  if (stopped !== undefined) {
    return (
      <div className={styles.notice}>
        <span>{stoppedWords(stopped)}</span>
        <Button onClick={onAgain}>Align again</Button>
      </div>
    );
  }
  const isMore = columns.shown < columns.all;
  if (notes.length === 0 && !isMore) return null;
  return (
    <div className={styles.notice}>
      {isMore ? (
        <>
          <span>{`${formatCount(columns.shown)} of ${formatCount(columns.all)} shown`}</span>
          <Button onClick={onShowAll}>{`Show all ${formatCount(columns.all)} columns`}</Button>
        </>
      ) : null}
      {notes.length === 0 ? null : <span>{notes.join(' ')}</span>}
    </div>
  );
}

function stoppedWords({ why, message }: TaskStopped): string {
  switch (why) {
    case 'cancelled':
      return 'The alignment was cancelled.';
    case 'deadline':
      return 'The alignment took longer than a minute and was stopped: choose fewer or shorter outputs, or a coarser granularity.';
    case 'failed':
      return `The alignment failed: ${message}.`;
  }
}

function useIsLong(isWorking: boolean): boolean {
  const [isLong, setLong] = useState(false);
  // In step with the clock.
  useEffect(() => {
    if (!isWorking) return;
    const timer = setTimeout(() => setLong(true), silentMs);
    return () => {
      clearTimeout(timer);
      setLong(false);
    };
  }, [isWorking]);
  return isWorking && isLong;
}
