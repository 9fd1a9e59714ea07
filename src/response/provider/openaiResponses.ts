// OpenAI Responses: one answer, made of output items.

import type { JsonCursor } from '../../json/cursor.ts';
import { finishClass } from '../finishClass.ts';
import type { FinishReason, ToolCall, Usage } from '../model.ts';
import { readCount, usageOf } from '../usage.ts';
import { Merged } from './merged.ts';
import { choiceOf, isSet, joinTexts, noteOtherParts, readingOf, readPlaced, toolCallOf } from './parts.ts';
import type { ProviderReader, ProviderReading } from './reading.ts';
import { readTime } from './time.ts';
import { itemTokens } from './tokenLists.ts';

export const openaiResponses: ProviderReader = {
  format: 'openai-responses',
  label: 'OpenAI Responses',
  recognises(body) {
    return body.get('object')?.text() === 'response' && body.get('output')?.kind === 'array';
  },
  read: readOpenaiResponse,
};

export function readOpenaiResponse(body: JsonCursor): ProviderReading {
  const texts: (JsonCursor | undefined)[] = [];
  const refusals: (JsonCursor | undefined)[] = [];
  const thoughts: (JsonCursor | undefined)[] = [];
  const toolCalls: ToolCall[] = [];
  const otherParts: string[] = [];
  const tokens = new Merged();
  for (const item of body.get('output')?.items() ?? []) {
    // A stream that was cut at its start lacks the events that name the types.
    const type = item.get('type')?.text() ?? (item.get('content') === undefined ? 'unnamed' : 'message');
    if (type === 'message') {
      for (const part of item.get('content')?.items() ?? []) {
        const kind = part.get('type')?.text() ?? (part.get('text') === undefined ? 'unnamed' : 'output_text');
        if (kind === 'output_text') texts.push(part.get('text'));
        else if (kind === 'refusal') refusals.push(part.get('refusal'));
        else otherParts.push(kind);
        if (kind === 'output_text') tokens.append(part.get('logprobs'));
      }
    } else if (type === 'function_call') {
      toolCalls.push(toolCallOf(item, item.get('name'), item.get('arguments'), item.get('call_id')));
    } else if (type === 'custom_tool_call') {
      toolCalls.push(toolCallOf(item, item.get('name'), item.get('input'), item.get('call_id')));
    } else if (type === 'reasoning') {
      for (const key of ['summary', 'content']) {
        for (const part of item.get(key)?.items() ?? []) thoughts.push(part.get('text'));
      }
    } else otherParts.push(type);
  }
  const text = joinTexts(texts);
  const refusal = joinTexts(refusals);
  const isRefusal = refusal !== undefined && (text === undefined || text.isEmpty);
  const error = body.get('error');
  return readingOf({
    choices: [
      choiceOf(body, 0, {
        text: isRefusal ? refusal : text,
        hasPlace: text !== undefined,
        isRefusal,
        reasoning: joinTexts(thoughts),
        toolCalls,
        finishReason: readStatus(body, toolCalls.length > 0),
        tokens: itemTokens(tokens),
      }),
    ],
    id: body.get('id')?.text(),
    model: readPlaced(body.get('model')),
    created: readTime(body.get('created_at')),
    usage: readResponsesUsage(body.get('usage')),
    error: isSet(error)
      ? { message: error.get('message')?.text() ?? error.lexeme(), pointer: error.pointer }
      : undefined,
    notes: noteOtherParts(otherParts),
  });
}

/** The status; of an incomplete response the reason for that. A call ends `completed` too. */
function readStatus(body: JsonCursor, hasToolCalls: boolean): FinishReason | undefined {
  const status = body.get('status');
  const reason = body.get('incomplete_details')?.get('reason');
  const place = status?.text() === 'incomplete' && reason?.text() !== undefined ? reason : status;
  const raw = place?.text();
  if (place === undefined || raw === undefined) return undefined;
  const found = finishClass('openai-responses', raw);
  return { raw, class: found === 'stop' && hasToolCalls ? 'tool_call' : found, pointer: place.pointer };
}

function readResponsesUsage(usage: JsonCursor | undefined): Usage | undefined {
  if (usage === undefined) return undefined;
  return usageOf(usage.pointer, {
    prompt: readCount(usage.get('input_tokens')),
    generation: readCount(usage.get('output_tokens')),
    total: readCount(usage.get('total_tokens')),
    cached: readCount(usage.get('input_tokens_details')?.get('cached_tokens')),
    reasoning: readCount(usage.get('output_tokens_details')?.get('reasoning_tokens')),
  });
}
