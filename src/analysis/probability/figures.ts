// The figures of one generation over its tokens with log probabilities. Pure; knows tokens, no screen and no words.

import type { LeftOutReason, Token, TokenFacts, TokenFigures } from '../../response/tokens/token.ts';

/** So many usable tokens in a row are a window, after the group confidence of DeepConf (arXiv 2508.15260), which slides one over an answer. */
export const windowLength = 16;

const longestText = 40;

/** What the figures need of a token. */
export type FigureToken = Pick<Token, 'text' | 'pointer' | 'logprob' | 'isPrompt' | 'isSpecial' | 'isAfterStop'>;

/** What they need of a list of tokens. */
export interface FigureTokens {
  readonly tokens: readonly FigureToken[];
  readonly facts?: Pick<TokenFacts, 'generated'>;
}

/** Why a token is not in the figures; undefined for a usable one: a token of the answer with a log probability. */
export function leftOutReason({
  logprob,
  isPrompt,
  isSpecial,
  isAfterStop,
}: Pick<FigureToken, 'logprob' | 'isPrompt' | 'isSpecial' | 'isAfterStop'>): LeftOutReason | undefined {
  if (isPrompt) return 'prompt';
  if (isAfterStop) return 'afterStop';
  if (isSpecial) return 'special';
  return logprob === null ? 'unusable' : undefined;
}

/**
 * The figures of an answer, in one pass. With ln p the log probability (natural logarithm) of each of the n usable tokens:
 * total = Σ ln p; mean = total / n, of which perplexity is exp(−mean); lowest = the least ln p; window = the least mean of
 * `windowLength` usable tokens in a row, or of all where they are fewer; below = how many have p < 0.5 (formats.md §10). Tokens that are
 * left out stand in no window and do not part one: the lowest group confidence of DeepConf, with the token's own ln p for its confidence.
 */
export function figuresOf({ tokens, facts }: FigureTokens): TokenFigures {
  const leftOut = { prompt: 0, afterStop: 0, special: 0, unusable: 0 };
  // The last values, in a ring, and where each stands: a running sum would carry its rounding along a long answer.
  const values = new Float64Array(windowLength);
  const places = new Uint32Array(windowLength);
  let usable = 0;
  let total = 0;
  let below = 0;
  let lowest = Number.POSITIVE_INFINITY;
  let lowestAt = -1;
  let lowestMean = Number.POSITIVE_INFINITY;
  let windowAt = -1;
  for (const [at, token] of tokens.entries()) {
    const reason = leftOutReason(token);
    if (reason !== undefined) leftOut[reason]++;
    const { logprob } = token;
    if (reason !== undefined || logprob === null) continue;
    total += logprob;
    if (logprob < -Math.LN2) below++;
    if (logprob < lowest) {
      lowest = logprob;
      lowestAt = at;
    }
    values[usable % windowLength] = logprob;
    places[usable % windowLength] = at;
    usable++;
    if (usable < windowLength) continue;
    const mean = sum(values) / windowLength;
    if (mean >= lowestMean) continue;
    lowestMean = mean;
    windowAt = places[usable % windowLength] ?? -1;
  }
  const counts = {
    count: tokens.length,
    usable,
    ...leftOutOf(leftOut),
    ...(facts !== undefined && facts.generated === undefined && { isPromptAmong: true }),
  };
  const lowestToken = tokens[lowestAt];
  if (lowestToken === undefined) return counts;
  const isWhole = usable < windowLength;
  const first = tokens[isWhole ? (places[0] ?? 0) : windowAt];
  return {
    ...counts,
    mean: total / usable,
    total,
    lowest: { logprob: lowest, text: lowestToken.text.slice(0, longestText), pointer: lowestToken.pointer },
    window: {
      mean: isWhole ? total / usable : lowestMean,
      length: Math.min(usable, windowLength),
      pointer: (first ?? lowestToken).pointer,
    },
    below,
  };
}

function sum(values: Float64Array): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

function leftOutOf(counts: Readonly<Record<LeftOutReason, number>>): Pick<TokenFigures, 'leftOut'> {
  const some = Object.entries(counts).filter(([, count]) => count > 0);
  return some.length === 0 ? {} : { leftOut: Object.fromEntries(some) };
}
