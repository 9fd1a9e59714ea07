// What linking knows of a generation and of a choice: places, indexes and keys of texts.
// Must not keep texts; those that have no equal are loaded again.

import { childPointer, type Pointer } from '../../json/pointer.ts';
import type { FinishClass, Generation, ToolCall } from '../model.ts';
import type { ProviderChoice } from '../provider/reading.ts';
import { pyStrip } from '../pythonStrip.ts';
import { textKey } from '../textHash.ts';

/** A text that is not kept. */
export interface LinkableText {
  /** Equal for equal texts, and for no others within what more than 100 bits can tell. */
  readonly key: string;
  /** Unicode code points. */
  readonly characters: number;
  /** Every place it is joined from, in order. */
  readonly pointers: readonly Pointer[];
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
  /** `output`, when it is not empty; an object or a list as it is written. */
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

/** What linking needs of a generation. */
export function linkableGeneration(generation: Generation): LinkableGeneration {
  const { pointer, position, index, rawOutput, otherOutput, finishReason, toolCalls } = generation;
  // In JSON mode some write the object itself.
  const output = generation.output ?? (otherOutput && /^[{[]/.test(otherOutput) ? otherOutput : undefined);
  return {
    pointer,
    position,
    ...(index !== undefined && { index }),
    ...(rawOutput && { rawOutput: linkableText(rawOutput, [childPointer(pointer, 'raw_output')]) }),
    ...(output && { output: linkableText(output, [childPointer(pointer, 'output')]) }),
    ...(finishReason && { finishClass: finishReason.class }),
    ...toolKeys(toolCalls),
  };
}

/** What linking needs of a choice of the response at place `provider` of `provider_responses`. */
export function linkableChoice(choice: ProviderChoice, provider: number): LinkableChoice {
  const { pointer, position, index, text, textPointers, finishReason, toolCalls } = choice;
  const whole = text ? linkableText(text, textPointers) : undefined;
  const stripped = text ? pyStrip(text).text : '';
  return {
    pointer,
    provider,
    position,
    ...(index !== undefined && { index }),
    ...(whole && { text: whole }),
    ...(whole && stripped && { stripped: stripped === text ? whole : linkableText(stripped, textPointers) }),
    ...(finishReason && { finishClass: finishReason.class }),
    ...toolKeys(toolCalls),
  };
}

/** A text that stands at `pointers`, without the text. */
export function linkableText(text: string, pointers: readonly Pointer[]): LinkableText {
  let characters = 0;
  for (let at = 0; at < text.length; at++) {
    if ((text.charCodeAt(at) & 0xfc00) !== 0xdc00 || !isHigh(text, at - 1)) characters++;
  }
  return { key: textKey(text), characters, pointers };
}

function isHigh(text: string, at: number): boolean {
  return at >= 0 && (text.charCodeAt(at) & 0xfc00) === 0xd800;
}

function toolKeys(calls: readonly ToolCall[]): { readonly toolIds?: string; readonly toolText?: string } {
  if (calls.length === 0) return {};
  const hasIds = calls.every(({ id }) => id !== undefined && id !== '');
  return {
    ...(hasIds && { toolIds: JSON.stringify(calls.map(({ id }) => id)) }),
    toolText: JSON.stringify(
      calls.map(({ name, argumentsText }) => [name, canonicalText(argumentsText)[0] ?? argumentsText]),
    ),
  };
}

/** JSON without regard to white space and key order; nothing where it is none, or nests too deep. */
export function canonicalText(text: string): readonly string[] {
  try {
    const value: unknown = JSON.parse(text);
    const canonical = JSON.stringify(value, (_, inner: unknown) =>
      typeof inner === 'object' && inner !== null && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
        : inner,
    );
    return [canonical];
  } catch {
    return [];
  }
}
