// Chat completions in the shape of OpenAI, which many vendors share: `choices[k].message`.

import type { JsonCursor } from '../../json/cursor.ts';
import { readFinishReason } from '../finishClass.ts';
import { readFunction, readToolCalls } from '../generation.ts';
import type { ToolCall } from '../model.ts';
import { readOpenaiUsage, vendorHint } from './openaiUsage.ts';
import {
  choiceOf,
  firstItem,
  isSet,
  type JoinedText,
  joinTexts,
  noteOtherParts,
  readInteger,
  readingOf,
  readPlaced,
} from './parts.ts';
import type { ProviderChoice, ProviderReader } from './reading.ts';
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
        readChoice(choice, position, otherParts, body.get('prompt_logprobs')),
      ),
      id: body.get('id')?.text(),
      model: readPlaced(body.get('model')),
      created: readTime(body.get('created')),
      usage: readOpenaiUsage(body.get('usage')),
      vendor: vendorHint(body),
      notes: noteOtherParts(otherParts),
    });
  },
};

function readChoice(
  choice: JsonCursor,
  position: number,
  otherParts: string[],
  prompt: JsonCursor | undefined,
): ProviderChoice {
  const message = choice.get('message');
  const { text, reasoning } = readContent(message, otherParts);
  const refusal = joinTexts([message?.get('refusal')]);
  const isRefusal = refusal !== undefined && refusal.text !== '' && (text === undefined || text.text === '');
  return choiceOf(choice, position, {
    index: readInteger(choice.get('index')),
    text: isRefusal ? refusal : text,
    hasPlace: message?.get('content') !== undefined,
    isRefusal,
    reasoning,
    toolCalls: message === undefined ? [] : readMessageCalls(message),
    finishReason: readFinishReason('openai', choice.get('finish_reason')),
    tokens: withVllmPrompt(itemTokens(choice.get('logprobs')?.get(isRefusal ? 'refusal' : 'content')), prompt),
  });
}

/** `tool_calls` of a message, else its older `function_call`; one without a name and arguments is no call. */
function readMessageCalls(message: JsonCursor): readonly ToolCall[] {
  const calls = readToolCalls(message.get('tool_calls'));
  const called = message.get('function_call');
  if (calls.length > 0 || !isSet(called)) return calls;
  const call = readFunction(called, called, undefined);
  return call === undefined ? [] : [call];
}

/** `content` is a string or a list of parts, `thinking` ones being reasoning; some vendors put reasoning beside it. */
function readContent(
  message: JsonCursor | undefined,
  otherParts: string[],
): { readonly text?: JoinedText | undefined; readonly reasoning?: JoinedText | undefined } {
  if (message === undefined) return {};
  const content = message.get('content');
  const texts: (JsonCursor | undefined)[] = [];
  const thoughts: (JsonCursor | undefined)[] = [message.get('reasoning_content') ?? message.get('reasoning')];
  if (content?.kind === 'string') texts.push(content);
  for (const part of content?.items() ?? []) {
    const type = part.get('type')?.text() ?? '';
    if (part.kind === 'string') texts.push(part);
    else if (type === 'thinking') for (const inner of thinkingTexts(part.get('thinking'))) thoughts.push(inner);
    else if (part.get('text')?.kind === 'string') texts.push(part.get('text'));
    else otherParts.push(type === '' ? 'unnamed' : type);
  }
  return { text: joinTexts(texts), reasoning: joinTexts(thoughts) };
}

/** Mistral's thinking part holds a text or a list of text parts. */
function thinkingTexts(thinking: JsonCursor | undefined): readonly (JsonCursor | undefined)[] {
  if (thinking?.kind === 'array') return Array.from(thinking.items(), (part) => part.get('text'));
  return [thinking];
}
