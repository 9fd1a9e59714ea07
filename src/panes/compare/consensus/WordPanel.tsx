// Where a word that all share stands in each sample.

import { generationName } from '../../../analysis/equalAnswers.ts';
import { formatCount, plural } from '../../../words/numbers.ts';
import styles from './ForkPanel.module.css';
import type { SharedWord } from './ForkSlot.tsx';
import type { ReadConsensus } from './useConsensus.ts';

export interface WordPanelProps {
  readonly read: ReadConsensus;
  readonly word: SharedWord;
  /** Samples that count. */
  readonly samples: readonly number[];
  readonly onSelect: (sample: number) => void;
}

const mostPlaces = 200;

export function WordPanel({ read, word, samples, onSelect }: WordPanelProps) {
  const { consensus, rows, saying } = read;
  const places = samples.flatMap((sample) => {
    const text = consensus.texts[consensus.textOf[sample] ?? -1];
    return text === undefined || text.isApart ? [] : [{ sample, from: (text.starts[word.segment] ?? 0) + word.from }];
  });
  const [first] = places;
  const said = first && saying(first.sample).slice(first.from, first.from + word.to - word.from);
  return (
    <section className={styles.panel} aria-label="Shared word">
      <h3 className={styles.head}>
        {`“${said ?? ''}” `}
        <span className={styles.after}>{`in ${plural(places.length, 'sample')}, at character`}</span>
      </h3>
      <ul className={styles.ways} aria-label="Places of this word">
        {places.slice(0, mostPlaces).map(({ sample, from }) => (
          <li key={sample} className={styles.way}>
            <span className={styles.samples}>
              <button type="button" className={styles.sample} onClick={() => onSelect(sample)}>
                {generationName(rows.label(sample))}
              </button>
            </span>
            {/* Code points, from 1, as columns of the source are counted. */}
            <span className={styles.share}>{formatCount(Array.from(saying(sample).slice(0, from)).length + 1)}</span>
          </li>
        ))}
      </ul>
      {places.length > mostPlaces ? (
        <p className={styles.after}>{`and in ${plural(places.length - mostPlaces, 'more sample')}`}</p>
      ) : null}
    </section>
  );
}
