// Anthropic answers as the events of a stream: Messages, and legacy completions.

import type { JsonCursor } from '../../json/cursor.ts';
import { readFinishReason } from '../finishClass.ts';
import type { FinishReason, ToolCall } from '../model.ts';
import { readAnthropicUsage } from './anthropicMessages.ts';
import { choiceOf, firstItem, joinTexts, readingOf, readPlaced } from './parts.ts';
import type { ProviderReader } from './reading.ts';

export const anthropicMessagesStream: ProviderReader = {
  format: 'anthropic-messages-stream',
  label: 'Anthropic Messages, events of a stream',
  recognises(body) {
    return firstItem(body)?.get('type')?.text() === 'message_start';
  },
  read(body) {
    const message = firstItem(body)?.get('message');
    const texts: (JsonCursor | undefined)[] = [];
    const thoughts: (JsonCursor | undefined)[] = [];
    const calls = new Map<number, { readonly block: JsonCursor; readonly pieces: JsonCursor[] }>();
    let finishReason: FinishReason | undefined;
    let outputUsage = message?.get('usage');
    for (const event of body.items()) {
      const block = event.get('content_block');
      const delta = event.get('delta');
      const index = event.get('index')?.number() ?? -1;
      if (block?.get('type')?.text() === 'tool_use') calls.set(index, { block, pieces: [] });
      if (block?.get('type')?.text() === 'text') texts.push(block.get('text'));
      if (event.get('type')?.text() === 'content_block_delta') {
        texts.push(delta?.get('text'));
        thoughts.push(delta?.get('thinking'));
        const piece = delta?.get('partial_json');
        if (piece !== undefined) calls.get(index)?.pieces.push(piece);
      }
      finishReason = readFinishReason('anthropic', delta?.get('stop_reason')) ?? finishReason;
      outputUsage = event.get('usage') ?? outputUsage;
    }
    return readingOf({
      choices: [
        choiceOf(body, 0, {
          text: joinTexts(texts),
          reasoning: joinTexts(thoughts),
          toolCalls: Array.from(calls.values(), joinCall),
          finishReason,
        }),
      ],
      id: message?.get('id')?.text(),
      model: readPlaced(message?.get('model')),
      usage: readAnthropicUsage(message?.get('usage'), outputUsage),
      notes: endNotes(finishReason),
    });
  },
};

export const anthropicCompleteStream: ProviderReader = {
  format: 'anthropic-complete-stream',
  label: 'Anthropic complete, events of a stream',
  recognises(body) {
    return firstItem(body)?.get('type')?.text() === 'completion';
  },
  read(body) {
    const texts: (JsonCursor | undefined)[] = [];
    let finishReason: FinishReason | undefined;
    for (const event of body.items()) {
      texts.push(event.get('completion'));
      finishReason = readFinishReason('anthropic', event.get('stop_reason')) ?? finishReason;
    }
    return readingOf({
      choices: [choiceOf(body, 0, { text: joinTexts(texts), finishReason })],
      id: firstItem(body)?.get('id')?.text(),
      model: readPlaced(firstItem(body)?.get('model')),
      notes: endNotes(finishReason),
    });
  },
};

function joinCall({ block, pieces }: { readonly block: JsonCursor; readonly pieces: readonly JsonCursor[] }): ToolCall {
  const id = block.get('id')?.text();
  return {
    pointer: block.pointer,
    ...(id !== undefined && { id }),
    name: block.get('name')?.text() ?? '',
    argumentsText: joinTexts(pieces)?.text ?? '',
    argumentsPointer: pieces[0]?.pointer ?? block.pointer,
  };
}

function endNotes(finishReason: FinishReason | undefined): readonly string[] {
  return finishReason === undefined
    ? ['The events of a stream are shown joined.', 'The stream breaks off before it says why it ended.']
    : ['The events of a stream are shown joined.'];
}
