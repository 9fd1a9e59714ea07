// Aleph Alpha completions. Its count of generated tokens includes candidates that `best_of` discarded.

import { readFinishReason } from '../finishClass.ts';
import { readCount, usageOf } from '../usage.ts';
import { choiceOf, firstItem, joinTexts, readInteger, readingOf, readPlaced } from './parts.ts';
import type { ProviderReader } from './reading.ts';
import { alephAlphaTokens } from './tokenLists.ts';

export const alephAlpha: ProviderReader = {
  format: 'aleph-alpha',
  label: 'Aleph Alpha completion',
  recognises(body) {
    return firstItem(body.get('completions'))?.get('completion') !== undefined;
  },
  read(body) {
    return readingOf({
      choices: Array.from(body.get('completions')?.items() ?? [], (completion, position) => {
        const text = completion.get('completion');
        return choiceOf(completion, position, {
          index: readInteger(completion.get('index')),
          text: joinTexts([text]),
          hasPlace: text !== undefined,
          finishReason: readFinishReason('aleph-alpha', completion.get('finish_reason')),
          tokens: alephAlphaTokens(completion),
        });
      }),
      model: readPlaced(body.get('model_version')),
      usage: usageOf(body.pointer, {
        prompt: readCount(body.get('num_tokens_prompt_total')),
        generation: readCount(body.get('num_tokens_generated')),
      }),
    });
  },
};
