// Anthropic Messages, also through Bedrock: one answer, made of content blocks.

import type { JsonCursor } from '../../json/cursor.ts';
import { readFinishReason } from '../finishClass.ts';
import type { ToolCall, Usage } from '../model.ts';
import { readCount, usageOf } from '../usage.ts';
import { choiceOf, joinTexts, noteOtherParts, readingOf, readPlaced, sumCounts, toolCallOf } from './parts.ts';
import type { ProviderReader } from './reading.ts';

const growingKeys = ['text', 'thinking'];

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
      // A stream that was cut at its start lacks the events that name the types.
      const type = block.get('type')?.text() ?? growingKeys.find((key) => block.get(key) !== undefined) ?? 'unnamed';
      if (type === 'text') texts.push(block.get('text'));
      else if (type === 'thinking') thoughts.push(block.get('thinking'));
      else if (type === 'tool_use') {
        toolCalls.push(toolCallOf(block, block.get('name'), block.get('input'), block.get('id')));
      } else otherParts.push(type);
    }
    const text = joinTexts(texts);
    const finishReason = readFinishReason('anthropic', body.get('stop_reason'));
    const isRefusal = finishReason?.raw === 'refusal' && (text === undefined || text.isEmpty);
    return readingOf({
      choices: [choiceOf(body, 0, { text, isRefusal, reasoning: joinTexts(thoughts), toolCalls, finishReason })],
      id: body.get('id')?.text(),
      model: readPlaced(body.get('model')),
      usage: readAnthropicUsage(body.get('usage')),
      notes: noteOtherParts(otherParts),
    });
  },
};

/** `input_tokens` leaves out what went through the cache, so the prompt is the sum. */
function readAnthropicUsage(usage: JsonCursor | undefined): Usage | undefined {
  if (usage === undefined) return undefined;
  const input = readCount(usage.get('input_tokens'));
  const created = readCount(usage.get('cache_creation_input_tokens'));
  const cached = readCount(usage.get('cache_read_input_tokens'));
  return usageOf(usage.pointer, {
    prompt: input && sumCounts([input, created, cached]),
    generation: readCount(usage.get('output_tokens')),
    cached,
    cacheWritten: created,
  });
}
