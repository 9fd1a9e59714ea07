// The figures of an answer in one line, each with its formula and what it is of. Figures that stand at a place lead to it.

import type { ReactNode } from 'react';
import { perplexity } from '../../../analysis/perplexity.ts';
import { figuresOf, windowLength } from '../../../analysis/probability/figures.ts';
import type { LeftOutReason } from '../../../response/tokens/token.ts';
import { formatCount, formatDecimal, formatDigits, formatPercent, plural } from '../../../words/numbers.ts';
import { PlaceButton } from '../PlaceButton.tsx';
import styles from './TokenFigures.module.css';
import { coverageSentence, leftOutWords, probabilityText, spokenText } from './tokenWords.ts';
import type { Listing } from './useTokens.ts';

export function TokenFigures({ listing }: { readonly listing: Listing }) {
  const figures = figuresOf(listing);
  const { count, usable, mean, total, lowest, window, below, leftOut } = figures;
  const leftOutNotes = Object.entries(leftOut ?? {}).map(([reason, number]) =>
    leftOutWords(reason as LeftOutReason, number),
  );
  return (
    <>
      {mean === undefined || total === undefined ? null : (
        <dl className={styles.figures}>
          <Figure name="Mean logprob" value={formatDecimal(mean, 3)} formula={`sum ÷ ${plural(usable, 'token')}`} />
          <Figure name="Perplexity" value={formatDigits(perplexity(mean), 3)} formula="exp(−mean)" />
          <Figure name="Total logprob" value={formatDecimal(total, 2)} formula={`sum of ${plural(usable, 'token')}`} />
          {lowest === undefined ? null : (
            <Figure
              name="Lowest token"
              value={<PlaceButton pointer={lowest.pointer}>{probabilityText(Math.exp(lowest.logprob))}</PlaceButton>}
              formula={<span className={styles.token}>{spokenText(lowest.text)}</span>}
            />
          )}
          {window === undefined ? null : (
            <Figure
              name={window.length < windowLength ? 'Lowest window' : `Lowest ${formatCount(windowLength)} in a row`}
              value={<PlaceButton pointer={window.pointer}>{formatDecimal(window.mean, 3)}</PlaceButton>}
              formula={`mean of ${plural(window.length, 'token')}`}
            />
          )}
          {below === undefined ? null : (
            <Figure
              name="Below 50 %"
              value={`${formatCount(below)} of ${formatCount(usable)}`}
              formula={`${formatPercent(below / usable)} of the tokens`}
            />
          )}
        </dl>
      )}
      <p className={styles.note}>
        {`${formatCount(usable)} of ${plural(count, 'token')} count. `}
        {leftOutNotes.length === 0 ? '' : `Left out: ${leftOutNotes.join(', ')}. `}
        {coverageSentence(listing.coverage, listing.text)}
      </p>
    </>
  );
}

interface FigureProps {
  readonly name: string;
  readonly value: ReactNode;
  readonly formula: ReactNode;
}

function Figure({ name, value, formula }: FigureProps) {
  return (
    <div className={styles.figure}>
      <dt className={styles.name}>{name}</dt>
      <dd className={styles.value}>{value}</dd>
      <dd className={styles.formula}>{formula}</dd>
    </div>
  );
}
