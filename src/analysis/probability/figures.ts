// The figures of one generation over its tokens with log probabilities. Pure; knows tokens, no screen and no words.

import type { Pointer } from '../../json/pointer.ts';
import { leftOutReasons, type ScannedTokens } from '../../response/tokens/scanTokens.ts';
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

/** The figures of an answer (`Sums`). */
export function figuresOf({ tokens, facts }: FigureTokens): TokenFigures {
  const sums = new Sums();
  for (const [at, token] of tokens.entries()) sums.add(at, token.logprob, leftOutReason(token));
  return sums.figures({
    count: tokens.length,
    facts,
    textAt: (at) => tokens[at]?.text ?? '',
    pointerAt: (at) => (tokens[at] as FigureToken).pointer,
  });
}

/** As `figuresOf`, of tokens that were read in columns. */
export function figuresOfScanned({ columns, facts, textAt, pointerAt }: ScannedTokens): TokenFigures {
  const sums = new Sums();
  const { count, logprob, leftOut } = columns;
  for (let at = 0; at < count; at++) {
    const reason = leftOut[at] as number;
    sums.add(at, logprob[at] as number, reason === 0 ? undefined : leftOutReasons[reason - 1]);
  }
  return sums.figures({ count, facts, textAt, pointerAt });
}

interface Listed {
  readonly count: number;
  readonly facts: FigureTokens['facts'];
  textAt(at: number): string;
  pointerAt(at: number): Pointer;
}

/**
 * The figures of an answer, in one pass. With ln p the log probability (natural logarithm) of each of the n usable tokens:
 * total = Σ ln p; mean = total / n, of which perplexity is exp(−mean); lowest = the least ln p; window = the least mean of
 * `windowLength` usable tokens in a row, or of all where they are fewer; below = how many have p < 0.5 (formats.md §10). Tokens that are
 * left out stand in no window and do not part one: the lowest group confidence of DeepConf, with the token's own ln p for its confidence.
 */
class Sums {
  readonly #leftOut = { prompt: 0, afterStop: 0, special: 0, unusable: 0 };
  // The last values, in a ring, and where each stands: a running sum would carry its rounding along a long answer.
  readonly #values = new Float64Array(windowLength);
  readonly #places = new Uint32Array(windowLength);
  #usable = 0;
  #total = 0;
  #below = 0;
  #lowest = Number.POSITIVE_INFINITY;
  #lowestAt = -1;
  #lowestMean = Number.POSITIVE_INFINITY;
  #windowAt = -1;

  /** Takes the next token; `logprob` counts where there is no reason against it. */
  add(at: number, logprob: number | null, reason: LeftOutReason | undefined): void {
    if (reason !== undefined) this.#leftOut[reason]++;
    if (reason !== undefined || logprob === null) return;
    this.#total += logprob;
    if (logprob < -Math.LN2) this.#below++;
    if (logprob < this.#lowest) {
      this.#lowest = logprob;
      this.#lowestAt = at;
    }
    this.#values[this.#usable % windowLength] = logprob;
    this.#places[this.#usable % windowLength] = at;
    this.#usable++;
    if (this.#usable < windowLength) return;
    const mean = sum(this.#values) / windowLength;
    if (mean >= this.#lowestMean) return;
    this.#lowestMean = mean;
    this.#windowAt = this.#places[this.#usable % windowLength] ?? -1;
  }

  figures({ count, facts, textAt, pointerAt }: Listed): TokenFigures {
    const usable = this.#usable;
    const counts = {
      count,
      usable,
      ...leftOutOf(this.#leftOut),
      ...(facts !== undefined && facts.generated === undefined && { isPromptAmong: true }),
    };
    if (this.#lowestAt < 0) return counts;
    const isWhole = usable < windowLength;
    const mean = this.#total / usable;
    return {
      ...counts,
      mean,
      total: this.#total,
      lowest: {
        logprob: this.#lowest,
        text: textAt(this.#lowestAt).slice(0, longestText),
        pointer: pointerAt(this.#lowestAt),
      },
      window: {
        mean: isWhole ? mean : this.#lowestMean,
        length: Math.min(usable, windowLength),
        pointer: pointerAt(isWhole ? (this.#places[0] ?? 0) : this.#windowAt),
      },
      below: this.#below,
    };
  }
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
