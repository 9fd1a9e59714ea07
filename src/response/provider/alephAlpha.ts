// Aleph Alpha completions. Its count of generated tokens includes candidates that `best_of` discarded.

import type { JsonCursor } from '../../json/cursor.ts';
import { readFinishReason } from '../finishClass.ts';
import type { RawToken, TokenList } from '../tokens/rawToken.ts';
import { readCount, usageOf } from '../usage.ts';
import { choiceOf, firstItem, joinTexts, readInteger, readingOf, readPlaced } from './parts.ts';
import type { ProviderReader } from './reading.ts';
import { streamReader } from './stream.ts';
import { itemsOf, lengthsOf, membersOf, tokenListOf } from './tokenLists.ts';

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

const eventTypes = ['stream_chunk', 'stream_summary', 'completion_summary'];

/**
 * A piece of a completion, its end, and the counts of all come as events of three types, the first two by `index`. Hand-made from what its
 * client documents; no recorded stream is known.
 */
export const alephAlphaStream = streamReader({
  format: 'aleph-alpha-stream',
  label: 'Aleph Alpha, events of a stream',
  isEvent: (event) => eventTypes.includes(event.get('type')?.text() ?? ''),
  merge(body, event) {
    body.putMembers(event, ['type', 'index', ...ofCompletion]);
    if (event.get('type')?.text() === 'completion_summary') return;
    const completion = body.at('completions', readInteger(event.get('index')) ?? 0);
    completion.start(event);
    completion.at('completion').join(event.get('completion'));
    completion.at('finish_reason').put(event.get('finish_reason'));
    for (const key of ['log_probs', 'completion_tokens']) completion.at(key).append(event.get(key));
  },
  read: (body) => alephAlpha.read(body),
});

const ofCompletion = ['completion', 'raw_completion', 'finish_reason', 'log_probs', 'completion_tokens'];

/** Aleph Alpha: an object of token → log probability per token, `{}` for the first of an echo; spellings beside it. */
function alephAlphaTokens(completion: JsonCursor): TokenList | undefined {
  const list = completion.get('log_probs');
  return tokenListOf(list, list?.length ?? 0, () => {
    const spellings = itemsOf(completion.get('completion_tokens'));
    return {
      tokens: itemsOf(list).map((item, at): RawToken => {
        const alternatives = membersOf(item) ?? [];
        const text = spellings[at]?.text() ?? alternatives[0]?.text ?? '';
        const own = alternatives.find((one) => one.text === text);
        return {
          place: item,
          text,
          logprob: own?.logprob,
          alternatives: alternatives.length > 0 ? alternatives : undefined,
        };
      }),
      canEcho: true,
      lists: lengthsOf(completion, 'log_probs', 'completion_tokens'),
    };
  });
}
