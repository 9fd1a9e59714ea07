// Google's earlier shapes: PaLM text and chat, and predictions of Vertex AI.

import type { JsonCursor } from '../../json/cursor.ts';
import { plural } from '../../words/numbers.ts';
import type { FinishReason } from '../model.ts';
import { choiceOf, firstItem, joinTexts, readingOf, readPlaced } from './parts.ts';
import type { ProviderReader } from './reading.ts';

export const palm: ProviderReader = {
  format: 'palm',
  label: 'PaLM',
  recognises(body) {
    const first = firstItem(body.get('candidates'));
    return first?.get('output')?.kind === 'string' || first?.get('content')?.kind === 'string';
  },
  read(body) {
    const list = body.get('filters');
    const filters = list?.length ?? 0;
    const reason = firstItem(list)?.get('reason');
    return readingOf({
      choices: Array.from(body.get('candidates')?.items() ?? [], (candidate, position) => {
        const text = candidate.get('output') ?? candidate.get('content');
        return choiceOf(candidate, position, { text: joinTexts([text]), hasPlace: text !== undefined });
      }),
      blocked:
        list === undefined || filters === 0
          ? undefined
          : { reason: reason?.text() ?? reason?.lexeme() ?? '', pointer: list.pointer },
      notes: filters === 0 ? [] : [`${plural(filters, 'filter')} blocked content.`],
    });
  },
};

/** Hand-made from the schema of text-bison and chat-bison; no recorded body is known. */
export const vertexPredict: ProviderReader = {
  format: 'vertex-predict',
  label: 'Vertex AI prediction',
  recognises(body) {
    const first = firstItem(body.get('predictions'));
    return (
      first?.get('content')?.kind === 'string' || firstItem(first?.get('candidates'))?.get('content') !== undefined
    );
  },
  read(body) {
    const answers = Array.from(body.get('predictions')?.items() ?? []).flatMap((prediction) => {
      const candidates = prediction.get('candidates');
      return candidates === undefined ? [prediction] : Array.from(candidates.items());
    });
    return readingOf({
      choices: answers.map((answer, position) => {
        const text = joinTexts([answer.get('content')]);
        return choiceOf(answer, position, { text, hasPlace: text !== undefined, finishReason: readBlocked(answer) });
      }),
      model: readPlaced(body.get('model') ?? body.get('deployedModelId')),
    });
  },
};

function readBlocked(answer: JsonCursor): FinishReason | undefined {
  const blocked = answer.get('safetyAttributes')?.get('blocked');
  return blocked?.kind === 'true' ? { raw: 'blocked', class: 'filter', pointer: blocked.pointer } : undefined;
}
