// The line that says what is hidden because checks are muted, and the list of those checks with the way back for each.

import { type Ref, useId, useState } from 'react';
import { checkTitles } from '../../response/checks/titles.ts';
import type { IssueTable } from '../../response/issues/issueTable.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import styles from './MutedChecks.module.css';
import { findingsOf, mutedSentence } from './mutedWords.ts';

export interface MutedChecksProps {
  readonly checks: readonly string[];
  readonly hidden: IssueTable;
  readonly onUnmute: (check: string) => void;
  readonly buttonRef: Ref<HTMLButtonElement>;
}

export function MutedChecks({ checks, hidden, onUnmute, buttonRef }: MutedChecksProps) {
  const [isOpen, setOpen] = useState(false);
  const listId = useId();
  return (
    <div className={styles.muted}>
      <button
        ref={buttonRef}
        type="button"
        className={styles.line}
        aria-expanded={isOpen}
        aria-controls={isOpen ? listId : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name={isOpen ? 'chevron-down' : 'chevron-right'} />
        {mutedSentence(checks, hidden)}
      </button>
      {isOpen ? (
        <ul id={listId} aria-label="Muted checks" className={styles.list}>
          {checks.map((check) => (
            <li key={check} className={styles.check}>
              <span className={styles.id}>{check}</span>
              <span className={styles.title}>
                {checkTitles[check]} <span className={styles.count}>{findingsOf(check, hidden)}</span>
              </span>
              <Button variant="link" onClick={() => onUnmute(check)}>
                Unmute {check}
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
