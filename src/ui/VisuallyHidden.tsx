// Text for assistive technology only.

import type { ReactNode } from 'react';
import styles from './VisuallyHidden.module.css';

/** Renders its children so that only assistive technology meets them. */
export function VisuallyHidden({ children }: { readonly children: ReactNode }) {
  return <span className={styles.hidden}>{children}</span>;
}
