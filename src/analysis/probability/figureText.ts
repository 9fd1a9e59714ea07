// The figures of tokens as the table shows them. Pure; knows no screen.

import { formatCount, formatDecimal, formatPercent, formatProbability } from '../../words/numbers.ts';
import type { FigureId } from './figureIds.ts';

/** A value of a figure: `−0.386`, `1.47`, `3.1 %`. */
export function figureText(id: FigureId, value: number): string {
  switch (id) {
    case 'logprob':
    case 'lowest16':
      return formatDecimal(value, 3);
    case 'total':
      return formatDecimal(value, 2);
    case 'lowest':
      return formatProbability(value);
    case 'below':
      return formatPercent(value, 1);
    case 'perplexity':
      return perplexityText(value);
  }
}

/** Whole from 1,000 on, and in powers of ten where nobody counts the digits. */
function perplexityText(value: number): string {
  if (!Number.isFinite(value)) return '∞';
  if (value < 1000) return formatDecimal(value, 2);
  return value < 1e7 ? formatCount(Math.round(value)) : value.toExponential(2).replace('e+', ' × 10^');
}
