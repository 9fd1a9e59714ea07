// The retired edits of OpenAI: choices without a reason, no id, no model.

import { readOpenaiUsage } from './openaiUsage.ts';
import { choiceOf, joinTexts, readInteger, readingOf } from './parts.ts';
import type { ProviderReader } from './reading.ts';
import { readTime } from './time.ts';

export const openaiEdit: ProviderReader = {
  format: 'openai-edit',
  label: 'OpenAI edit',
  recognises(body) {
    return body.get('object')?.text() === 'edit';
  },
  read(body) {
    return readingOf({
      choices: Array.from(body.get('choices')?.items() ?? [], (choice, position) => {
        const text = joinTexts([choice.get('text')]);
        return choiceOf(choice, position, {
          index: readInteger(choice.get('index')),
          text,
          hasPlace: text !== undefined,
        });
      }),
      created: readTime(body.get('created')),
      usage: readOpenaiUsage(body.get('usage')),
    });
  },
};
