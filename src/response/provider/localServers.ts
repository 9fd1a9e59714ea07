// Servers for models at home: Ollama and llama.cpp, each with its own shape.

import type { JsonCursor } from '../../json/cursor.ts';
import { readFinishReason } from '../finishClass.ts';
import { readToolCalls } from '../generation.ts';
import type { FinishReason } from '../model.ts';
import { readCount, usageOf } from '../usage.ts';
import { choiceOf, joinTexts, readingOf, readPlaced } from './parts.ts';
import type { ProviderReader } from './reading.ts';
import { readTime } from './time.ts';
import { itemTokens, llamaTokens } from './tokenLists.ts';

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

/** Hand-made from the documentation of its server; no recorded body is known. */
export const llamaCpp: ProviderReader = {
  format: 'llama.cpp',
  label: 'llama.cpp',
  recognises(body) {
    const signs = ['tokens_predicted', 'stop_type', 'stopped_eos'];
    return body.get('content')?.kind === 'string' && signs.some((key) => body.get(key) !== undefined);
  },
  read(body) {
    return readingOf({
      choices: [
        choiceOf(body, 0, {
          text: joinTexts([body.get('content')]),
          finishReason: readFinishReason('llama.cpp', body.get('stop_type')) ?? readStopFlags(body),
          tokens: llamaTokens(body.get('completion_probabilities')),
        }),
      ],
      model: readPlaced(body.get('model')),
      usage: usageOf(body.pointer, {
        prompt: readCount(body.get('tokens_evaluated')),
        generation: readCount(body.get('tokens_predicted')),
      }),
    });
  },
};

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
