// AI21 Jurassic-2, also through Bedrock. Token counts are the lengths of its token lists.

import type { JsonCursor } from '../../json/cursor.ts';
import { readFinishReason } from '../finishClass.ts';
import type { RawToken, TokenList } from '../tokens/rawToken.ts';
import { usageOf } from '../usage.ts';
import { choiceOf, countItems, firstItem, joinTexts, readInteger, readingOf, sumCounts } from './parts.ts';
import type { ProviderReader } from './reading.ts';
import { itemsOf, tokenListOf } from './tokenLists.ts';

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

/** AI21: the model's own value and the one after the sampling parameters, exact ranges, the prompt listed apart. */
function ai21Tokens(data: JsonCursor | undefined, prompt: JsonCursor | undefined): TokenList | undefined {
  const list = data?.get('tokens');
  return tokenListOf(list, list?.length ?? 0, () => ({
    tokens: itemsOf(list).map(ai21Token),
    promptTokens: itemsOf(prompt?.get('tokens')).map(ai21Token),
  }));
}

function ai21Token(item: JsonCursor): RawToken {
  const generated = item.get('generatedToken');
  const start = readInteger(item.get('textRange')?.get('start'));
  const end = readInteger(item.get('textRange')?.get('end'));
  const top = item.get('topTokens');
  return {
    place: item,
    text: generated?.get('token')?.text() ?? '',
    logprob: generated?.get('raw_logprob') ?? generated?.get('logprob'),
    sampled: generated?.get('raw_logprob') === undefined ? undefined : generated.get('logprob'),
    range: start === undefined || end === undefined ? undefined : { start, end },
    alternatives:
      top?.kind === 'array'
        ? itemsOf(top).map((one) => ({
            place: one,
            text: one.get('token')?.text() ?? '',
            logprob: one.get('raw_logprob') ?? one.get('logprob'),
          }))
        : undefined,
  };
}
