// What all outputs in the table begin with, once and quietly: the rows leave it out.

import { tip } from '../../ui/tip.ts';
import { PreviewText } from '../../ui/VisibleText.tsx';
import styles from './CommonStart.module.css';

interface CommonStartProps {
  /** Nothing is shown for an empty one. */
  readonly text: string;
  /** A line of its own, where no head of a column is. */
  readonly isLine?: boolean;
}

export function CommonStart({ text, isLine = false }: CommonStartProps) {
  if (text === '') return null;
  return (
    <span
      data-testid="common-start"
      className={isLine ? styles.line : styles.start}
      {...tip(`Every output here begins with: ${text}`)}
    >
      <span>all begin with</span>
      <PreviewText text={`${text}…`} className={styles.text} />
    </span>
  );
}
