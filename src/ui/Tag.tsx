// A short word in a thin frame, optionally with a button that takes it away.

import type { ReactNode } from 'react';
import { classNames } from './classNames.ts';
import { IconButton } from './IconButton.tsx';
import styles from './Tag.module.css';

export interface TagProps {
  readonly tone?: 'quiet' | 'accent' | 'error' | 'warning' | 'info' | undefined;
  readonly children: ReactNode;
  /** Given together with `removeLabel`: draws a small cross. */
  readonly onRemove?: (() => void) | undefined;
  readonly removeLabel?: string | undefined;
}

/** A tag of 18 px height. */
export function Tag({ tone = 'quiet', children, onRemove, removeLabel = 'Remove' }: TagProps) {
  return (
    <span className={classNames(styles.tag, styles[tone])}>
      <span className={styles.text}>{children}</span>
      {onRemove === undefined ? null : <IconButton icon="x" label={removeLabel} onClick={onRemove} />}
    </span>
  );
}
