// The pane "Issues": what the checks found, errors first, each with the way to its place.

import { useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { noIssues } from '../../response/issues/issueTable.ts';
import type { Severity } from '../../response/model.ts';
import { muteCheck, unmuteCheck } from '../../state/muting.ts';
import type { Arrangement } from '../../state/panes.ts';
import { useDocument, useStore } from '../../state/store.ts';
import { classNames } from '../../ui/classNames.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Pane } from '../../ui/Pane.tsx';
import { CheckExplanation } from './CheckExplanation.tsx';
import { IssueList } from './IssueList.tsx';
import styles from './IssuesPane.module.css';
import { listedIssues, noIssueSentence } from './issueList.ts';
import { MutedChecks } from './MutedChecks.tsx';
import { countText, findingsOf } from './mutedWords.ts';
import { SeverityFilter } from './SeverityFilter.tsx';

export interface IssuesPaneProps {
  readonly arrangement: Arrangement;
}

export function IssuesPane({ arrangement }: IssuesPaneProps) {
  const document = useDocument();
  const [only, setOnly] = useState<Severity>();
  const filter = only !== undefined && document.issues.counts[only] > 0 ? only : undefined;
  const issues = useMemo(() => listedIssues(document.issues, filter), [document.issues, filter]);
  const mutedChecks = useStore((state) => state.preferences.mutedChecks);
  const mutedIssues = document.mutedIssues ?? noIssues;
  const mutedButton = useRef<HTMLButtonElement>(null);
  const paneRef = useRef<HTMLElement>(null);

  const mute = (check: string): void => {
    // What had the focus goes with the finding: the line that says so takes it.
    flushSync(() => muteCheck(check, findingsOf(check, document.issues)));
    mutedButton.current?.focus();
  };
  const unmute = (check: string): void => {
    flushSync(() => unmuteCheck(check));
    // Without a muted check the line is gone too.
    (mutedButton.current ?? paneRef.current)?.focus();
  };

  return (
    <Pane
      pane="issues"
      ref={paneRef}
      label="Issues"
      count={document.load === 'loading' ? '–' : countText(document.issues.length, mutedIssues.length)}
      className={classNames(styles.pane, arrangement === 'narrow' && styles.narrow)}
      footer={
        mutedChecks.length === 0 ? undefined : (
          <MutedChecks checks={mutedChecks} hidden={mutedIssues} onUnmute={unmute} buttonRef={mutedButton} />
        )
      }
      actions={<SeverityFilter counts={document.issues.counts} only={filter} onChange={setOnly} />}
    >
      {issues.length === 0 ? (
        <EmptyState>{noIssueSentence(document)}</EmptyState>
      ) : (
        <IssueList
          key={document.id}
          issues={issues}
          explanationOf={(check, elementId) => <CheckExplanation elementId={elementId} check={check} onMute={mute} />}
        />
      )}
    </Pane>
  );
}
