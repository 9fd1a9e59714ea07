// The figures of log probabilities as the table shows them, and the sentences behind them. Pure.

import { perplexity, type TokenMean } from '../../analysis/perplexity.ts';
import { formatCount, formatDecimal, formatDigits } from '../../words/numbers.ts';

/** `−0.386` */
export function meanText(mean: number): string {
  return formatDecimal(mean, 3);
}

/** `1.47`; whole from 1,000 on, and in powers of ten where nobody counts the digits. */
export function perplexityText(mean: number): string {
  const value = perplexity(mean);
  if (!Number.isFinite(value)) return '∞';
  if (value < 1000) return formatDecimal(value, 2);
  return value < 1e7 ? formatCount(Math.round(value)) : value.toExponential(2).replace('e+', ' × 10^');
}

/** What the mean is of, and its digits as far as they were calculated. */
export function meanSentence(tokens: TokenMean): string {
  if (tokens.mean === undefined) return `None of ${formatCount(tokens.count)} tokens has a usable log probability`;
  return `Mean of ${formatCount(tokens.usable)} usable of ${formatCount(tokens.count)} tokens, natural logarithm: ${formatDigits(tokens.mean, 7)}`;
}

export function perplexitySentence(tokens: TokenMean): string {
  if (tokens.mean === undefined) return meanSentence(tokens);
  return `e to the power of minus the mean log probability of ${formatCount(tokens.usable)} usable of ${formatCount(tokens.count)} tokens: ${formatDigits(perplexity(tokens.mean), 7)}`;
}
