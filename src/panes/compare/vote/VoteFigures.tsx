// The figures of a vote, each with its formula and what it is of: majority, margin, interval, entropy, the vote weighted by confidence.

import type { ReactNode } from 'react';
import { tip } from '../../../ui/tip.ts';
import { formatCount, formatDigits, formatPercent, plural } from '../../../words/numbers.ts';
import { type CountedVote, shownAnswer } from './useVote.ts';
import styles from './VoteFigures.module.css';
import { entropyFormula, entropyWords, intervalWords, quoted, weightFormula } from './voteWords.ts';

export function VoteFigures({ counted }: { readonly counted: CountedVote }) {
  const { vote } = counted;
  const { answers, answered, first, margin, interval, entropy, weighted } = vote;
  const [most] = answers;
  if (most === undefined) return null;
  const named = (places: readonly number[]): string =>
    places.length === 0
      ? '–'
      : `${quoted(shownAnswer(counted, places[0] ?? 0))}${places.length > 1 ? ` and ${plural(places.length - 1, 'other')}, a tie` : ''}`;
  const heavy = answers[weighted?.first[0] ?? -1];
  return (
    <dl className={styles.figures}>
      <Figure
        name="Majority"
        formula={`share = samples with this answer ÷ ${plural(answered, 'sample')} with an answer`}
      >
        {named(first)}, {formatCount(most.samples.length)} of {formatCount(answered)} ({formatPercent(most.share, 1)})
      </Figure>
      <Figure name="Margin" formula="samples of the first answer − samples of the next">
        {plural(margin, 'sample')}
      </Figure>
      <Figure name="95 % interval of its share" formula="Wilson’s score interval (1927), of the samples with an answer">
        <span {...tip(`${formatDigits(interval.from, 10)} to ${formatDigits(interval.to, 10)}`)}>
          {intervalWords(interval)}
        </span>
      </Figure>
      <Figure name="Entropy of distinct answers" formula={entropyFormula}>
        <span {...tip(formatDigits(entropy, 10))}>{entropyWords(vote)}</span>
      </Figure>
      <Figure name="Weighted by confidence" formula={weightFormula}>
        {weighted === undefined || heavy === undefined ? (
          'no sample with an answer has log probabilities'
        ) : (
          <>
            {named(weighted.first)}, {formatPercent(heavy.weightShare ?? 0, 1)} of the weight of{' '}
            {weighted.voters === answered ? 'all ' : `${formatCount(weighted.voters)} of `}
            {plural(answered, 'sample')} with an answer
          </>
        )}
      </Figure>
    </dl>
  );
}

function Figure({
  name,
  formula,
  children,
}: {
  readonly name: string;
  readonly formula: string;
  readonly children: ReactNode;
}) {
  return (
    <div className={styles.figure}>
      <dt>{name}</dt>
      <dd>
        {children}
        <span className={styles.formula}>{formula}</span>
      </dd>
    </div>
  );
}
