// The ways in which the text of a generation can be that of a choice, the surest first. Knows texts only.

import type { Pointer } from '../../json/pointer.ts';
import { pyStrip } from '../pythonStrip.ts';
import { type LinkableChoice, type LinkableGeneration, type LinkableText, linkableText } from './linkable.ts';

/** Texts with equal keys on both sides are candidates. */
export interface Tier {
  /** For the evidence: `identical`. */
  readonly relation: string;
  generationTexts(generation: LinkableGeneration): readonly LinkableText[];
  choiceTexts(choice: LinkableChoice): readonly LinkableText[];
}

/** Where the texts of what is left come from. */
export interface TextSource {
  /** The decoded string at a pointer; undefined where there is none. */
  load(pointer: Pointer): string | undefined;
  /** Prompts that a provider may have repeated before its answer. */
  readonly prompts: readonly string[];
  /** Every string in provider responses of unknown shape, in order. */
  readonly leaves?: readonly LinkableText[];
}

/** The tiers in the order in which they are tried. Those after the second load the texts that found no equal. */
export function textTiers({ load, prompts }: TextSource): readonly Tier[] {
  const textOf = (text: LinkableText): string => text.pointers.map((pointer) => load(pointer) ?? '').join('');
  const derived = (
    text: LinkableText | undefined,
    derive: (text: string) => readonly string[],
  ): readonly LinkableText[] =>
    text === undefined
      ? []
      : derive(textOf(text))
          .filter((found) => found !== '')
          .map((found) => linkableText(found, text.pointers));
  return [
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
    {
      relation: 'identical after the prompt, which the provider repeats',
      generationTexts: ({ rawOutput }) => (prompts.length === 0 ? [] : listOf(rawOutput)),
      choiceTexts: ({ text }) => (prompts.length === 0 ? [] : derived(text, (whole) => withoutPrompt(whole, prompts))),
    },
    {
      relation: 'identical but for line ends and Unicode composition',
      generationTexts: ({ output }) => derived(output, (text) => [normalised(text)]),
      choiceTexts: ({ text }) => derived(text, (whole) => [normalised(whole)]),
    },
    {
      relation: 'identical to a part of it',
      generationTexts: ({ output }) => listOf(output),
      choiceTexts: ({ text }) => [
        ...derived(text, (whole) => [pyStrip(whole.replace(reasoningBlock, '')).text]),
        ...partsOf(text).flatMap((part) => derived(part, (whole) => [pyStrip(whole).text])),
      ],
    },
  ];
}

/** Reasoning that some models write into the text itself. */
const reasoningBlock = /^\s*<(think|thinking|reasoning)>[\s\S]*?<\/\1>/;

function withoutPrompt(text: string, prompts: readonly string[]): readonly string[] {
  return prompts
    .filter((prompt) => prompt !== '' && text.startsWith(prompt))
    .map((prompt) => text.slice(prompt.length));
}

function normalised(text: string): string {
  return pyStrip(text).text.replaceAll('\r\n', '\n').normalize('NFC');
}

function partsOf(text: LinkableText | undefined): readonly LinkableText[] {
  if (text === undefined || text.pointers.length < 2) return [];
  return text.pointers.map((pointer) => ({ ...text, pointers: [pointer] }));
}

function listOf(text: LinkableText | undefined): readonly LinkableText[] {
  return text === undefined ? [] : [text];
}
