// The ways in which the text of a generation can be that of a choice, the surest first. Knows texts only.

import type { Pointer } from '../../json/pointer.ts';
import { pyStrip } from '../pythonStrip.ts';
import {
  canonicalText,
  type LinkableChoice,
  type LinkableGeneration,
  type LinkableText,
  linkableText,
} from './linkable.ts';

/** Texts with equal keys on both sides are candidates. */
export interface Tier {
  /** For the evidence: `identical`. */
  readonly relation: string;
  generationTexts(generation: LinkableGeneration): readonly LinkableText[];
  choiceTexts(choice: LinkableChoice): readonly LinkableText[];
}

/** Where the texts of what is left come from. */
export interface TextSource {
  /** The decoded string at a pointer, the source text of an object or a list; undefined where there is neither. */
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
      relation: 'equal as JSON',
      generationTexts: ({ output }) => derived(output, canonicalJson),
      choiceTexts: ({ text }) => derived(text, canonicalJson),
    },
    {
      relation: 'identical to a part of it',
      generationTexts: ({ output }) => listOf(output),
      choiceTexts: ({ text }) => [
        ...derived(text, (whole) => withoutReasoning(whole).map((rest) => pyStrip(rest).text)),
        ...partsOf(text).flatMap((part) => derived(part, (whole) => [pyStrip(whole).text])),
      ],
    },
  ];
}

const reasoningOpens = /^\s*<(think|thinking|reasoning)>/;
const reasoningCloses = /<\/(?:think|thinking|reasoning)>/;

/**
 * The text without the reasoning that some models write into it. Its mark may open and never close, so that only the mark goes, or close what
 * the prompt opened.
 */
function withoutReasoning(text: string): readonly string[] {
  const opened = reasoningOpens.exec(text);
  const from = opened?.[0].length ?? 0;
  const closed = reasoningCloses.exec(text.slice(from));
  if (closed !== null) return [text.slice(from + closed.index + closed[0].length)];
  return opened === null ? [] : [text.slice(from)];
}

/** An object or a list without regard to white space and to the order of keys; nothing for other texts. */
function canonicalJson(text: string): readonly string[] {
  return /^\s*[{[]/.test(text) ? canonicalText(text) : [];
}

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
