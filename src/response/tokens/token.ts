// Tokens of a choice with their log probabilities, as the page shows them: values of every place, nothing guessed.
// Types only.

import type { Pointer } from '../../json/pointer.ts';

/**
 * What a stated log probability is worth: `belowTop` stands for a value that only says "not among the top"
 * (-9999, -1000, -100), `unknown` for none, `negInf` and `nan` for what the words say.
 */
export type LogprobState = 'ok' | 'unknown' | 'belowTop' | 'negInf' | 'nan';

export interface TokenLogprob {
  /** Natural logarithm; null unless the state is `ok`. */
  readonly logprob: number | null;
  readonly state: LogprobState;
  /** As written, '' where nothing is; of a provider that states probabilities, the probability. */
  readonly lexeme: string;
}

export interface TokenAlternative extends TokenLogprob {
  readonly pointer: Pointer;
  /** As the provider writes it. */
  readonly text: string;
  readonly bytes?: readonly number[];
  /** It is the token that was chosen; at most one of a token's alternatives is. */
  readonly isChosen: boolean;
}

export interface Token extends TokenLogprob {
  readonly pointer: Pointer;
  /** As the provider writes it: `▁is▁a`, `bytes:\xe2\x80`. */
  readonly text: string;
  /** UTF-8 bytes, where the provider states them or spells them out. */
  readonly bytes?: readonly number[];
  readonly id?: number;
  /** A control token, which the text does not show. */
  readonly isSpecial: boolean;
  /** Sampled, and then cut by the stop sequence: not in the text, not in averages. */
  readonly isAfterStop: boolean;
  /** Repeated from the prompt. */
  readonly isPrompt: boolean;
  /** Place in the text of the choice, in code points; absent where the token is not in the text. */
  readonly start?: number;
  readonly end?: number;
  /** Tokens with one number spell characters together, none of them alone; it is the position of the first. */
  readonly group?: number;
  readonly alternatives: readonly TokenAlternative[];
  /** Rank of the chosen token among its alternatives, from 1; absent where it is not among them, which is normal. */
  readonly chosenRank?: number;
  /** AI21 only: the log probability after the sampling parameters; `logprob` is the model's own. */
  readonly sampled?: TokenLogprob;
}

/** A token without the list that it was chosen from, which is most of what there is to read of it. */
export type ListedToken = Omit<Token, 'alternatives' | 'chosenRank'>;

/** What needs the alternatives to be known, by token; NaN where they do not say it (`analysis/probability/measures.ts`). */
export interface TokenMeasures {
  readonly rank: Float64Array;
  readonly margin: Float64Array;
  /** Bits. */
  readonly entropy: Float64Array;
  readonly confidence: Float64Array;
}

/**
 * How the tokens and the text relate. `equal`: the tokens spell the text. `textIsPrefix`: the text ends before the tokens
 * do (stop sequence). `textIsSuffix`: the text begins after they do (prompt). `covers`: the tokens spell parts of the
 * text between `from` and `to`. `mismatch`: they do not spell it; `at` is the first difference.
 */
export interface TokenCoverage {
  readonly relation: 'equal' | 'textIsPrefix' | 'textIsSuffix' | 'covers' | 'mismatch';
  /** Code points of the text that the tokens reach over. */
  readonly from: number;
  readonly to: number;
  /** Code point of the first difference, on a mismatch. */
  readonly at?: number;
}

export interface ChoiceTokens extends Omit<TokenListing, 'tokens'> {
  readonly tokens: readonly Token[];
}

/** The tokens of a choice, without alternatives. */
export interface TokenListing {
  readonly choice: Pointer;
  /** Where the tokens are listed. */
  readonly pointer: Pointer;
  readonly tokens: readonly ListedToken[];
  readonly coverage: TokenCoverage;
  /** Tokens of the prompt that are listed apart from those of the answer. */
  readonly promptTokens: readonly Token[];
  /** The text repeats the prompt, as the missing value of the first token shows. */
  readonly isEcho: boolean;
  /** Positions that the provider states: absent, in line with the text, or not, so that they were found again. */
  readonly offsets: 'none' | 'fit' | 'not monotone' | 'unfit';
  /** Lengths of the lists that should be equally long, where they are not. */
  readonly unequalLists: readonly { readonly name: string; readonly length: number; readonly pointer: Pointer }[];
  /** Figures over the tokens of the answer: without prompt, special ones and those after the stop. */
  readonly facts: TokenFacts;
}

export interface TokenFacts {
  /** All tokens listed. */
  readonly count: number;
  /** Tokens of the answer; absent where the prompt is repeated and nothing says how long it is. */
  readonly generated?: number;
  /** Tokens of the answer that have a usable log probability: those that `mean` is of. */
  readonly usable: number;
  /** Listed tokens without a usable log probability, but for the first of an echo, which never has one. */
  readonly unusable: number;
  /** Mean log probability (natural logarithm) over the usable ones; absent when there is none. */
  readonly mean?: number;
  readonly relation: TokenCoverage['relation'];
}

/** The surprisal along an answer, a bar for each of its tokens, or for some in a row (`analysis/probability/surprisals.ts`). */
export interface Surprisals {
  /** The highest of a bar's tokens; NaN where none has a usable log probability. */
  readonly bits: Float64Array;
  /** That token, among all that are listed. */
  readonly places: Uint32Array;
  /** Tokens that the bars are of. */
  readonly count: number;
}

/** Why listed tokens are not in the figures of an answer: of the prompt, sampled after the stop, special, without a usable log probability. */
export type LeftOutReason = 'prompt' | 'afterStop' | 'special' | 'unusable';

/**
 * Figures over the tokens of an answer that have a usable log probability (natural logarithm): what is there of them before anybody looks
 * at the tokens. All but the counts are absent where no token is usable.
 */
export interface TokenFigures {
  /** All tokens listed. */
  readonly count: number;
  readonly usable: number;
  /** How many of the others are left out for which reason; absent where all are usable. */
  readonly leftOut?: Readonly<Partial<Record<LeftOutReason, number>>>;
  /** The text repeats the prompt and nothing says how long it is, so that its tokens are among these. */
  readonly isPromptAmong?: boolean;
  readonly mean?: number;
  readonly total?: number;
  /** The least likely one, the first of equals; its text as the provider writes it, at most 40 code units. */
  readonly lowest?: { readonly logprob: number; readonly text: string; readonly pointer: Pointer };
  /** The usable tokens in a row whose mean is lowest, and the first of them. */
  readonly window?: { readonly mean: number; readonly length: number; readonly pointer: Pointer };
  /** How many have a probability below 0.5. */
  readonly below?: number;
}
