// The ways in which the text of a generation can be that of a choice, the surest first. Knows texts only.

import type { LinkableChoice, LinkableGeneration, LinkableText } from './linkable.ts';

/** Texts with equal keys on both sides are candidates. */
export interface Tier {
  /** For the evidence: `identical`. */
  readonly relation: string;
  generationTexts(generation: LinkableGeneration): readonly LinkableText[];
  choiceTexts(choice: LinkableChoice): readonly LinkableText[];
}

export const textTiers: readonly Tier[] = [
  {
    relation: 'identical',
    generationTexts: ({ rawOutput }) => listOf(rawOutput),
    choiceTexts: ({ text }) => listOf(text),
  },
  {
    relation: 'identical without outer white space',
    generationTexts: ({ output }) => listOf(output),
    choiceTexts: ({ stripped }) => listOf(stripped),
  },
];

function listOf(text: LinkableText | undefined): readonly LinkableText[] {
  return text === undefined ? [] : [text];
}
