// AI21 Jurassic-2, also through Bedrock. Token counts are the lengths of its token lists.

import { readFinishReason } from '../finishClass.ts';
import { usageOf } from '../usage.ts';
import { choiceOf, countItems, firstItem, joinTexts, readingOf, sumCounts } from './parts.ts';
import type { ProviderReader } from './reading.ts';
import { ai21Tokens } from './tokenLists.ts';

export const ai21: ProviderReader = {
  format: 'ai21',
  label: 'AI21 Jurassic-2',
  recognises(body) {
    return firstItem(body.get('completions'))?.get('data') !== undefined;
  },
  read(body) {
    const completions = Array.from(body.get('completions')?.items() ?? []);
    const id = body.get('id');
    return readingOf({
      choices: completions.map((completion, position) => {
        const data = completion.get('data');
        const text = data?.get('text');
        return choiceOf(completion, position, {
          text: joinTexts([text]),
          hasPlace: text !== undefined,
          finishReason: readFinishReason('ai21', completion.get('finishReason')?.get('reason')),
          tokens: ai21Tokens(data, body.get('prompt')),
        });
      }),
      // Bedrock gives the number 1234 to all.
      id: id?.kind === 'number' ? id.lexeme() : id?.text(),
      usage: usageOf(body.pointer, {
        prompt: countItems(body.get('prompt')?.get('tokens')),
        generation: sumCounts(completions.map((completion) => countItems(completion.get('data')?.get('tokens')))),
      }),
    });
  },
};
