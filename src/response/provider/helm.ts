// Results of requests as HELM keeps them, whichever provider answered: completions with their tokens. They tell no model, no reason in older versions and no usage.

import type { JsonCursor } from '../../json/cursor.ts';
import { readFinishReason } from '../finishClass.ts';
import type { RawAlternative, TokenList } from '../tokens/rawToken.ts';
import { choiceOf, firstItem, joinTexts, readingOf } from './parts.ts';
import type { ProviderReader } from './reading.ts';
import { itemsOf, listAt, membersOf, tokenListOf } from './tokenLists.ts';

export const helm: ProviderReader = {
  format: 'helm',
  label: 'HELM result',
  recognises(body) {
    const completion = firstItem(body.get('completions'));
    return completion?.get('text') !== undefined && completion.get('tokens') !== undefined;
  },
  read(body) {
    return readingOf({
      choices: itemsOf(body.get('completions')).map((completion, position) => {
        const text = completion.get('text');
        return choiceOf(completion, position, {
          index: undefined,
          text: joinTexts([text]),
          hasPlace: text !== undefined,
          finishReason: readFinishReason('ai21', completion.get('finish_reason')?.get('reason')),
          tokens: helmTokens(completion),
        });
      }),
    });
  },
};

function helmTokens(completion: JsonCursor): TokenList | undefined {
  const tokens = listAt(completion, 'tokens');
  return tokenListOf(tokens, tokens?.length ?? 0, () => ({
    tokens: itemsOf(tokens).map((token) => ({
      place: token,
      text: token.get('text')?.text() ?? '',
      logprob: token.get('logprob'),
      alternatives: alternativesOf(token),
    })),
  }));
}

/** Versions before 0.4 hold the alternatives. */
function alternativesOf(token: JsonCursor): readonly RawAlternative[] | undefined {
  const alternatives = membersOf(token.get('top_logprobs'));
  return alternatives === undefined || alternatives.length === 0 ? undefined : alternatives;
}
