// The colour of a kind of tokens beside its name. Knows no counts.

import type { ReactNode } from 'react';
import styles from './UsageKey.module.css';

export function UsageKey({ kind, children }: { readonly kind: 'prompt' | 'generation'; readonly children: ReactNode }) {
  return <span className={styles[kind]}>{children}</span>;
}
