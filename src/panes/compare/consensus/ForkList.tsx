// The forks beside the text, in its order or the most contested first, each with how many went which way.

import { memo } from 'react';
import type { Consensus } from '../../../analysis/consensus/consensus.ts';
import { tip } from '../../../ui/tip.ts';
import { formatCount } from '../../../words/numbers.ts';
import type { ForkItem } from './consensusItems.ts';
import { wordsBefore } from './consensusWords.ts';
import styles from './ForkList.module.css';

export interface ForkListProps {
  readonly consensus: Consensus;
  readonly saying: (sample: number) => string;
  /** In the order in which they are listed. */
  readonly forks: readonly ForkItem[];
  readonly current: number | undefined;
  readonly onGo: (segment: number) => void;
}

const mostCounts = 5;

export const ForkList = memo(function ForkList({ consensus, saying, forks, current, onGo }: ForkListProps) {
  return (
    <section className={styles.pane} aria-labelledby="consensus-forks">
      <div className={styles.head}>
        <h3 id="consensus-forks" className={styles.title}>
          Forks
        </h3>
        <span className={styles.title}>went</span>
      </div>
      <ul className={styles.list} aria-label="Forks">
        {forks.map((item) => {
          const before = item.isApart ? 'another text' : wordsBefore(consensus, item.segment, saying);
          return (
            <li
              key={item.segment}
              className={styles.item}
              data-context="difference"
              onContextMenu={() => onGo(item.segment)}
            >
              <button
                type="button"
                className={styles.fork}
                aria-current={item.segment === current || undefined}
                onClick={() => onGo(item.segment)}
                {...tip(countsWords(item, 20))}
              >
                <span className={styles.number}>{formatCount(item.fork + 1)}</span>
                <bdi className={styles.after}>{before === '' ? 'opening' : item.isApart ? before : `… ${before}`}</bdi>
                <span className={styles.counts}>
                  {item.ways.length === 1 ? 'settled' : countsWords(item, mostCounts)}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
});

/** `3 + 2 + 1 + ∅ 2`; of many ways the first, and how many more there are. */
function countsWords({ ways }: ForkItem, most: number): string {
  const shown = ways.slice(0, most).map(({ text, count }) => `${text === '' ? '∅ ' : ''}${formatCount(count)}`);
  return `${shown.join(' + ')}${ways.length > most ? ` + ${formatCount(ways.length - most)} more` : ''}`;
}
