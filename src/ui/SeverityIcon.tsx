// Octagon, triangle or circle, always with words: drawn by who uses it, or its own for assistive technology only.

import type { ReactNode } from 'react';
import { classNames } from './classNames.ts';
import { Icon } from './Icon.tsx';
import styles from './SeverityIcon.module.css';
import { VisuallyHidden } from './VisuallyHidden.tsx';

export interface SeverityIconProps {
  readonly severity: 'error' | 'warning' | 'info';
  /** Drawn behind the icon instead of the word, for example a count or "1 warning". */
  readonly children?: ReactNode;
}

/** The sign of a severity in its colour. With `children` the caller's words must name the severity or stand beside it. */
export function SeverityIcon({ severity, children }: SeverityIconProps) {
  return (
    <span className={classNames(styles.severity, styles[severity])}>
      <Icon name={severity} />
      {children ?? <VisuallyHidden>{severity}</VisuallyHidden>}
    </span>
  );
}
