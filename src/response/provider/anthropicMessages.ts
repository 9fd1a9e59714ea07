// Anthropic Messages, also through Bedrock: one answer, made of content blocks.

import type { JsonCursor } from '../../json/cursor.ts';
import { readFinishReason } from '../finishClass.ts';
import { readArguments } from '../generation.ts';
import type { Count, ToolCall, Usage } from '../model.ts';
import { readCount, usageOf } from '../usage.ts';
import { choiceText, joinTexts, noteOtherParts, readingOf, readPlaced } from './parts.ts';
import type { ProviderReader } from './reading.ts';

export const anthropicMessages: ProviderReader = {
  format: 'anthropic-messages',
  label: 'Anthropic Messages',
  recognises(body) {
    return body.get('type')?.text() === 'message' && body.get('content')?.kind === 'array';
  },
  read(body) {
    const texts: (JsonCursor | undefined)[] = [];
    const thoughts: (JsonCursor | undefined)[] = [];
    const toolCalls: ToolCall[] = [];
    const otherParts: string[] = [];
    for (const block of body.get('content')?.items() ?? []) {
      const type = block.get('type')?.text() ?? 'unnamed';
      if (type === 'text') texts.push(block.get('text'));
      else if (type === 'thinking') thoughts.push(block.get('thinking'));
      else if (type === 'tool_use') toolCalls.push(readToolUse(block));
      else otherParts.push(type);
    }
    const reasoning = joinTexts(thoughts);
    const text = joinTexts(texts);
    const finishReason = readFinishReason('anthropic', body.get('stop_reason'));
    return readingOf({
      choices: [
        {
          pointer: body.pointer,
          position: 0,
          ...choiceText(text, {
            hasPlace: true,
            hasToolCalls: toolCalls.length > 0,
            isRefusal: finishReason?.raw === 'refusal' && (text === undefined || text.text === ''),
          }),
          ...(reasoning && { reasoning }),
          toolCalls,
          ...(finishReason && { finishReason }),
        },
      ],
      id: body.get('id')?.text(),
      model: readPlaced(body.get('model')),
      usage: readAnthropicUsage(body.get('usage')),
      notes: noteOtherParts(otherParts),
    });
  },
};

function readToolUse(block: JsonCursor): ToolCall {
  const id = block.get('id')?.text();
  const input = block.get('input');
  return {
    pointer: block.pointer,
    ...(id !== undefined && { id }),
    name: block.get('name')?.text() ?? '',
    argumentsText: readArguments(input),
    argumentsPointer: input?.pointer ?? block.pointer,
  };
}

/** `input_tokens` leaves out what went through the cache, so the prompt is the sum; its lexeme shows what was added. */
export function readAnthropicUsage(usage: JsonCursor | undefined): Usage | undefined {
  if (usage === undefined) return undefined;
  const input = readCount(usage.get('input_tokens'));
  const cached = readCount(usage.get('cache_read_input_tokens'));
  const added = [readCount(usage.get('cache_creation_input_tokens')), cached].filter((count) => count !== undefined);
  return usageOf(usage.pointer, {
    prompt: input && sum(input, added),
    generation: readCount(usage.get('output_tokens')),
    cached,
  });
}

function sum(first: Count, others: readonly Count[]): Count {
  const counts = [first, ...others];
  return {
    value: counts.reduce((total, { value }) => total + value, 0),
    lexeme: counts.map(({ lexeme }) => lexeme).join(' + '),
    pointer: first.pointer,
  };
}
