// Completions in the shape of OpenAI's legacy endpoint: `choices[k].text`.

import type { JsonCursor } from '../../json/cursor.ts';
import { readFinishReason } from '../finishClass.ts';
import { readOpenaiUsage, vendorHint } from './openaiUsage.ts';
import { choiceText, firstItem, joinTexts, readInteger, readingOf, readPlaced } from './parts.ts';
import type { ProviderChoice, ProviderReader } from './reading.ts';
import { readTime } from './time.ts';

const objects = ['text_completion', 'text.completion'];

export const openaiCompletion: ProviderReader = {
  format: 'openai-completion',
  label: 'OpenAI completion',
  recognises(body) {
    const choices = body.get('choices');
    if (choices?.kind !== 'array') return false;
    return firstItem(choices)?.get('text') !== undefined || objects.includes(body.get('object')?.text() ?? '');
  },
  read(body) {
    return readingOf({
      choices: Array.from(body.get('choices')?.items() ?? [], readChoice),
      id: body.get('id')?.text(),
      model: readPlaced(body.get('model')),
      created: readTime(body.get('created')),
      usage: readOpenaiUsage(body.get('usage')),
      vendor: vendorHint(body),
    });
  },
};

function readChoice(choice: JsonCursor, position: number): ProviderChoice {
  const index = readInteger(choice.get('index'));
  const finishReason = readFinishReason('openai', choice.get('finish_reason'));
  const tokens = choice.get('logprobs')?.get('tokens');
  const text = choice.get('text');
  return {
    pointer: choice.pointer,
    position,
    ...(index !== undefined && { index }),
    ...choiceText(joinTexts([text]), { hasPlace: text !== undefined, hasToolCalls: false }),
    toolCalls: [],
    ...(finishReason && { finishReason }),
    ...(tokens && tokens.length > 0 && { listedTokens: { count: tokens.length, pointer: tokens.pointer } }),
  };
}
