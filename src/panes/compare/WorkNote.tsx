// What is being worked out, how far it is, and the way to stop it or to begin it again. Knows no kind of work.

import type { TaskState } from '../../state/task.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './WorkNote.module.css';

export interface WorkNoteProps {
  /** `Comparing every pair of 200 texts` */
  readonly what: string;
  readonly task: Pick<TaskState<unknown>, 'isStale' | 'progress' | 'stopped' | 'cancel' | 'again'>;
}

/** Nothing when the work is done. */
export function WorkNote({ what, task: { isStale, progress, stopped, cancel, again } }: WorkNoteProps) {
  if (!isStale) return null;
  if (stopped !== undefined) {
    return (
      <div className={styles.note}>
        <span>
          {what}: {stopped.why === 'cancelled' ? 'cancelled.' : `did not finish. ${stopped.message}.`}
        </span>
        <Button variant="link" onClick={again}>
          Start again
        </Button>
      </div>
    );
  }
  return (
    <div className={styles.note}>
      <span>{what}</span>
      <progress className={styles.bar} aria-label={what} max={1} value={progress} />
      <span className={styles.part}>{progress === undefined ? '' : `${Math.floor(progress * 100)} %`}</span>
      <Button variant="link" onClick={cancel}>
        Cancel
      </Button>
    </div>
  );
}
