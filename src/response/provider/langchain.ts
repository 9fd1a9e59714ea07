// LangChain's LLMResult: a list of generations per prompt. Hand-made from its schema; no recorded body is known.

import type { JsonCursor } from '../../json/cursor.ts';
import { readFinishReason } from '../finishClass.ts';
import { readOpenaiUsage } from './openaiUsage.ts';
import { choiceOf, firstItem, joinTexts, readingOf, readPlaced } from './parts.ts';
import type { ProviderReader } from './reading.ts';

export const langchain: ProviderReader = {
  format: 'langchain',
  label: 'LangChain result',
  recognises(body) {
    return firstItem(body.get('generations'))?.kind === 'array';
  },
  read(body) {
    const generations = Array.from(body.get('generations')?.items() ?? [], (list) => Array.from(list.items())).flat();
    const output = body.get('llm_output');
    return readingOf({
      choices: generations.map((generation, position) => {
        const text = joinTexts([textOf(generation)]);
        const finishReason = readFinishReason('openai', generation.get('generation_info')?.get('finish_reason'));
        return choiceOf(generation, position, { text, hasPlace: text !== undefined, finishReason });
      }),
      model: readPlaced(output?.get('model_name')),
      usage: readOpenaiUsage(output?.get('token_usage')),
    });
  },
};

function textOf(generation: JsonCursor): JsonCursor | undefined {
  const message = generation.get('message');
  return generation.get('text') ?? message?.get('content') ?? message?.get('kwargs')?.get('content');
}
