// The steps of the scale that tokens are coloured by: none where the model was sure, then six. Pure; the colours themselves are in styles/tokens.css
// (`prob-1` … `prob-6`), with equal distances of lightness between them.

import type { Measure } from './measureNames.ts';

/** From this probability on a token has no colour, whatever is measured: what is likely needs no attention (formats.md §10). */
const quietFrom = 0.7;
/** Below this probability a token is underlined too, the cue that needs no colour. */
export const underlinedBelow = 0.5;

export type Step = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/** Where each step of a measure begins, from quiet to most doubtful, and which way doubt grows. */
interface Scale {
  readonly bounds: readonly [number, number, number, number, number, number];
  /** Small values are the doubtful ones. */
  readonly isLowDoubtful: boolean;
}

/** The first bound is where colour begins; of equal value is still the surer side. */
export const scales: { readonly [Name in Measure]: Scale } = {
  probability: { bounds: [quietFrom, 0.6, 0.5, 0.35, 0.2, 0.1], isLowDoubtful: true },
  surprisal: { bounds: [-Math.log2(quietFrom), 1, 1.5, 2, 3, 4], isLowDoubtful: false },
  rank: { bounds: [1, 2, 3, 4, 5, 10], isLowDoubtful: false },
  margin: { bounds: [0.4, 0.3, 0.2, 0.1, 0, -0.2], isLowDoubtful: true },
  entropy: { bounds: [1, 1.5, 2, 2.5, 3, 3.5], isLowDoubtful: false },
  confidence: { bounds: [6, 5, 4, 3, 2.5, 2], isLowDoubtful: true },
};

/** The step of a value; 0 is no colour. `probability` is that of the token, which stays quiet where it is likely. */
export function stepOf(measure: Measure, value: number | undefined, probability: number | undefined): Step {
  if (value === undefined || (probability !== undefined && probability >= quietFrom)) return 0;
  const { bounds, isLowDoubtful } = scales[measure];
  return bounds.filter((bound) => (isLowDoubtful ? value < bound : value > bound)).length as Step;
}

export function isUnderlined(probability: number | undefined): boolean {
  return probability !== undefined && probability < underlinedBelow;
}
