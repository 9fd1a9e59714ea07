// One line of the list of issues: a finding, or a group of equal checks that opens; each with the button that goes to its place.

import { type ReactNode, useId } from 'react';
import type { Pointer } from '../../json/pointer.ts';
import type { IssueTable } from '../../response/issues/issueTable.ts';
import { longestMessage, messageParts, plainMessage } from '../../response/messageParts.ts';
import { Button } from '../../ui/Button.tsx';
import { CodeText } from '../../ui/CodeText.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { SeverityIcon } from '../../ui/SeverityIcon.tsx';
import { tip } from '../../ui/tip.ts';
import { formatCount } from '../../words/numbers.ts';
import styles from './IssueItem.module.css';
import { groupMessage, groupPlaces, type IssueLine } from './issueLines.ts';
import { type Named, nameIn, placeText } from './placeText.ts';

export interface IssueItemProps {
  readonly line: IssueLine;
  readonly issues: IssueTable;
  /** The document that they are of. */
  readonly named: Named;
  /** From 1, and of how many: told to assistive technology where not all items are elements. */
  readonly place?: { readonly position: number; readonly count: number } | undefined;
  readonly index: number;
  readonly isSelected: boolean;
  /** Found in the selected generation. */
  readonly isOwn: boolean;
  readonly isHovered: boolean;
  /** Whether its buttons are the stop of the Tab key. */
  readonly isTabStop: boolean;
  readonly isCut: boolean;
  /** Gets the number of an issue. */
  readonly onShow: (n: number) => void;
  readonly onToggle: (index: number) => void;
  readonly onFocus: (index: number) => void;
  readonly onHover: (place: Pointer | undefined) => void;
  /** Id of the element that explains the check, and whether it is there. */
  readonly explanationId: string;
  readonly isExplained: boolean;
  readonly onExplain: (index: number) => void;
  /** The explanation, where it stands in the item. */
  readonly children?: ReactNode;
}

export function IssueItem(props: IssueItemProps) {
  const { line, issues, place, index, isTabStop, isCut } = props;
  const id = useId();
  const isGroup = line.kind === 'group';
  const issue = isGroup ? undefined : issues.at(line.n);
  const severity = isGroup ? line.severity : issue?.severity;
  const message = issue?.message ?? '';
  const check = isGroup ? (line.groups.length === 1 ? line.groups[0]?.check : undefined) : issue?.id;
  const stop = { tabIndex: isTabStop ? 0 : -1, onFocus: () => props.onFocus(index) };
  const act = () => (isGroup ? props.onToggle(index) : props.onShow(line.n));
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the buttons in it are the same for the keyboard
    <div
      role="listitem"
      aria-posinset={place?.position}
      aria-setsize={place?.count}
      data-level={line.level}
      aria-current={props.isSelected ? 'true' : undefined}
      data-own={props.isOwn || undefined}
      data-hovered={props.isHovered || undefined}
      data-cut={isCut || undefined}
      className={styles.item}
      onClick={() => window.getSelection()?.isCollapsed !== false && act()}
      onMouseEnter={() => props.onHover(issue?.pointer)}
      onMouseLeave={() => props.onHover(undefined)}
    >
      {severity === undefined ? null : (
        <SeverityIcon severity={severity}>
          <span className={styles.word}>{severity}</span>
        </SeverityIcon>
      )}
      {isGroup ? (
        <button
          type="button"
          id={id}
          className={styles.group}
          data-line={index}
          aria-expanded={line.isOpen}
          {...stop}
          onClick={(event) => {
            event.stopPropagation();
            props.onToggle(index);
          }}
        >
          {groupMessage(line)} <Icon name={line.isOpen ? 'chevron-down' : 'chevron-right'} />
        </button>
      ) : (
        <p className={styles.message} id={id} title={isCut ? plainMessage(message) : undefined}>
          <CodeText parts={messageParts(message, (place) => nameIn(props.named, place))} />
        </p>
      )}
      {check === undefined ? null : (
        <button
          type="button"
          className={styles.id}
          aria-label={`Explain ${check}`}
          aria-expanded={props.isExplained}
          aria-controls={props.isExplained ? props.explanationId : undefined}
          {...tip(`What ${check} means, and what to do`)}
          {...stop}
          onClick={(event) => {
            event.stopPropagation();
            props.onExplain(index);
          }}
        >
          {check}
          <Icon name={props.isExplained ? 'chevron-down' : 'chevron-right'} />
        </button>
      )}
      <Place line={line} issues={issues} named={props.named} id={`${id}-place`} />
      <Button
        variant="link"
        className={styles.show}
        {...(isGroup ? { hint: 'The first of these places' } : { 'data-line': index })}
        aria-describedby={`${id} ${id}-place`}
        {...stop}
        onClick={(event) => {
          event.stopPropagation();
          props.onShow(line.n);
        }}
      >
        Show
      </Button>
      {props.children === undefined ? null : <div className={styles.explanation}>{props.children}</div>}
    </div>
  );
}

/** The second line: where it was found, and what else is known of it. */
function Place({
  line,
  issues,
  named,
  id,
}: Pick<IssueItemProps, 'line' | 'issues' | 'named'> & { readonly id: string }) {
  const before = <span className={styles.before}> found before your change of a link</span>;
  if (line.kind === 'group') {
    return (
      <p className={styles.place} id={id}>
        {groupPlaces(line, issues, named)}
        {line.groups.some((group) => issues.isAnyFoundBefore(group)) ? before : null}
      </p>
    );
  }
  const { message = '', detail, isFoundBefore } = issues.at(line.n) ?? {};
  return (
    <p className={styles.place} id={id}>
      <span className={styles.pointer}>{placeText(issues.pointer(line.n), named)}</span>
      {isFoundBefore ? before : null}
      {detail === undefined ? null : (
        <span>
          {' '}
          <CodeText parts={messageParts(detail, (place) => nameIn(named, place))} />
        </span>
      )}
      {message.length > longestMessage ? (
        <CopyButton label={`Copy the whole message of ${formatCount(message.length)} code units`} text={message} />
      ) : null}
    </p>
  );
}
