// The list "Issues": its lines, which of them are open and which is at, walked by keys. Mount it anew for another document.

import { type KeyboardEvent, type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { IssueTable } from '../../response/issues/issueTable.ts';
import { usePaneKeys } from '../../state/paneKeys.ts';
import { generationAt } from '../../state/selection.ts';
import { useDocument, useSelection, useStore } from '../../state/store.ts';
import { classNames } from '../../ui/classNames.ts';
import { listKeys } from '../../ui/listKeys.ts';
import { VirtualRows, type VirtualRowsHandle } from '../../ui/VirtualRows.tsx';
import { IssueItem } from './IssueItem.tsx';
import styles from './IssueList.module.css';
import { type IssueLine, isLineIn, issueLines } from './issueLines.ts';

export interface IssueListProps {
  /** One at least. */
  readonly issues: IssueTable;
  /** What explains a check, in an element with this id. */
  readonly explanationOf: (check: string, elementId: string) => ReactNode;
}

/** More lines than this are rows of equal height, of which only those on screen are elements. */
const mostInFull = 100;
const itemHeight = 50;

export function IssueList({ issues, explanationOf }: IssueListProps) {
  const document = useDocument();
  const selection = useSelection();
  const hovered = useStore((state) => state.hovered);
  const { select, hover } = useStore.getState();
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const [lastShown, setLastShown] = useState<number>();
  const [standAt, setStandAt] = useState(0);
  const [explainedLine, setExplainedLine] = useState<IssueLine>();
  const explanationId = useId();
  const rowsRef = useRef<VirtualRowsHandle>(null);
  const boxRef = useRef<HTMLDivElement>(null);

  const lines = useMemo(() => issueLines(issues, opened), [issues, opened]);
  const stand = Math.min(standAt, lines.length - 1);
  const isVirtual = lines.length > mostInFull;
  // Several issues may share a place: the one that was shown last is the selected one.
  const selectedAt = useMemo(() => {
    const isLast = lastShown !== undefined && issues.at(lastShown)?.pointer === selection;
    return lines.lineOf(isLast ? lastShown : issues.find(selection));
  }, [lines, issues, lastShown, selection]);
  const own = useMemo(() => {
    const position = generationAt(document, selection);
    return (line: IssueLine) => position !== undefined && isLineIn(line, issues, position);
  }, [document, selection, issues]);
  // A generation that is pointed at, or its choice, lights all that was found in it; a place in it only what was found there.
  const lit = useMemo(() => {
    if (hovered === undefined) return () => false;
    const position = generationAt(document, hovered);
    const row = position === undefined ? undefined : document.rows.at(position);
    const isAll = row !== undefined && (hovered === row.pointer || hovered === row.link?.choice);
    return (line: IssueLine) =>
      isAll ? isLineIn(line, issues, row.position) : line.kind === 'finding' && issues.pointer(line.n) === hovered;
  }, [document, hovered, issues]);

  const show = (n: number): void => {
    setLastShown(n);
    setStandAt(Math.max(0, lines.lineOf(n)));
    select(issues.pointer(n), 'issues');
  };
  const move = (step: number): void => {
    const from = selectedAt >= 0 ? selectedAt : step > 0 ? -1 : lines.length;
    const line = lines.at(Math.min(Math.max(from + step, 0), lines.length - 1));
    if (line) show(line.n);
  };
  usePaneKeys('issues', { next: () => move(1), previous: () => move(-1) });

  const followed = useRef(selection);
  // Scroll position of the list: what a person selects comes into view by the least distance. What a load selects leaves it at its top.
  useEffect(() => {
    if (followed.current === selection) return;
    followed.current = selection;
    if (selectedAt < 0 || document.load === 'loading') return;
    rowsRef.current?.scrollToIndex(selectedAt);
    boxRef.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [selection, selectedAt, document.load]);

  const focusLine = (at: number, seen = at): void => {
    setStandAt(at);
    rowsRef.current?.scrollToIndex(at);
    const buttonOf = (place: number) => boxRef.current?.querySelector<HTMLElement>(`[data-line="${place}"]`);
    // At once where it is an element, so that the next key is about this line; one out of view becomes an element with the next rendering.
    const button = buttonOf(at);
    button?.focus();
    requestAnimationFrame(() => {
      buttonOf(seen)?.closest('[role="listitem"]')?.scrollIntoView({ block: 'nearest' });
      if (!button?.isConnected) buttonOf(at)?.focus();
    });
  };
  const toggle = (at: number): void => {
    const line = lines.at(at);
    if (line?.kind !== 'group') return;
    const next = new Set(opened);
    if (!next.delete(line.key)) next.add(line.key);
    setOpened(next);
    // Of what opens the first is seen as well.
    focusLine(at, line.isOpen ? at : at + 1);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = listKeys(event, stand, lines.length, rowsRef.current?.pageSize() ?? 5);
    if (to !== undefined) {
      event.preventDefault();
      focusLine(to);
      return;
    }
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const line = lines.at(stand);
    const isOpen = line?.kind === 'group' && line.isOpen;
    if (event.key === 'ArrowRight' && line?.kind === 'group') {
      event.preventDefault();
      if (isOpen) focusLine(stand + 1);
      else toggle(stand);
    }
    if (event.key === 'ArrowLeft' && line !== undefined) {
      event.preventDefault();
      if (isOpen) toggle(stand);
      else focusLine(Math.max(0, lines.groupAbove(stand)));
    }
  };

  const explained = explainedLine && lines.at(lines.placeOf(explainedLine));
  const check = explained && issues.check(explained.n);
  const explanation = check === undefined ? undefined : explanationOf(check, explanationId);

  const item = (at: number) => {
    const line = lines.at(at);
    if (line === undefined) return null;
    const isExplained = line.key === explained?.key;
    return (
      <IssueItem
        key={line.key}
        index={at}
        line={line}
        issues={issues}
        named={document}
        place={isVirtual ? { position: at + 1, count: lines.length } : undefined}
        isSelected={at === selectedAt}
        isOwn={own(line)}
        isHovered={lit(line)}
        isTabStop={at === stand}
        isCut={isVirtual}
        onShow={show}
        onToggle={toggle}
        onFocus={setStandAt}
        onHover={hover}
        explanationId={explanationId}
        isExplained={isExplained}
        onExplain={() => setExplainedLine(isExplained ? undefined : line)}
      >
        {isExplained && !isVirtual ? explanation : undefined}
      </IssueItem>
    );
  };

  return (
    <div ref={boxRef} className={styles.box}>
      {isVirtual ? (
        <>
          <VirtualRows
            ref={rowsRef}
            role="list"
            label="Issues"
            count={lines.length}
            rowHeight={itemHeight}
            activeIndex={stand}
            renderRow={item}
            onKeyDown={onKeyDown}
            className={styles.list}
          />
          {explanation === undefined ? null : <div className={styles.explanationBelow}>{explanation}</div>}
        </>
      ) : (
        <div role="list" aria-label="Issues" className={classNames(styles.list, styles.scroll)} onKeyDown={onKeyDown}>
          {Array.from({ length: lines.length }, (_, at) => item(at))}
        </div>
      )}
    </div>
  );
}
