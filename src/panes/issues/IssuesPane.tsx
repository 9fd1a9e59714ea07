// The pane "Issues": what the checks found, errors first, each with the way to its place.

import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { isWithin } from '../../json/pointer.ts';
import type { Issue, Severity } from '../../response/model.ts';
import { muteCheck, unmuteCheck } from '../../state/muting.ts';
import { usePaneKeys } from '../../state/paneKeys.ts';
import { generationAt } from '../../state/selection.ts';
import { useDocument, useStore, useView } from '../../state/store.ts';
import { classNames } from '../../ui/classNames.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { listKeys } from '../../ui/listKeys.ts';
import { Pane } from '../../ui/Pane.tsx';
import { VirtualRows, type VirtualRowsHandle } from '../../ui/VirtualRows.tsx';
import { plural } from '../../words/numbers.ts';
import { CheckExplanation } from './CheckExplanation.tsx';
import { IssueItem } from './IssueItem.tsx';
import styles from './IssuesPane.module.css';
import { listedIssues, noIssueSentence } from './issueList.ts';
import { MutedChecks } from './MutedChecks.tsx';
import { countText } from './mutedWords.ts';
import { SeverityFilter } from './SeverityFilter.tsx';

export interface IssuesPaneProps {
  readonly arrangement: 'full' | 'rail' | 'narrow';
}

/** More issues than this are rows of equal height, of which only those on screen are elements. */
const mostInFull = 100;
const itemHeight = 50;

export function IssuesPane({ arrangement }: IssuesPaneProps) {
  const document = useDocument();
  const { selection } = useView();
  const hovered = useStore((state) => state.hovered);
  const { select, hover } = useStore.getState();
  // A generation that is pointed at, or its choice, lights all that was found in it; a place in it only what was found there.
  const lit = useMemo(() => {
    const position = hovered === undefined ? undefined : generationAt(document, hovered);
    const row = position === undefined ? undefined : document.rows[position];
    return row !== undefined && (hovered === row.pointer || hovered === row.link?.choice) ? row.pointer : undefined;
  }, [document, hovered]);
  const [only, setOnly] = useState<Severity>();
  const filter = only !== undefined && document.issueCounts[only] > 0 ? only : undefined;
  const issues = useMemo(() => listedIssues(document.issues, filter), [document.issues, filter]);
  const [lastShown, setLastShown] = useState<Issue>();
  const [standAt, setStandAt] = useState(0);
  const [opened, setOpened] = useState<Issue>();
  const explained = opened !== undefined && issues.includes(opened) ? opened : undefined;
  const explanationId = useId();
  const mutedChecks = useStore((state) => state.preferences.mutedChecks);
  const mutedIssues = document.mutedIssues ?? [];
  const mutedButton = useRef<HTMLButtonElement>(null);
  const stand = Math.min(standAt, Math.max(0, issues.length - 1));
  // Several issues may share a place: the one that was shown last is the selected one.
  const selectedAt = useMemo(() => {
    const at = lastShown?.pointer === selection ? issues.indexOf(lastShown) : -1;
    return at >= 0 ? at : issues.findIndex((issue) => issue.pointer === selection);
  }, [issues, lastShown, selection]);
  const isVirtual = issues.length > mostInFull;
  const rowsRef = useRef<VirtualRowsHandle>(null);
  const listRef = useRef<HTMLDivElement>(null);
  const paneRef = useRef<HTMLElement>(null);

  const show = (issue: Issue): void => {
    setLastShown(issue);
    setStandAt(issues.indexOf(issue));
    select(issue.pointer, 'issues');
  };
  const move = (step: number): void => {
    const from = selectedAt >= 0 ? selectedAt : step > 0 ? -1 : issues.length;
    const issue = issues[Math.min(Math.max(from + step, 0), issues.length - 1)];
    if (issue) show(issue);
  };
  usePaneKeys('issues', { next: () => move(1), previous: () => move(-1) });

  // The selected issue comes into view by the least distance.
  useEffect(() => {
    if (selectedAt < 0) return;
    rowsRef.current?.scrollToIndex(selectedAt);
    listRef.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [selectedAt]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const to = listKeys(event, stand, issues.length, rowsRef.current?.pageSize() ?? 5);
    if (to === undefined) return;
    event.preventDefault();
    setStandAt(to);
    rowsRef.current?.scrollToIndex(to);
    const list = event.currentTarget;
    // The item may become an element only with the next rendering.
    requestAnimationFrame(() => list.querySelector<HTMLElement>(`[data-show="${to}"]`)?.focus());
  };

  const mute = (check: string): void => {
    const count = document.issues.filter((issue) => issue.id === check).length;
    // What had the focus goes with the finding: the line that says so takes it.
    flushSync(() => {
      setOpened(undefined);
      muteCheck(check, plural(count, 'finding'));
    });
    mutedButton.current?.focus();
  };
  const unmute = (check: string): void => {
    flushSync(() => unmuteCheck(check));
    // Without a muted check the line is gone too.
    (mutedButton.current ?? paneRef.current)?.focus();
  };
  const explanation =
    explained === undefined ? undefined : (
      <CheckExplanation elementId={explanationId} check={explained.id} onMute={mute} />
    );

  const item = (at: number) => {
    const issue = issues[at];
    if (issue === undefined) return null;
    return (
      <IssueItem
        key={at}
        index={at}
        issue={issue}
        place={isVirtual ? { position: at + 1, count: issues.length } : undefined}
        isSelected={at === selectedAt}
        isHovered={issue.pointer === hovered || (lit !== undefined && isWithin(issue.pointer, lit))}
        isTabStop={at === stand}
        isCut={isVirtual}
        onShow={show}
        onFocus={setStandAt}
        onHover={(one) => hover(one?.pointer)}
        explanationId={explanationId}
        isExplained={issue === explained}
        onExplain={() => setOpened(issue === explained ? undefined : issue)}
      >
        {issue === explained && !isVirtual ? explanation : undefined}
      </IssueItem>
    );
  };

  return (
    <Pane
      ref={paneRef}
      label="Issues"
      count={document.load === 'loading' ? '–' : countText(document.issues.length, mutedIssues.length)}
      className={classNames(styles.pane, arrangement === 'narrow' && styles.narrow)}
      footer={
        mutedChecks.length === 0 ? undefined : (
          <MutedChecks checks={mutedChecks} hidden={mutedIssues} onUnmute={unmute} buttonRef={mutedButton} />
        )
      }
      actions={<SeverityFilter counts={document.issueCounts} only={filter} onChange={setOnly} />}
    >
      {issues.length === 0 ? (
        <EmptyState>{noIssueSentence(document)}</EmptyState>
      ) : isVirtual ? (
        <>
          <VirtualRows
            ref={rowsRef}
            role="list"
            label="Issues"
            count={issues.length}
            rowHeight={itemHeight}
            activeIndex={stand}
            renderRow={item}
            onKeyDown={onKeyDown}
            className={styles.list}
          />
          {explanation === undefined ? null : <div className={styles.explanationBelow}>{explanation}</div>}
        </>
      ) : (
        <div
          ref={listRef}
          role="list"
          aria-label="Issues"
          className={classNames(styles.list, styles.scroll)}
          onKeyDown={onKeyDown}
        >
          {issues.map((_issue, at) => item(at))}
        </div>
      )}
    </Pane>
  );
}
