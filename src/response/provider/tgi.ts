// Hugging Face Text Generation Inference: one text, alone or in a list, with further sequences of `best_of`; also as the events of a stream.

import type { JsonCursor } from '../../json/cursor.ts';
import { readFinishReason } from '../finishClass.ts';
import { ItemShape } from '../tokens/itemShape.ts';
import type { RawAlternative, RawToken, RawTokens, TokenList } from '../tokens/rawToken.ts';
import { readCount, usageOf } from '../usage.ts';
import { choiceOf, countItems, joinTexts, readInteger, readingOf } from './parts.ts';
import type { ProviderChoice, ProviderReader } from './reading.ts';
import { streamReader } from './stream.ts';
import { itemsOf, lengthsOf, listAt, tokenListOf } from './tokenLists.ts';

export const tgi: ProviderReader = {
  format: 'tgi',
  label: 'Text Generation Inference',
  recognises(body) {
    const [first] = answersOf(body);
    return first?.get('generated_text') !== undefined && first.get('token') === undefined;
  },
  read(body) {
    const answers = answersOf(body);
    const details = answers.length === 1 ? answers[0]?.get('details') : undefined;
    const sequences = answers.flatMap((answer) => {
      const own = answer.get('details');
      const others = Array.from(own?.get('best_of_sequences')?.items() ?? []);
      return [[answer, own] as const, ...others.map((sequence) => [sequence, sequence] as const)];
    });
    return readingOf({
      choices: sequences.map(([answer, own], position) => readSequence(answer, own, position)),
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

/** One event is a token; the last also has the whole text and the details. */
export const tgiStream = streamReader({
  format: 'tgi-stream',
  label: 'Text Generation Inference, events of a stream',
  isEvent: (event) => event.get('token')?.kind === 'object' && event.get('generated_text') !== undefined,
  merge(body, event) {
    const token = event.get('token');
    const whole = event.get('generated_text');
    const text = body.at('generated_text');
    if (whole?.kind === 'string') text.replace(whole);
    else if (token?.get('special')?.kind !== 'true') text.join(token?.get('text'));
    const details = body.at('details');
    details.start(event.get('details'));
    details.at('tokens').push(token);
    const top = event.get('top_tokens');
    if (top?.kind === 'array') details.at('top_tokens').push(top);
  },
  read: (body) => tgi.read(body),
});

/** The body, or the items of a list of bodies. */
function answersOf(body: JsonCursor): readonly JsonCursor[] {
  return body.kind === 'array' ? Array.from(body.items()) : [body];
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

/** Text Generation Inference: tokens, special ones included, with further candidates beside them; the prompt as prefill. */
function tgiTokens(details: JsonCursor | undefined): TokenList | undefined {
  const list = details?.get('tokens');
  const read = (): Partial<RawTokens> => {
    const tops = itemsOf(details?.get('top_tokens'));
    return {
      tokens: itemsOf(list).map(
        (item, at): RawToken => ({
          ...tgiToken(item),
          id: readInteger(item.get('id')),
          isSpecial: item.get('special')?.kind === 'true',
          alternatives: tops[at]?.kind === 'array' ? itemsOf(tops[at]).map(tgiToken) : undefined,
        }),
      ),
      promptTokens: itemsOf(details?.get('prefill')).map((item) => ({
        ...tgiToken(item),
        id: readInteger(item.get('id')),
        alternatives: undefined,
      })),
      lists: lengthsOf(details, 'tokens', 'top_tokens'),
    };
  };
  const beside = () => listAt(details, 'top_tokens');
  return tokenListOf(list, list?.length ?? 0, read, () => ({ kind: 'items', shape: tgiShape, list, beside: beside() }));
}

/** As `tgiTokens` reads it. */
const tgiShape = new ItemShape({ text: 'text', value: ['logprob'], special: 'special' });

function tgiToken(item: JsonCursor): RawAlternative {
  return { place: item, text: item.get('text')?.text() ?? '', logprob: item.get('logprob') };
}
