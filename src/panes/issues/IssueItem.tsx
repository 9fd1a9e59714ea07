// One issue of the list: what was found, where, and the button that goes there.

import { type ReactNode, useId } from 'react';
import type { Issue } from '../../response/model.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { SeverityIcon } from '../../ui/SeverityIcon.tsx';
import { tip } from '../../ui/tip.ts';
import styles from './IssuesPane.module.css';
import { placeText } from './placeText.ts';

export interface IssueItemProps {
  readonly issue: Issue;
  /** From 1, and of how many: told to assistive technology where not all items are elements. */
  readonly place?: { readonly position: number; readonly count: number } | undefined;
  readonly index: number;
  readonly isSelected: boolean;
  readonly isHovered: boolean;
  /** Whether its button is the one stop of the Tab key. */
  readonly isTabStop: boolean;
  readonly isCut: boolean;
  readonly onShow: (issue: Issue) => void;
  readonly onFocus: (index: number) => void;
  readonly onHover: (issue: Issue | undefined) => void;
  /** Id of the element that explains the check, and whether it is there. */
  readonly explanationId: string;
  readonly isExplained: boolean;
  readonly onExplain: (index: number) => void;
  /** The explanation, where it stands in the item. */
  readonly children?: ReactNode;
}

export function IssueItem(props: IssueItemProps) {
  const {
    issue,
    place,
    index,
    isSelected,
    isHovered,
    isTabStop,
    isCut,
    onShow,
    onFocus,
    onHover,
    explanationId,
    isExplained,
  } = props;
  const id = useId();
  const { pointer, detail, isFoundBefore } = issue;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the button in it is the same for the keyboard
    <div
      role="listitem"
      aria-posinset={place?.position}
      aria-setsize={place?.count}
      aria-current={isSelected ? 'true' : undefined}
      data-hovered={isHovered || undefined}
      data-cut={isCut || undefined}
      className={styles.item}
      onClick={() => window.getSelection()?.isCollapsed !== false && onShow(issue)}
      onMouseEnter={() => onHover(issue)}
      onMouseLeave={() => onHover(undefined)}
    >
      <SeverityIcon severity={issue.severity}>
        <span className={styles.word}>{issue.severity}</span>
      </SeverityIcon>
      <p className={styles.message} id={id} title={isCut ? issue.message : undefined}>
        {issue.message}
      </p>
      <button
        type="button"
        className={styles.id}
        tabIndex={isTabStop ? 0 : -1}
        aria-label={`Explain ${issue.id}`}
        aria-expanded={isExplained}
        aria-controls={isExplained ? explanationId : undefined}
        {...tip(`What ${issue.id} means, and what to do`)}
        onFocus={() => onFocus(index)}
        onClick={(event) => {
          event.stopPropagation();
          props.onExplain(index);
        }}
      >
        {issue.id}
        <Icon name={isExplained ? 'chevron-down' : 'chevron-right'} />
      </button>
      <p className={styles.place} id={`${id}-place`}>
        <span className={styles.pointer}>{placeText(pointer)}</span>
        {isFoundBefore ? <span className={styles.before}> found before your change of a link</span> : null}
        {detail === undefined ? null : <span> {detail}</span>}
      </p>
      <Button
        variant="link"
        className={styles.show}
        data-show={index}
        tabIndex={isTabStop ? 0 : -1}
        aria-describedby={`${id} ${id}-place`}
        onFocus={() => onFocus(index)}
        onClick={(event) => {
          event.stopPropagation();
          onShow(issue);
        }}
      >
        Show
      </Button>
      {props.children === undefined ? null : <div className={styles.explanation}>{props.children}</div>}
    </div>
  );
}
