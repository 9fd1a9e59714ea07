// What is told of one generation and of one choice: their texts in windows, and what stands beside them. Pure; runs in the worker.

import type { JsonCursor } from '../json/cursor.ts';
import type { NodeKind } from '../json/nodeTable.ts';
import type { Pointer } from '../json/pointer.ts';
import { callText } from '../response/callText.ts';
import { readGeneration } from '../response/generation.ts';
import type { ProviderChoice } from '../response/provider/reading.ts';
import { pyStrip } from '../response/pythonStrip.ts';
import type { ChoiceDetail, GenerationDetail, TextWindow } from '../response/questions.ts';

/** The output that a pane takes as one text; a longer one comes in windows. */
const detailLength = 1_000_000;
const inputLength = 10_000;
const longestCall = 2000;

/** A window that splits no surrogate pair at its end. */
export function windowOf(text: string, from: number, maxLength: number): TextWindow {
  let to = Math.min(text.length, from + maxLength);
  const last = text.charCodeAt(to - 1);
  if (to < text.length && to > from + 1 && last >= 0xd800 && last < 0xdc00) to--;
  return { text: text.slice(from, to), from, totalLength: text.length };
}

export function generationDetail(cursor: JsonCursor, position: number): GenerationDetail {
  const generation = readGeneration(cursor, position);
  const { output, rawOutput } = generation;
  const stripped = rawOutput === undefined ? undefined : pyStrip(rawOutput);
  const messages = cursor.get('messages');
  const inputs = cursor.get('inputs');
  return {
    pointer: cursor.pointer,
    position,
    ...(output === undefined ? {} : { output: windowOf(output, 0, detailLength) }),
    ...(rawOutput === undefined ? {} : { rawOutput: windowOf(rawOutput, 0, detailLength) }),
    ...(rawOutput !== undefined && rawOutput === output
      ? { stripped: { leading: 0, trailing: 0 } }
      : stripped !== undefined && stripped.text === output
        ? { stripped: { leading: stripped.leading, trailing: stripped.trailing } }
        : {}),
    toolCalls: generation.toolCalls,
    callTexts: generation.toolCalls.map((call) => callText(call, { most: longestCall }).text),
    toolResults: generation.toolResults,
    ...(messages?.kind === 'array' ? { messages: [...messages.items()].map(messageOf) } : {}),
    ...(inputs?.kind === 'object' ? { inputs: [...inputs.entries()].map(([key, value]) => inputOf(key, value)) } : {}),
  };
}

export function choiceDetail(choice: ProviderChoice): ChoiceDetail {
  const { pointer, position, text, toolCalls } = choice;
  return {
    pointer,
    position,
    ...(text !== null && { text: windowOf(text, 0, detailLength) }),
    toolCalls,
  };
}

function messageOf(message: JsonCursor): { readonly pointer: Pointer; readonly role: string; readonly text: string } {
  const content = message.get('content');
  return {
    pointer: message.pointer,
    role: message.get('role')?.text() ?? '',
    text: content?.text() ?? (content === undefined || content.kind === 'null' ? '' : sourceOf(content)),
  };
}

function inputOf(key: string, value: JsonCursor): NonNullable<GenerationDetail['inputs']>[number] {
  const text = value.text() ?? sourceOf(value);
  return {
    pointer: value.pointer,
    key,
    text: windowOf(text, 0, inputLength).text,
    kind: value.kind satisfies NodeKind,
    isWhole: text.length <= inputLength,
  };
}

function sourceOf(cursor: JsonCursor): string {
  return cursor.lexeme();
}
