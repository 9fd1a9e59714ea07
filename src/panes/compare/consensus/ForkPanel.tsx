// All that is known of one fork: its ways in full, how many of the samples went each, and which.

import type { ReactNode } from 'react';
import { generationName } from '../../../analysis/equalAnswers.ts';
import { startOf } from '../../../response/text/startOf.ts';
import { VisibleRuns } from '../../../ui/VisibleText.tsx';
import { formatCount, formatPercent } from '../../../words/numbers.ts';
import type { ForkItem } from './consensusItems.ts';
import { wordsBefore } from './consensusWords.ts';
import styles from './ForkPanel.module.css';
import type { ReadConsensus } from './useConsensus.ts';

export interface ForkPanelProps {
  readonly read: ReadConsensus;
  readonly item: ForkItem;
  /** Samples that went a way, of those that count. */
  readonly samplesOf: (way: number) => readonly number[];
  readonly onSelect: (sample: number, segment: number) => void;
  /** Further figures of the fork. */
  readonly odds: ReactNode;
  /** There are some; why there are none is said last. */
  readonly areOddsFirst: boolean;
}

/** Code points of a way, and names, that are shown. */
const mostText = 600;
const mostNames = 24;

export function ForkPanel({ read, item, samplesOf, onSelect, odds, areOddsFirst }: ForkPanelProps) {
  const before = wordsBefore(read.consensus, item.segment, read.saying);
  return (
    <section className={styles.panel} aria-label={`Fork ${formatCount(item.fork + 1)}`}>
      <h3 className={styles.head}>
        {`Fork ${formatCount(item.fork + 1)} `}
        <span className={styles.after}>
          {item.isApart ? 'samples that say something else' : before === '' ? 'at the start' : `after “${before}”`}
        </span>
      </h3>
      {areOddsFirst ? odds : null}
      <ul className={styles.ways} aria-label="Ways of this fork">
        {item.ways.map(({ way, text, count }) => {
          const start = startOf(text, mostText);
          const samples = samplesOf(way);
          return (
            <li key={way} className={styles.way}>
              <span className={styles.text}>
                {text === '' ? (
                  <span className={styles.after}>∅ nothing</span>
                ) : (
                  <VisibleRuns text={start.text} showInvisible={text.trim() === ''} isPartial />
                )}
                {start.isWhole ? null : (
                  <span
                    className={styles.after}
                  >{` … and ${formatCount(text.length - start.text.length)} UTF-16 units more`}</span>
                )}
              </span>
              <span className={styles.share}>{formatPercent(count / item.of)}</span>
              <span className={styles.samples}>
                {samples.slice(0, mostNames).map((sample) => {
                  const row = read.rows.at(sample);
                  return row === undefined ? null : (
                    <button
                      key={sample}
                      type="button"
                      className={styles.sample}
                      onClick={() => onSelect(sample, item.segment)}
                    >
                      {generationName(row.label)}
                    </button>
                  );
                })}
                {samples.length > mostNames ? (
                  <span>{`and ${formatCount(samples.length - mostNames)} more`}</span>
                ) : null}
              </span>
            </li>
          );
        })}
      </ul>
      {areOddsFirst ? null : odds}
    </section>
  );
}
