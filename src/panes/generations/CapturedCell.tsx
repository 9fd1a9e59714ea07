// What a pattern of the person's own finds in an output, in its column.

import { type Captured, mostMatches } from '../../analysis/capture.ts';
import { tip } from '../../ui/tip.ts';
import { PreviewText } from '../../ui/VisibleText.tsx';
import { formatCount, plural } from '../../words/numbers.ts';
import styles from './GenerationCell.module.css';

/** An en dash where it finds nothing, or where that is not known yet. */
export function CapturedCell({ captured }: { readonly captured: Captured | undefined }) {
  if (captured === undefined || captured.count === 0) return <span className={styles.dash}>–</span>;
  const { value, count } = captured;
  const more = count === mostMatches ? ' or more' : '';
  const matches = `${plural(count, 'match', 'matches')}${more}`;
  return (
    <span className={styles.name} {...tip(value ? `${matches}, the first: ${value}` : matches)}>
      {value ? <PreviewText text={value} /> : <span className={styles.quiet}>matches</span>}
      {count > 1 ? <span className={styles.quiet}>{` ×${formatCount(count)}${more && '+'}`}</span> : null}
    </span>
  );
}
