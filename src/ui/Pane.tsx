// The frame of a pane: a named region with a header line, a body and optional lines around it. Knows no content.

import type { ReactNode, Ref } from 'react';
import { classNames } from './classNames.ts';
import styles from './Pane.module.css';

export interface PaneProps {
  /** Which pane it is, for whoever moves the focus between panes: `data-pane`. */
  readonly pane: string;
  /** Name of the region, and the title unless `title` is given. */
  readonly label: string;
  readonly title?: ReactNode;
  /** Quiet words behind the title, for example a count. */
  readonly count?: ReactNode;
  /** Stands behind the count and takes the free room: tabs, a search field. */
  readonly header?: ReactNode;
  /** Buttons at the right end of the header. */
  readonly actions?: ReactNode;
  /** A second line of 36 px. */
  readonly toolbar?: ReactNode;
  readonly footer?: ReactNode;
  readonly ref?: Ref<HTMLElement> | undefined;
  readonly id?: string | undefined;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** Fills its parent. The section takes focus by script, so that F6 can walk panes. The body does not scroll by itself. */
export function Pane(props: PaneProps) {
  const { label, title = label } = props;
  return (
    <section
      ref={props.ref}
      id={props.id}
      tabIndex={-1}
      data-pane={props.pane}
      aria-label={label}
      className={classNames(styles.pane, props.className)}
    >
      <header className={styles.header}>
        <h2 className={styles.title}>{title}</h2>
        {props.count === undefined ? null : <span className={styles.count}>{props.count}</span>}
        <div className={styles.middle}>{props.header}</div>
        {props.actions === undefined ? null : <div className={styles.actions}>{props.actions}</div>}
      </header>
      {props.toolbar === undefined ? null : <div className={styles.toolbar}>{props.toolbar}</div>}
      <div className={styles.body}>{props.children}</div>
      {props.footer === undefined ? null : <div className={styles.footer}>{props.footer}</div>}
    </section>
  );
}
