// Messages of LangChain (`AIMessage`) and generations of it by themselves, one or a list, as its classes print them, dump them and serialise them (`lc`). Made from
// its public schema (`langchain_core.messages.ai`, `langchain_core.outputs`); no recorded body is known.

import type { JsonCursor } from '../../json/cursor.ts';
import { readFinishReason } from '../finishClass.ts';
import type { FinishReason, ToolCall, Usage } from '../model.ts';
import { readCount, usageOf } from '../usage.ts';
import { readOpenaiUsage } from './openaiUsage.ts';
import {
  anyOf,
  choiceOf,
  firstItem,
  isOneOrAll,
  isSet,
  joinTexts,
  noteOtherParts,
  oneOrAll,
  readingOf,
  readPlaced,
  toolCallOf,
} from './parts.ts';
import type { ProviderChoice, ProviderReader } from './reading.ts';

export const langchainMessages: ProviderReader = {
  format: 'langchain-message',
  label: 'LangChain message',
  recognises: (body) => isOneOrAll(body, (one) => isGeneration(one) || isMessage(one)),
  read(body) {
    const items = oneOrAll(body);
    const only = items.length === 1 ? messageOf(items[0]) : undefined;
    const otherParts: string[] = [];
    return readingOf({
      choices: items.map((item, position) => readChainGeneration(item, position, otherParts)),
      id: only?.get('id')?.text(),
      model: readPlaced(modelOf(messageOf(items[0]))),
      usage: only && usageOfMessage(only),
      notes: noteOtherParts(otherParts),
    });
  },
};

/** What was serialised stands under `kwargs`: `{lc, type: "constructor", id: [..., "AIMessage"], kwargs}`. */
function inside(value: JsonCursor | undefined): JsonCursor | undefined {
  const kwargs = value?.get('content') === undefined ? value?.get('kwargs') : undefined;
  return kwargs?.kind === 'object' ? kwargs : value;
}

/** The message of a generation, or the value itself. */
function messageOf(value: JsonCursor | undefined): JsonCursor | undefined {
  const own = inside(value);
  const message = inside(own?.get('message'));
  return message?.kind === 'object' ? message : own;
}

function isMessage(value: JsonCursor | undefined): boolean {
  const message = inside(value);
  const content = message?.get('content')?.kind;
  if (message === undefined || (content !== 'string' && content !== 'array')) return false;
  const isOfModel = message.get('response_metadata')?.kind === 'object' || message.get('usage_metadata') !== undefined;
  const type = message.get('type')?.text();
  if (type !== undefined && !/^(?:ai|AIMessageChunk|assistant)$/.test(type)) return false;
  return isOfModel || isSet(message.get('invalid_tool_calls')) || (type === 'ai' && message.get('role') === undefined);
}

/** `ChatGeneration` and `Generation`: a text with what is known of it, or with its message. */
function isGeneration(value: JsonCursor | undefined): boolean {
  const generation = inside(value);
  const isText = generation?.get('text')?.kind === 'string';
  const message = inside(generation?.get('message'));
  if (message?.kind === 'object') return message.get('content') !== undefined && (isText || isMessage(message));
  return isText && generation?.get('generation_info') !== undefined;
}

/** One generation of a result, or a message by itself. */
export function readChainGeneration(value: JsonCursor, position: number, otherParts: string[]): ProviderChoice {
  const message = messageOf(value);
  const { texts, thoughts } = contentOf(message, otherParts);
  const own = inside(value)?.get('text');
  // A generation says in `text` what its message says in parts.
  const text = joinTexts(own === undefined ? texts : [own]);
  return choiceOf(value, position, {
    text,
    hasPlace: text !== undefined,
    reasoning: joinTexts([...thoughts, message?.get('additional_kwargs')?.get('reasoning_content')]),
    toolCalls: callsOf(message),
    finishReason: finishOf(inside(value)?.get('generation_info')) ?? finishOf(message?.get('response_metadata')),
  });
}

function contentOf(
  message: JsonCursor | undefined,
  otherParts: string[],
): { texts: JsonCursor[]; thoughts: JsonCursor[] } {
  const texts: JsonCursor[] = [];
  const thoughts: JsonCursor[] = [];
  const content = message?.get('content');
  if (content?.kind === 'string') texts.push(content);
  for (const part of content?.items() ?? []) {
    const type = part.get('type')?.text() ?? 'unnamed';
    const text = part.kind === 'string' ? part : part.get('text');
    const thought = anyOf(part, 'thinking', 'reasoning', 'reasoning_content');
    if (thought !== undefined) thoughts.push(thought.kind === 'object' ? (thought.get('text') ?? thought) : thought);
    else if (text?.kind === 'string') texts.push(text);
    // Calls are listed beside the content.
    else if (!/^(?:tool_use|tool_call|function_call|input_json_delta)$/.test(type)) otherParts.push(type);
  }
  return { texts, thoughts: thoughts.filter(({ kind }) => kind === 'string') };
}

function callsOf(message: JsonCursor | undefined): readonly ToolCall[] {
  const calls = message?.get('tool_calls') ?? message?.get('additional_kwargs')?.get('tool_calls');
  return Array.from(calls?.items() ?? [], (call) => {
    const called = call.get('function') ?? call;
    return toolCallOf(call, called.get('name'), anyOf(called, 'args', 'arguments'), call.get('id'));
  });
}

/** Each integration writes the words of its provider. */
function finishOf(known: JsonCursor | undefined): FinishReason | undefined {
  const reason = anyOf(known, 'finish_reason', 'stop_reason', 'done_reason', 'stopReason');
  if (!isSet(reason)) return undefined;
  const word = reason.text() ?? '';
  const family = /^[A-Z_]+$/.test(word) ? 'gemini' : known?.get('stop_reason') ? 'anthropic' : 'openai';
  return readFinishReason(family, reason);
}

function modelOf(message: JsonCursor | undefined): JsonCursor | undefined {
  return anyOf(message?.get('response_metadata'), 'model_name', 'model', 'model_id');
}

/** `usage_metadata`, in one shape for all providers; else what the provider said. */
function usageOfMessage(message: JsonCursor): Usage | undefined {
  const usage = message.get('usage_metadata');
  if (usage?.kind !== 'object') return readOpenaiUsage(message.get('response_metadata')?.get('token_usage'));
  const [input, output] = [usage.get('input_token_details'), usage.get('output_token_details')];
  return usageOf(usage.pointer, {
    prompt: readCount(usage.get('input_tokens')),
    generation: readCount(usage.get('output_tokens')),
    total: readCount(usage.get('total_tokens')),
    cached: readCount(input?.get('cache_read')),
    cacheWritten: readCount(input?.get('cache_creation')),
    reasoning: readCount(output?.get('reasoning')),
  });
}

/** The list of a `ChatResult`, which has one prompt: generations that are no list of lists. */
export function isListOfGenerations(list: JsonCursor | undefined): boolean {
  return isGeneration(firstItem(list));
}
