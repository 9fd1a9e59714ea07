// Chat completions in the shape of OpenAI, which many vendors share: `choices[k].message`.

import type { JsonCursor } from '../../json/cursor.ts';
import { readFinishReason } from '../finishClass.ts';
import { readFunction, readToolCalls } from '../generation.ts';
import type { ToolCall } from '../model.ts';
import { readError } from './errorBody.ts';
import { readOpenaiUsage, vendorHint } from './openaiUsage.ts';
import {
  anyOf,
  type ChoiceParts,
  choiceOf,
  firstItem,
  isSet,
  type JoinedText,
  joinTexts,
  noteOtherParts,
  readInteger,
  readingOf,
  readPlaced,
  sourceText,
} from './parts.ts';
import type { ProviderChoice, ProviderReader, ProviderReading } from './reading.ts';
import { readTime } from './time.ts';
import { itemTokens, withVllmPrompt } from './tokenLists.ts';

export const openaiChat: ProviderReader = {
  format: 'openai-chat',
  label: 'OpenAI chat',
  recognises(body) {
    const choices = body.get('choices');
    if (choices?.kind !== 'array') return false;
    // The shape goes first: some servers label a chat `text_completion`.
    return firstItem(choices)?.get('message') !== undefined || body.get('object')?.text() === 'chat.completion';
  },
  read(body) {
    const otherParts: string[] = [];
    return readingOf({
      choices: Array.from(body.get('choices')?.items() ?? [], (choice, position) =>
        readChatChoice(choice, position, otherParts, body.get('prompt_logprobs')),
      ),
      id: body.get('id')?.text(),
      model: readPlaced(body.get('model')),
      created: readTime(body.get('created')),
      usage: readOpenaiUsage(body.get('usage')),
      error: readError(body) ?? errorOfChoice(body.get('choices')),
      vendor: vendorHint(body),
      notes: noteOtherParts(otherParts),
    });
  },
};

/** OpenRouter states an error in the choice that failed. */
function errorOfChoice(choices: JsonCursor | undefined): ProviderReading['error'] {
  for (const choice of choices?.items() ?? []) {
    const error = readError(choice);
    if (error !== undefined) return error;
  }
  return undefined;
}

/** One of `choices`. */
export function readChatChoice(
  choice: JsonCursor,
  position: number,
  otherParts: string[],
  prompt?: JsonCursor,
): ProviderChoice {
  const parts = messageParts(choice.get('message'), otherParts);
  const listed = choice.get('logprobs')?.get(parts.isRefusal ? 'refusal' : 'content');
  return choiceOf(choice, position, {
    ...parts,
    index: readInteger(choice.get('index')),
    finishReason: readFinishReason('openai', choice.get('finish_reason')),
    tokens: withVllmPrompt(itemTokens(listed), prompt),
  });
}

/** What the message of a choice says. */
export function messageParts(message: JsonCursor | undefined, otherParts: string[]): ChoiceParts {
  const { text, reasoning } = readContent(message, otherParts);
  const refusal = joinTexts([message?.get('refusal')]);
  const isRefusal = refusal !== undefined && !refusal.isEmpty && (text === undefined || text.isEmpty);
  return {
    text: isRefusal ? refusal : text,
    hasPlace: message?.get('content') !== undefined,
    isRefusal,
    reasoning,
    toolCalls: message === undefined ? [] : readMessageCalls(message),
  };
}

/** `tool_calls` of a message, else its older `function_call`; one without a name and arguments is no call. */
function readMessageCalls(message: JsonCursor): readonly ToolCall[] {
  const calls = readToolCalls(message.get('tool_calls'));
  const called = message.get('function_call');
  if (calls.length > 0 || !isSet(called)) return calls;
  const call = readFunction(called, called, undefined);
  return call === undefined ? [] : [call];
}

/**
 * `content` is a string or a list of parts, `thinking` ones being reasoning; in JSON mode some servers put the object itself there, whose text is
 * what is written. Most vendors put reasoning beside it.
 */
function readContent(
  message: JsonCursor | undefined,
  otherParts: string[],
): { readonly text?: JoinedText | undefined; readonly reasoning?: JoinedText | undefined } {
  if (message === undefined) return {};
  const content = message.get('content');
  const texts: (JsonCursor | undefined)[] = [];
  const thoughts: (JsonCursor | undefined)[] = [...reasoningBeside(message)];
  if (content?.kind === 'string') texts.push(content);
  for (const part of content?.items() ?? []) {
    const type = part.get('type')?.text() ?? '';
    if (part.kind === 'string') texts.push(part);
    else if (type === 'thinking') for (const inner of thinkingTexts(part.get('thinking'))) thoughts.push(inner);
    else if (part.get('text')?.kind === 'string') texts.push(part.get('text'));
    else otherParts.push(type === '' ? 'unnamed' : type);
  }
  // Groq ran these itself.
  for (const _ of message.get('executed_tools')?.items() ?? []) otherParts.push('executed_tools');
  const written = content?.kind === 'object' && content.length > 0 ? sourceText(content) : undefined;
  return { text: written ?? joinTexts(texts), reasoning: joinTexts(thoughts) };
}

/** One of the texts that vendors write the same reasoning in, else the details of OpenRouter. */
function reasoningBeside(message: JsonCursor): readonly (JsonCursor | undefined)[] {
  const one = ['reasoning_content', 'reasoning', 'thinking']
    .map((key) => message.get(key))
    .find((text) => text?.text());
  if (one !== undefined) return [one];
  return Array.from(message.get('reasoning_details')?.items() ?? [], (detail) => anyOf(detail, 'text', 'summary'));
}

/** Mistral's thinking part holds a text or a list of text parts. */
function thinkingTexts(thinking: JsonCursor | undefined): readonly (JsonCursor | undefined)[] {
  if (thinking?.kind === 'array') return Array.from(thinking.items(), (part) => part.get('text'));
  return [thinking];
}
