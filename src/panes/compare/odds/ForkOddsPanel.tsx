// The odds of one fork: what was said beside what the samples' own lists expected, what nobody said, and every sample by itself. Each figure leads
// to the token that it comes from. Knows no tab.

import { useMemo, useState } from 'react';
import { generationName } from '../../../analysis/equalAnswers.ts';
import type { SampleOdds } from '../../../analysis/probability/oddsShapes.ts';
import type { Pointer } from '../../../json/pointer.ts';
import type { GenerationRow } from '../../../response/rows.ts';
import type { SampleList } from '../../../response/samples/sampleList.ts';
import { useStore } from '../../../state/store.ts';
import { tip } from '../../../ui/tip.ts';
import { PreviewText } from '../../../ui/VisibleText.tsx';
import { formatCount } from '../../../words/numbers.ts';
import styles from './ForkOddsPanel.module.css';
import { meanNotes, notListedWords, oddsPercent, problemWords, rankWords } from './oddsWords.ts';
import type { ForkOddsState } from './useForkOdds.ts';
import { WhyNoOdds } from './WhyNoOdds.tsx';

/** One way as the tab names it. */
export interface NamedWay {
  /** Its number in the fork. */
  readonly way: number;
  /** '' for nothing. */
  readonly text: string;
}

export interface ForkOddsPanelProps {
  readonly state: ForkOddsState;
  /** Among the forks that the state is of. */
  readonly fork: number;
  /** In the order in which they are listed. */
  readonly ways: readonly NamedWay[];
  /** By sample. */
  readonly rows: SampleList;
}

/** Samples that are listed. */
const mostSamples = 40;
const previewUnits = 80;

export function ForkOddsPanel({ state, fork, ways, rows }: ForkOddsPanelProps) {
  const [isOpen, setOpen] = useState(false);
  const { inFull } = state;
  const full = useMemo(() => inFull(fork), [inFull, fork]);
  if (state.listingCount === 0 && rows.length > 0) return <WhyNoOdds rows={rows} />;
  if (state.problem !== undefined)
    return <p className={styles.note}>{`The odds could not be found. ${state.problem}`}</p>;
  if (full === undefined) return null;
  const { odds, samples } = full;
  const nameOf = (way: number): string => nameOfWay(ways.find((one) => one.way === way)?.text ?? '');
  return (
    <div className={styles.panel}>
      <table className={styles.table} aria-label="Said and expected">
        <thead>
          <tr>
            <th scope="col">way</th>
            <th scope="col" className={styles.number}>
              said
            </th>
            <th scope="col" className={styles.number} {...tip(expectedTip)}>
              expected
            </th>
          </tr>
        </thead>
        <tbody>
          {ways.map(({ way, text }) => (
            <tr key={way}>
              <th scope="row">
                <PreviewText className={styles.words} text={nameOfWay(text)} />
              </th>
              <td className={styles.number}>{oddsPercent(odds.said[way] ?? 0)}</td>
              <td className={styles.number}>{oddsPercent(odds.expected[way] ?? Number.NaN)}</td>
            </tr>
          ))}
          {odds.unsaid.map(({ text, expected }) => (
            <tr key={text} className={styles.unsaid}>
              <th scope="row">
                <span className={styles.words}>
                  {'not said by any: '}
                  <PreviewText text={text.trim() === '' ? text : text.trim()} />
                </span>
              </th>
              <td className={styles.number}>{oddsPercent(0)}</td>
              <td className={styles.number}>{oddsPercent(expected)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {meanNotes(odds, samples, rows, state).map((note) => (
        <p key={note} className={styles.note}>
          {note}
        </p>
      ))}
      {samples.length === 0 ? null : (
        <button type="button" className={styles.toggle} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? 'Hide the odds of each sample' : 'Odds of each sample'}
        </button>
      )}
      {isOpen ? (
        <ul className={styles.samples} aria-label="Odds of each sample">
          {samples.slice(0, mostSamples).map((one) => {
            const row = rows.at(one.sample);
            return row === undefined ? null : (
              <OneSample
                key={one.sample}
                row={row}
                odds={one}
                ways={ways}
                nameOf={nameOf}
                pointer={state.pointerOf(one)}
              />
            );
          })}
          {samples.length > mostSamples ? (
            <li className={styles.note}>{`and ${formatCount(samples.length - mostSamples)} more`}</li>
          ) : null}
        </ul>
      ) : null}
    </div>
  );
}

const expectedTip =
  'Mean over the samples of what each one’s own list gives to a way: the alternatives that are a prefix of it or begin with it, times its own tokens since the fork';

interface OneSampleProps {
  readonly row: GenerationRow;
  readonly odds: SampleOdds;
  readonly ways: readonly NamedWay[];
  readonly nameOf: (way: number) => string;
  /** The token that decides. */
  readonly pointer: Pointer | undefined;
}

function OneSample({ row, odds, ways, nameOf, pointer }: OneSampleProps) {
  const { select } = useStore.getState();
  return (
    <li className={styles.sample}>
      <button type="button" className={styles.link} onClick={() => select(row.pointer, 'compare')}>
        {generationName(row.label)}
      </button>
      <span className={styles.words}>
        {'said '}
        <PreviewText text={nameOf(odds.way)} />
      </span>
      {pointer === undefined ? (
        <span className={styles.number}>–</span>
      ) : (
        <button
          type="button"
          className={styles.figure}
          onClick={() => select(pointer, 'compare')}
          {...tip(`Product of its tokens to the one that tells its way apart: ${rankWords(odds)}. Shows this token`)}
        >
          {oddsPercent(odds.own)}
        </button>
      )}
      {odds.problem === undefined ? null : <span className={styles.why}>{`${problemWords(odds.problem)}.`}</span>}
      {ways
        .filter(({ way }) => way !== odds.way && odds.token >= 0)
        .map(({ way }) => {
          const rank = odds.ranks[way] ?? 0;
          const isListed = rank > 0;
          return (
            <span key={way} className={styles.other}>
              <PreviewText className={styles.words} text={nameOf(way)} />
              <span className={styles.number}>
                {isListed
                  ? `${oddsPercent(odds.odds[way] ?? Number.NaN)}, rank ${formatCount(rank)}`
                  : notListedWords(odds)}
              </span>
            </span>
          );
        })}
    </li>
  );
}

function nameOfWay(text: string): string {
  if (text === '') return '∅ nothing';
  const trimmed = text.trim();
  return (trimmed === '' ? text : trimmed).slice(0, previewUnits);
}
