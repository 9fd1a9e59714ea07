// What linking knows of a generation and of a choice: places, indexes, hashes, and texts that are loaded only to verify
// an equal hash. Must not keep texts.

import type { Pointer } from '../json/pointer.ts';
import type { FinishClass, Generation, ToolCall } from './model.ts';
import type { ProviderChoice } from './provider/reading.ts';
import { pyStrip } from './pythonStrip.ts';
import { hashText } from './textHash.ts';

/** A text that is not kept: equal texts have equal keys, and `load` gives it back to tell whether equal keys are equal texts. */
export interface LinkableText {
  readonly key: string;
  /** Unicode code points. */
  readonly characters: number;
  /** Every place it is joined from, in order. */
  readonly pointers: readonly Pointer[];
  load(): string;
}

interface Linkable {
  readonly pointer: Pointer;
  readonly index?: number;
  readonly finishClass?: FinishClass;
  /** All ids of the tool calls, when there are calls and each has one. */
  readonly toolIds?: string;
  /** Names and arguments of the tool calls, when there are any. */
  readonly toolText?: string;
}

export interface LinkableGeneration extends Linkable {
  /** Place in `data`. */
  readonly position: number;
  /** `raw_output`, when it is not empty. */
  readonly rawOutput?: LinkableText;
  /** `output`, when it is not empty. */
  readonly output?: LinkableText;
}

export interface LinkableChoice extends Linkable {
  /** Place of its provider response in `provider_responses`. */
  readonly provider: number;
  /** Place among the choices of that response. */
  readonly position: number;
  /** The text, when it is not empty. */
  readonly text?: LinkableText;
  /** The text without outer white space (Python's), when that is not empty. */
  readonly stripped?: LinkableText;
}

/** What linking needs of a generation. `load` gives the decoded string at a pointer; texts are not held. */
export function linkableGeneration(generation: Generation, load: (pointer: Pointer) => string): LinkableGeneration {
  const { pointer, position, index, output, rawOutput, finishReason, toolCalls } = generation;
  return {
    pointer,
    position,
    ...(index !== undefined && { index }),
    ...(rawOutput && { rawOutput: linkableText(rawOutput, [`${pointer}/raw_output` as Pointer], load) }),
    ...(output && { output: linkableText(output, [`${pointer}/output` as Pointer], load) }),
    ...(finishReason && { finishClass: finishReason.class }),
    ...toolKeys(toolCalls),
  };
}

/**
 * What linking needs of a choice of provider response `provider`. `load` gives the text of a choice anew: the strings
 * at `textPointers` joined, or the held text where those places are inside a string (a peeled wrapper).
 */
export function linkableChoice(choice: ProviderChoice, provider: number, load: () => string): LinkableChoice {
  const { pointer, position, index, text, textPointers, finishReason, toolCalls } = choice;
  const stripped = text === null || text === '' ? '' : pyStrip(text).text;
  const loadStripped = (): string => pyStrip(load()).text;
  return {
    pointer,
    provider,
    position,
    ...(index !== undefined && { index }),
    ...(text && { text: linkableText(text, textPointers, load) }),
    ...(stripped && { stripped: linkableText(stripped, textPointers, loadStripped) }),
    ...(finishReason && { finishClass: finishReason.class }),
    ...toolKeys(toolCalls),
  };
}

function linkableText(text: string, pointers: readonly Pointer[], load: (pointer: Pointer) => string): LinkableText {
  // Only the first pointer is handed on: a generation's text has one, and a choice's loader knows its own.
  const first = pointers[0] as Pointer;
  let characters = 0;
  for (let at = 0; at < text.length; at++)
    if ((text.charCodeAt(at) & 0xfc00) !== 0xdc00 || !isHigh(text, at - 1)) characters++;
  return { key: `${hashText(text)}.${text.length}`, characters, pointers, load: () => load(first) };
}

function isHigh(text: string, at: number): boolean {
  return at >= 0 && (text.charCodeAt(at) & 0xfc00) === 0xd800;
}

function toolKeys(calls: readonly ToolCall[]): { readonly toolIds?: string; readonly toolText?: string } {
  if (calls.length === 0) return {};
  const hasIds = calls.every(({ id }) => id !== undefined && id !== '');
  return {
    ...(hasIds && { toolIds: JSON.stringify(calls.map(({ id }) => id)) }),
    toolText: JSON.stringify(calls.map(({ name, argumentsText }) => [name, canonicalArguments(argumentsText)])),
  };
}

/** Arguments without regard to white space and key order, where they are JSON. */
function canonicalArguments(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return JSON.stringify(value, (_, inner: unknown) =>
      typeof inner === 'object' && inner !== null && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
        : inner,
    );
  } catch {
    return text;
  }
}
