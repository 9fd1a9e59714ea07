// How many groups there are by each way of grouping; the way that the list shows is marked. Figures that are not known yet are a dash.

import { useView } from '../../../state/store.ts';
import { formatCount, formatDecimal } from '../../../words/numbers.ts';
import type { Compared } from '../compared.ts';
import styles from './GroupCounts.module.css';
import { ignoringWords } from './ignoringWords.ts';

export interface GroupCountsProps {
  readonly compared: Compared;
  readonly bytes: number;
  readonly normalised: number | undefined;
  readonly clusters: number | undefined;
  readonly threshold: number;
}

export function GroupCounts({ compared, bytes, normalised, clusters, threshold }: GroupCountsProps) {
  const { grouping, normalised: ignored } = useView();
  const figures = [
    { id: 'all', count: compared.rows.length, words: 'generations' },
    { id: 'bytes', count: bytes, words: 'byte-equal groups' },
    { id: 'normalised', count: normalised, words: ignoringWords(ignored) },
    { id: 'clusters', count: clusters, words: `clusters at ${formatDecimal(threshold, 2)} and above` },
  ];
  return (
    <dl className={styles.figures}>
      {figures.map(({ id, count, words }) => (
        <div key={id} className={styles.figure} data-shown={id === grouping || undefined}>
          <dt>{words}</dt>
          <dd>{count === undefined ? '–' : formatCount(count)}</dd>
        </div>
      ))}
    </dl>
  );
}
