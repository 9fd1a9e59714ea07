// Servers for models at home: Ollama and llama.cpp, each with its own shape.

import type { JsonCursor } from '../../json/cursor.ts';
import { readFinishReason } from '../finishClass.ts';
import { readToolCalls } from '../generation.ts';
import type { FinishReason } from '../model.ts';
import type { RawToken, RawTokens, TokenList } from '../tokens/rawToken.ts';
import { readCount, usageOf } from '../usage.ts';
import { choiceOf, firstItem, joinTexts, readInteger, readingOf, readPlaced, sumCounts } from './parts.ts';
import type { ProviderReader, ProviderReading } from './reading.ts';
import { streamReader } from './stream.ts';
import { readTime } from './time.ts';
import { itemShape, itemsOf, itemToken, itemTokens, tokenListOf } from './tokenLists.ts';

export const ollama: ProviderReader = {
  format: 'ollama',
  label: 'Ollama',
  recognises(body) {
    const hasAnswer = body.get('response') !== undefined || body.get('message') !== undefined;
    return body.get('done') !== undefined && hasAnswer;
  },
  read(body) {
    const message = body.get('message');
    return readingOf({
      choices: [
        choiceOf(body, 0, {
          text: joinTexts([message?.get('content') ?? body.get('response')]),
          reasoning: joinTexts([message?.get('thinking') ?? body.get('thinking')]),
          toolCalls: readToolCalls(message?.get('tool_calls')),
          finishReason: readFinishReason('ollama', body.get('done_reason')),
          tokens: itemTokens(body.get('logprobs')),
        }),
      ],
      model: readPlaced(body.get('model')),
      created: readTime(body.get('created_at')),
      usage: usageOf(body.pointer, {
        prompt: readCount(body.get('prompt_eval_count')),
        generation: readCount(body.get('eval_count')),
      }),
    });
  },
};

/** One event is a body with the next piece of the text; the last has the counts. */
export const ollamaStream = streamReader({
  format: 'ollama-stream',
  label: 'Ollama, events of a stream',
  isEvent: (event) => ollama.recognises(event) && ['true', 'false'].includes(event.get('done')?.kind ?? ''),
  merge(body, event) {
    const message = event.get('message');
    for (const key of ['response', 'thinking']) body.at(key).join(event.get(key));
    for (const key of ['content', 'thinking']) body.at('message', key).join(message?.get(key));
    body.at('message', 'tool_calls').append(message?.get('tool_calls'));
    body.at('logprobs').append(event.get('logprobs'));
    body.putMembers(event, ['response', 'thinking', 'message', 'logprobs']);
  },
  read: (body) => ollama.read(body),
});

/** One body, or a list of whole ones where several answers or prompts were asked for. Hand-made from the documentation of its server. */
export const llamaCpp: ProviderReader = {
  format: 'llama.cpp',
  label: 'llama.cpp',
  recognises(body) {
    if (body.kind !== 'array') return isLlama(body);
    const items = Array.from(body.items());
    return items.length > 0 && items.every((item) => isLlama(item) && item.get('stop')?.kind !== 'false');
  },
  read: (body) => readLlama(body, body.kind === 'array' ? Array.from(body.items()) : [body]),
};

/** One event is a body with the next piece of a text and the tokens of that piece; `index` says which text. */
export const llamaCppStream = streamReader({
  format: 'llama.cpp-stream',
  label: 'llama.cpp, events of a stream',
  isEvent: isLlama,
  merge(body, event) {
    const result = body.at('results', readInteger(event.get('index')) ?? 0);
    result.at('content').join(event.get('content'));
    result.at('completion_probabilities').append(event.get('completion_probabilities'));
    result.putMembers(event, ['content', 'completion_probabilities']);
  },
  read: (body) => readLlama(body, Array.from(body.get('results')?.items() ?? [])),
});

function isLlama(body: JsonCursor): boolean {
  const signs = ['tokens_predicted', 'stop_type', 'stopped_eos'];
  const isPiece = ['true', 'false'].includes(body.get('stop')?.kind ?? '');
  return body.get('content')?.kind === 'string' && (isPiece || signs.some((key) => body.get(key) !== undefined));
}

/** Where there are several results each is a choice with counts of its own. */
function readLlama(body: JsonCursor, results: readonly JsonCursor[]): ProviderReading {
  const countsOf = (place: JsonCursor, own: readonly JsonCursor[]) =>
    usageOf(place.pointer, {
      prompt: sumCounts(own.map((result) => readCount(result.get('tokens_evaluated')))),
      generation: sumCounts(own.map((result) => readCount(result.get('tokens_predicted')))),
    });
  const isOne = results.length === 1;
  return readingOf({
    choices: results.map((result, position) =>
      choiceOf(isOne ? body : result, position, {
        index: isOne ? undefined : readInteger(result.get('index')),
        text: joinTexts([result.get('content')]),
        finishReason: readFinishReason('llama.cpp', result.get('stop_type')) ?? readStopFlags(result),
        tokens: llamaTokens(result.get('completion_probabilities')),
        usage: isOne ? undefined : countsOf(result, [result]),
      }),
    ),
    model: readPlaced(results.map((result) => result.get('model')).find((model) => model?.text())),
    usage: countsOf(body, results),
  });
}

/** Before `stop_type` there was one flag per reason. */
function readStopFlags(body: JsonCursor): FinishReason | undefined {
  for (const [key, found] of [
    ['stopped_limit', 'length'],
    ['stopped_eos', 'stop'],
    ['stopped_word', 'stop'],
  ] as const) {
    const flag = body.get(key);
    if (flag?.kind === 'true') return { raw: key, class: found, pointer: flag.pointer };
  }
  return undefined;
}

/** llama.cpp: as chat, with probabilities after sampling where asked; before that `content` and `probs`, probabilities too. */
function llamaTokens(list: JsonCursor | undefined): TokenList | undefined {
  const read = (): Partial<RawTokens> => {
    const items = itemsOf(list);
    const isOld = items[0]?.get('probs') !== undefined;
    if (!isOld) return { tokens: items.map(itemToken), isProbability: items[0]?.get('prob') !== undefined };
    return {
      isProbability: true,
      tokens: items.map((item): RawToken => {
        const text = item.get('content')?.text() ?? '';
        const alternatives = itemsOf(item.get('probs')).map((one) => ({
          place: one,
          text: one.get('tok_str')?.text() ?? '',
          logprob: one.get('prob'),
        }));
        // The value of the token itself stands among its alternatives only.
        const own = alternatives.find((one) => one.text === text);
        return { place: item, text, logprob: own?.logprob, alternatives };
      }),
    };
  };
  return tokenListOf(list, list?.length ?? 0, read, () => {
    const first = firstItem(list);
    const isProbability = first?.get('probs') !== undefined || first?.get('prob') !== undefined;
    return isProbability ? undefined : { kind: 'items', shape: itemShape, list };
  });
}
