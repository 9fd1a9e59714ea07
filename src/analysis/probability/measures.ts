// What one token and its list of alternatives say of how sure the model was: six measures, each with its formula. Pure; knows tokens and no screen.
// Unusable values (-9999, null, -inf, NaN) are no probabilities: what would need one is undefined. Values are as computed, also slightly beyond 0
// and 1; only what is shown is clamped (`shownProbability`).

import type { Token, TokenAlternative, TokenLogprob } from '../../response/tokens/token.ts';
import type { Measure } from './measureNames.ts';

/** One line of the list that a token was chosen from: an alternative, or the token itself where it is not among them. */
export interface Candidate extends TokenLogprob {
  readonly pointer: TokenAlternative['pointer'];
  readonly text: string;
  readonly bytes?: readonly number[];
  readonly isChosen: boolean;
  /** The chosen token, which its own list does not hold. */
  readonly isAdded: boolean;
}

type Listed = Pick<Token, 'pointer' | 'text' | 'bytes' | 'logprob' | 'state' | 'lexeme' | 'alternatives'>;

/**
 * The alternatives in their order, and behind them the chosen token where it is not among them, so that it counts exactly once. Alternatives that
 * spell the same stay apart, by position.
 */
export function candidatesOf(token: Listed): readonly Candidate[] {
  const listed = token.alternatives.map((alternative): Candidate => ({ ...alternative, isAdded: false }));
  if (listed.some(({ isChosen }) => isChosen)) return listed;
  const { pointer, text, bytes, logprob, state, lexeme } = token;
  return [...listed, { pointer, text, ...(bytes && { bytes }), logprob, state, lexeme, isChosen: true, isAdded: true }];
}

/** p = exp(logprob), as computed: float noise may give slightly more than 1. Undefined for an unusable value. */
export function probabilityOf({ logprob }: Pick<TokenLogprob, 'logprob'>): number | undefined {
  return logprob === null ? undefined : Math.exp(logprob);
}

/** A probability as it is drawn and written: within 0 and 1. */
export function shownProbability(probability: number): number {
  return Math.min(1, Math.max(0, probability));
}

/** Surprisal in bits, −logprob / ln 2 (formats.md §10); a log probability of 0 has 0, never −0. */
export function surprisalBits({ logprob }: Pick<TokenLogprob, 'logprob'>): number | undefined {
  return logprob === null ? undefined : 0 - logprob / Math.LN2;
}

export interface Rank {
  /** From 1. */
  readonly rank: number;
  /** The token is not in its own list, so that it may be further down than this. */
  readonly isAtLeast: boolean;
  /** Alternatives that are listed. */
  readonly of: number;
}

/** Rank of the chosen token: one more than the alternatives that are likelier. Undefined without a list or a usable value of its own. */
export function rankOf(token: Listed): Rank | undefined {
  const { alternatives } = token;
  const chosen = alternatives.find(({ isChosen }) => isChosen);
  if (alternatives.length === 0) return undefined;
  const own = chosen === undefined ? token.logprob : chosen.logprob;
  if (own === null) return undefined;
  const likelier = alternatives.filter(({ logprob }) => logprob !== null && logprob > own).length;
  return { rank: likelier + 1, isAtLeast: chosen === undefined, of: alternatives.length };
}

/** The likeliest of the other candidates; undefined where none has a usable value. */
export function runnerUp(token: Listed): Candidate | undefined {
  let best: Candidate | undefined;
  for (const one of candidatesOf(token))
    if (!one.isChosen && one.logprob !== null && (best === undefined || one.logprob > (best.logprob ?? 0))) best = one;
  return best;
}

/** Probability of the chosen token less that of the likeliest other one, from −1 to 1; negative where another was likelier. */
export function marginOf(token: Listed): number | undefined {
  const own = probabilityOf(token);
  const other = runnerUp(token);
  const next = other && probabilityOf(other);
  return own === undefined || next === undefined ? undefined : own - next;
}

/** Mass of the list that is shown, M = Σ p over the candidates with a usable value; may exceed 1 by rounding. Undefined where none has one. */
export function shownMass(token: Listed): number | undefined {
  const values = candidatesOf(token).flatMap((one) => probabilityOf(one) ?? []);
  return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0);
}

/**
 * Entropy in bits of the candidates with everything else as one bucket, −Σ p log₂ p − (1−M) log₂(1−M) (formats.md §10): a lower bound of the true
 * entropy, because the rest is many tokens. Undefined without alternatives or without a usable value of the chosen token.
 */
export function entropyBits(token: Listed): number | undefined {
  const mass = shownMass(token);
  if (mass === undefined || token.alternatives.length === 0 || token.logprob === null) return undefined;
  const bits = (p: number): number => (p <= 0 ? 0 : (-p * Math.log(p)) / Math.LN2);
  const sum = candidatesOf(token).reduce((total, one) => total + bits(probabilityOf(one) ?? 0), 0);
  return sum + bits(Math.max(0, 1 - mass));
}

/**
 * Token confidence of DeepConf, C = −(1/k) Σ ln p over the k listed alternatives (arXiv 2508.15260): high where all but one are unlikely. Natural
 * logarithm. The chosen token counts where it is in the list, which is the top k. Undefined without usable alternatives.
 */
export function confidenceOf({ alternatives }: Pick<Token, 'alternatives'>): number | undefined {
  const values = alternatives.flatMap(({ logprob }) => logprob ?? []);
  return values.length === 0 ? undefined : 0 - values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The measure of a token as a number; undefined where the list does not tell it. */
export function measureOf(measure: Measure, token: Listed): number | undefined {
  switch (measure) {
    case 'probability':
      return probabilityOf(token);
    case 'surprisal':
      return surprisalBits(token);
    case 'rank':
      return rankOf(token)?.rank;
    case 'margin':
      return marginOf(token);
    case 'entropy':
      return entropyBits(token);
    case 'confidence':
      return confidenceOf(token);
  }
}
