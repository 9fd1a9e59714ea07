// Hugging Face Text Generation Inference: one text, alone or in a list of one, with further sequences of `best_of`.

import type { JsonCursor } from '../../json/cursor.ts';
import { readFinishReason } from '../finishClass.ts';
import { readCount, usageOf } from '../usage.ts';
import { choiceOf, countItems, firstItem, joinTexts, readingOf } from './parts.ts';
import type { ProviderChoice, ProviderReader } from './reading.ts';
import { tgiTokens } from './tokenLists.ts';

export const tgi: ProviderReader = {
  format: 'tgi',
  label: 'Text Generation Inference',
  recognises(body) {
    return answerOf(body)?.get('generated_text') !== undefined;
  },
  read(body) {
    const answer = answerOf(body) ?? body;
    const details = answer.get('details');
    const others = Array.from(details?.get('best_of_sequences')?.items() ?? []);
    return readingOf({
      choices: [
        readSequence(answer, details, 0),
        ...others.map((sequence, at) => readSequence(sequence, sequence, at + 1)),
      ],
      // An empty prefill means that it was not asked for, not that there was no prompt.
      usage:
        details &&
        usageOf(details.pointer, {
          prompt: countItems(details.get('prefill')),
          generation: readCount(details.get('generated_tokens')),
        }),
    });
  },
};

function answerOf(body: JsonCursor): JsonCursor | undefined {
  return body.kind === 'array' && body.length === 1 ? firstItem(body) : body;
}

function readSequence(answer: JsonCursor, details: JsonCursor | undefined, position: number): ProviderChoice {
  const text = joinTexts([answer.get('generated_text')]);
  return choiceOf(answer, position, {
    text,
    hasPlace: text !== undefined,
    finishReason: readFinishReason('tgi', details?.get('finish_reason')),
    tokens: tgiTokens(details),
    usage: details && usageOf(details.pointer, { generation: readCount(details.get('generated_tokens')) }),
  });
}
