// Tokens and their measures as a person reads and hears them. Pure.

import { leftOutReason } from '../../../analysis/probability/figures.ts';
import type { Measure } from '../../../analysis/probability/measureNames.ts';
import { probabilityOf, type Rank, shownProbability } from '../../../analysis/probability/measures.ts';
import { scales } from '../../../analysis/probability/scale.ts';
import type {
  LeftOutReason,
  ListedToken,
  LogprobState,
  TokenCoverage,
  TokenLogprob,
} from '../../../response/tokens/token.ts';
import { plainText } from '../../../response/tokens/tokenSpelling.ts';
import { formatCount, formatDecimal, formatDigits, formatProbability } from '../../../words/numbers.ts';

export const measureWords: { readonly [Name in Measure]: string } = {
  probability: 'Probability',
  surprisal: 'Surprisal',
  rank: 'Rank',
  margin: 'Margin',
  entropy: 'Entropy',
  confidence: 'Confidence',
};

/** What a measure is, with its formula and its unit. */
export const measureSentences: { readonly [Name in Measure]: string } = {
  probability: 'p = exp(log probability)',
  surprisal: 'bits: −log probability ÷ ln 2',
  rank: 'place of the chosen token in its list, the likeliest first',
  margin: 'p of the chosen token less p of the likeliest other one, in percentage points',
  entropy: 'bits: −Σ p log₂ p of the list, with the rest as one bucket: a lower bound',
  confidence: '−mean ln p of the listed alternatives (DeepConf): low where several are likely',
};

/** `43.2 %`; `< 0.1 %` for what would round to nothing, never more than `100 %`. */
export function probabilityText(probability: number): string {
  return formatProbability(shownProbability(probability));
}

/** A measure with its unit: `1.21 bits`, `rank 3`, `21.8 points`. */
export function measureText(measure: Measure, value: number): string {
  switch (measure) {
    case 'probability':
      return probabilityText(value);
    case 'surprisal':
      return `${formatDecimal(Math.max(0, value), 2)} bits`;
    case 'rank':
      return `rank ${formatCount(value)}`;
    case 'margin':
      return `margin ${formatDecimal(value * 100, 1)} points`;
    case 'entropy':
      return `at least ${formatDecimal(value, 2)} bits`;
    case 'confidence':
      return `confidence ${formatDecimal(value, 2)}`;
  }
}

export function rankText({ rank, isAtLeast, of }: Rank): string {
  return isAtLeast ? `not in top ${formatCount(of)}` : `${formatCount(rank)} of ${formatCount(of)}`;
}

const stateWords: { readonly [State in LogprobState]: string } = {
  ok: '',
  unknown: 'no log probability',
  belowTop: 'below the top list',
  negInf: 'minus infinity',
  nan: 'not a number',
};

/** What stands for the probability where there is none: `below the top list`. */
export function stateText({ state }: Pick<TokenLogprob, 'state'>): string {
  return stateWords[state];
}

/** Signs for the same, beside the token in the text. */
export const stateSigns: { readonly [State in LogprobState]: string } = {
  ok: '',
  unknown: 'no value',
  belowTop: 'below top',
  negInf: '−∞',
  nan: 'NaN',
};

export type TokenKind = 'answer' | 'prompt' | 'afterStop' | 'special' | 'unusable';

export function kindOf(token: ListedToken): TokenKind {
  return leftOutReason(token) ?? 'answer';
}

export const kindWords: { readonly [Kind in Exclude<TokenKind, 'answer'>]: string } = {
  prompt: 'prompt',
  afterStop: 'cut by the stop sequence',
  special: 'control token',
  unusable: 'no usable value',
};

/** What changes the order of other characters, hides or controls: none of it may act where a token is named. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const hidden = /[\0-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

function codeOf(character: string): string {
  return `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** White space of a token in signs, for names and for what is too short to draw it: `·keeps`, `↵`. */
export function spokenText(text: string): string {
  return plainText(text).replaceAll('\n', '↵').replaceAll('\r', '␍').replaceAll('\t', '→').replace(hidden, codeOf);
}

/** The accessible name of a token: its text, its probability, and what is odd about it. `part`: of the character that it spells with others. */
export function tokenName(
  token: ListedToken,
  shown: string,
  measure: Measure,
  value: number | undefined,
  part?: { readonly number: number; readonly of: number },
): string {
  const probability = probabilityOf(token);
  const kind = kindOf(token);
  return [
    `“${spokenText(shown)}”`,
    ...(part === undefined ? [] : [`part ${formatCount(part.number)} of ${formatCount(part.of)}`]),
    probability === undefined ? stateText(token) : probabilityText(probability),
    ...(measure !== 'probability' && value !== undefined ? [measureText(measure, value)] : []),
    ...(kind === 'answer' || kind === 'unusable' ? [] : [kindWords[kind]]),
  ].join(', ');
}

/** Bytes in hexadecimal, `e2 80`. */
export function bytesText(bytes: readonly number[]): string {
  return bytes.map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
}

/** What each colour begins or ends with, from none to the strongest: `≥ 70 %`, `60`, …, `< 10`. */
export function legendLabels(measure: Measure): readonly string[] {
  const { bounds, isLowDoubtful } = scales[measure];
  const factor = measure === 'probability' || measure === 'margin' ? 100 : 1;
  const figure = (bound: number): string => formatDigits(bound * factor, 2);
  const unit = measure === 'probability' ? ' %' : '';
  const [first, ...others] = bounds.map(figure);
  const last = others.at(-1) ?? '';
  return [
    measure === 'rank' ? `${first}` : `${isLowDoubtful ? '≥' : '≤'} ${first}${unit}`,
    ...others,
    `${isLowDoubtful ? '<' : '>'} ${last}`,
  ];
}

const leftOutPhrases: { readonly [Reason in LeftOutReason]: string } = {
  prompt: 'of the prompt',
  afterStop: 'sampled, then cut by the stop sequence',
  special: 'control tokens',
  unusable: 'without a usable log probability',
};

/** `7 sampled, then cut by the stop sequence` */
export function leftOutWords(reason: LeftOutReason, count: number): string {
  const phrase = leftOutPhrases[reason];
  return `${formatCount(count)} ${count === 1 ? phrase.replace('tokens', 'token') : phrase}`;
}

/** How tokens and text relate, in a sentence. */
export function coverageSentence({ relation, at }: TokenCoverage, text: string): string {
  if (text === '') return 'There is no text to hold them against.';
  switch (relation) {
    case 'equal':
      return 'They spell the text exactly.';
    case 'textIsPrefix':
      return 'The text ends before they do.';
    case 'textIsSuffix':
      return 'The text begins after they do.';
    case 'covers':
      return 'They spell parts of the text.';
    case 'mismatch':
      return `They do not spell the text; the first difference is at character ${formatCount((at ?? 0) + 1)}.`;
  }
}
