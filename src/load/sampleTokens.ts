// The tokens of a generation's linked choice as an index on bytes, with the place of its answer in them. Runs in the worker.

import type { JsonDocument } from '../json/document.ts';
import type { Pointer } from '../json/pointer.ts';
import type { SampleTokens } from '../response/questions.ts';
import { textKey } from '../response/textHash.ts';
import { placeOfAnswer } from '../response/tokens/placeOfAnswer.ts';
import { tokenIndexOf } from '../response/tokens/tokenIndex.ts';
import { utf8Length } from '../response/tokens/utf8Places.ts';
import { choiceAt, choiceTokens } from './choiceTokens.ts';
import type { Samples } from './samples.ts';

/** `refusal`: what the generation says where it says nothing itself. */
export function sampleTokens(
  document: JsonDocument,
  samples: Samples,
  position: number,
  choice: Pointer,
  refusal: string,
  choicePosition?: number,
): SampleTokens | undefined {
  const generation = samples.generation(position);
  if (generation === undefined) return undefined;
  const text = choiceAt(document, choice, choicePosition)?.text ?? null;
  const tokens = choiceTokens(document, choice, choicePosition);
  if (tokens === undefined) return { position, problem: 'notListed' };
  if (text === null) return { position, problem: 'noText' };
  const answer = generation.output || (generation.toolCalls.length === 0 ? (generation.refusal ?? refusal) : '');
  const place = placeOfAnswer(answer, generation.rawOutput, text);
  if (typeof place === 'string') return { position, problem: place };
  return {
    position,
    answerKey: textKey(answer),
    length: answer.length,
    index: tokenIndexOf(tokens, text),
    promptKey: textKey(samples.promptParts(position).join('\0')),
    place: { from: place.from, to: place.to, byte: utf8Length(text, place.inChoice) },
  };
}
