// Reads one of `data`: total, whatever is there. Knows the wire names of a generation; must not judge them.

import type { JsonCursor } from '../json/cursor.ts';
import { canonicalText } from './canonicalText.ts';
import { readFinishReason } from './finishClass.ts';
import type { Generation, OutputKind, ToolCall, ToolResult } from './model.ts';

/** The generation at `cursor`, item `position` of `data`. What has another type than documented is left out. */
export function readGeneration(cursor: JsonCursor, position: number): Generation {
  const id = cursor.get('id')?.text();
  const index = cursor.get('index')?.number();
  const found = cursor.get('output');
  const output = found?.text();
  const outputKind = outputKindOf(found);
  const rawOutput = cursor.get('raw_output')?.text();
  const modelConfigId = cursor.get('model_config_id')?.text();
  const finishReason = readFinishReason('humanloop', cursor.get('finish_reason'));
  const inputs = cursor.get('inputs');
  const messages = cursor.get('messages');
  const refusal = cursor.get('output_message')?.get('refusal')?.text() || cursor.get('refusal')?.text();
  return {
    pointer: cursor.pointer,
    position,
    ...(id !== undefined && { id }),
    ...(index !== undefined && Number.isInteger(index) && { index }),
    ...(output !== undefined && { output }),
    outputKind,
    ...(outputKind === 'other' && found && { otherOutput: found.lexeme() }),
    ...(rawOutput !== undefined && { rawOutput }),
    ...(modelConfigId !== undefined && { modelConfigId }),
    ...(finishReason !== undefined && { finishReason }),
    toolCalls: readGenerationToolCalls(cursor),
    toolResults: readToolResults(cursor.get('tool_results')),
    ...(refusal && { refusal }),
    hasInputs: inputs !== undefined && inputs.length > 0,
    hasMessages: messages?.kind === 'array' && messages.length > 0,
    inputsKey: inputs === undefined || inputs.kind === 'null' ? '' : canonicalText(inputs),
  };
}

function outputKindOf(output: JsonCursor | undefined): OutputKind {
  if (output === undefined) return 'missing';
  if (output.kind === 'string') return 'text';
  return output.kind === 'null' ? 'null' : 'other';
}

/** Tool calls stand in `output_message`, before that in `tool_calls`, before that one alone in `tool_call`. */
function readGenerationToolCalls(generation: JsonCursor): readonly ToolCall[] {
  const message = generation.get('output_message');
  for (const list of [message?.get('tool_calls'), generation.get('tool_calls')]) {
    const calls = readToolCalls(list);
    if (calls.length > 0) return calls;
  }
  for (const one of [message?.get('tool_call'), generation.get('tool_call')]) {
    const call = one === undefined ? undefined : readFunction(one, one, undefined);
    if (call !== undefined) return [call];
  }
  return [];
}

/** A list of tool calls as OpenAI and Humanloop write them: `{ id, type, function: { name, arguments } }`. */
export function readToolCalls(list: JsonCursor | undefined): readonly ToolCall[] {
  if (list === undefined) return [];
  const calls: ToolCall[] = [];
  for (const item of list.items()) {
    const called = item.get('function');
    const call = called === undefined ? undefined : readFunction(item, called, item.get('id')?.text());
    if (call !== undefined) calls.push(call);
  }
  return calls;
}

/** A call `{ name, arguments }` at `called`; undefined when it has neither, as in an all-empty `function_call`. */
export function readFunction(place: JsonCursor, called: JsonCursor, id: string | undefined): ToolCall | undefined {
  const name = called.get('name')?.text() ?? '';
  const args = called.get('arguments');
  const argumentsText = readArguments(args);
  if (name === '' && argumentsText === '') return undefined;
  return {
    pointer: place.pointer,
    ...(id !== undefined && { id }),
    name,
    argumentsText,
    argumentsPointer: args?.pointer ?? called.pointer,
  };
}

/** Arguments as written: the text of a string, the source text of anything else, '' for none. */
export function readArguments(args: JsonCursor | undefined): string {
  if (args === undefined || args.kind === 'null') return '';
  return args.text() ?? args.lexeme();
}

function readToolResults(list: JsonCursor | undefined): readonly ToolResult[] {
  if (list === undefined) return [];
  const results: ToolResult[] = [];
  for (const item of list.items()) {
    const id = item.get('id')?.text();
    const name = item.get('name')?.text();
    const result = item.get('result');
    const text = result?.text();
    results.push({
      pointer: item.pointer,
      ...(id !== undefined && { id }),
      ...(name !== undefined && { name }),
      ...(text !== undefined && { result: text }),
      ...(result !== undefined && { resultPointer: result.pointer }),
    });
  }
  return results;
}
