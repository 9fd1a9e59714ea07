// The figures of a generation's tokens as they are sorted, charted and narrowed by: what each is, its formula, its value. One entry per figure. Pure.

import type { TokenFigures } from '../../response/tokens/token.ts';
import { perplexity } from '../perplexity.ts';
import type { FigureId } from './figureIds.ts';
import { windowLength } from './figures.ts';

export interface FigureKind {
  readonly name: string;
  /** A sentence without its end, with what it is of. */
  readonly formula: string;
  /** Charts and ranges are of whole numbers of these. */
  readonly unit: number;
  /** Undefined where no token is usable. */
  valueOf(figures: TokenFigures): number | undefined;
}

const usable =
  'usable tokens of the answer: those with a log probability, not of the prompt, special or after the stop';

export const figureKinds: Readonly<Record<FigureId, FigureKind>> = {
  logprob: {
    name: 'Mean logprob',
    formula: `Σ ln p ÷ n over the n ${usable}`,
    unit: 0.001,
    valueOf: ({ mean }) => mean,
  },
  perplexity: {
    name: 'Perplexity',
    formula: `exp(−Σ ln p ÷ n) over the n ${usable}`,
    unit: 0.01,
    valueOf: ({ mean }) => (mean === undefined ? undefined : perplexity(mean)),
  },
  lowest: {
    name: 'Lowest token',
    formula: `The least p among the n ${usable}`,
    unit: 0.0001,
    valueOf: ({ lowest }) => lowest && Math.exp(lowest.logprob),
  },
  lowest16: {
    name: `Lowest ${windowLength}`,
    formula: `The least Σ ln p ÷ ${windowLength} of ${windowLength} in a row, or of all where they are fewer, among the n ${usable}`,
    unit: 0.001,
    valueOf: ({ window }) => window?.mean,
  },
  below: {
    name: 'Below 0.5',
    formula: `How many have p < 0.5 ÷ n, of the n ${usable}`,
    unit: 0.001,
    valueOf: ({ below, usable: count }) => (below === undefined ? undefined : below / count),
  },
  total: {
    name: 'Total logprob',
    formula: `Σ ln p over the n ${usable}`,
    unit: 0.01,
    valueOf: ({ total }) => total,
  },
};

/** A figure in whole units, as charts count it and ranges hold it; NaN for none, and for one that is too large to be counted so. */
export function unitsOf(id: FigureId, value: number): number {
  const units = Math.round(value / figureKinds[id].unit);
  // −0 is 0.
  return Number.isSafeInteger(units) ? units + 0 : Number.NaN;
}
