// LangChain's LLMResult, a list of generations per prompt, and ChatResult, the list of one. Hand-made from their schemas; no recorded body is known.

import { isListOfGenerations, readChainGeneration } from './langchainMessages.ts';
import { readOpenaiUsage } from './openaiUsage.ts';
import { firstItem, noteOtherParts, readingOf, readPlaced } from './parts.ts';
import type { ProviderReader } from './reading.ts';

export const langchain: ProviderReader = {
  format: 'langchain',
  label: 'LangChain result',
  recognises(body) {
    const generations = body.get('generations');
    return firstItem(generations)?.kind === 'array' || isListOfGenerations(generations);
  },
  read(body) {
    const lists = Array.from(body.get('generations')?.items() ?? []);
    const generations = lists.flatMap((list) => (list.kind === 'array' ? Array.from(list.items()) : [list]));
    const output = body.get('llm_output');
    const otherParts: string[] = [];
    return readingOf({
      choices: generations.map((generation, position) => readChainGeneration(generation, position, otherParts)),
      model: readPlaced(output?.get('model_name') ?? output?.get('model')),
      usage: readOpenaiUsage(output?.get('token_usage')),
      notes: noteOtherParts(otherParts),
    });
  },
};
