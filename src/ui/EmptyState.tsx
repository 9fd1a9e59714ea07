// What stands where nothing is: why it is empty and what to do next.

import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';

export interface EmptyStateProps {
  readonly title?: string | undefined;
  /** One or two sentences. */
  readonly children: ReactNode;
  /** Buttons for what to do next. */
  readonly actions?: ReactNode;
}

/** A quiet paragraph at the upper left of an empty pane. */
export function EmptyState({ title, children, actions }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      {title === undefined ? null : <p className={styles.title}>{title}</p>}
      <p>{children}</p>
      {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
