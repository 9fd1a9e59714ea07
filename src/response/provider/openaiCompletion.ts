// Completions in the shape of OpenAI's legacy endpoint: `choices[k].text`.

import type { JsonCursor } from '../../json/cursor.ts';
import { readFinishReason } from '../finishClass.ts';
import { readOpenaiUsage, vendorHint } from './openaiUsage.ts';
import { choiceOf, firstItem, joinTexts, readInteger, readingOf, readPlaced } from './parts.ts';
import type { ProviderChoice, ProviderReader } from './reading.ts';
import { readTime } from './time.ts';
import { completionTokens, withVllmPrompt } from './tokenLists.ts';

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
      choices: Array.from(body.get('choices')?.items() ?? [], readTextChoice),
      id: body.get('id')?.text(),
      model: readPlaced(body.get('model')),
      created: readTime(body.get('created')),
      usage: readOpenaiUsage(body.get('usage')),
      vendor: vendorHint(body),
    });
  },
};

/** One of `choices`. */
export function readTextChoice(choice: JsonCursor, position: number): ProviderChoice {
  const text = choice.get('text');
  return choiceOf(choice, position, {
    index: readInteger(choice.get('index')),
    text: joinTexts([text]),
    hasPlace: text !== undefined,
    finishReason: readFinishReason('openai', choice.get('finish_reason')),
    tokens: withVllmPrompt(completionTokens(choice.get('logprobs')), choice.get('prompt_logprobs')),
  });
}
