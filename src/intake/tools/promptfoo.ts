// Results of promptfoo: a record per test, prompt and provider. Of a file the list under `results`, of its JSONL a line each.

import { itemsInTurn } from '../../json/byteCursor.ts';
import type { JsonCursor } from '../../json/cursor.ts';
import { plural } from '../../words/numbers.ts';
import { at, list, listOfAny, type Members, type Origin, object, set } from './record.ts';
import { type Items, nameOf, Prompts, type Tool } from './tool.ts';

export const promptfoo: Tool = {
  id: 'promptfoo',
  recognises(first) {
    if (isRow(first)) return true;
    const results = first.get('results')?.get('results');
    return (
      results?.kind === 'array' && (results.length === 0 ? first.get('evalId') !== undefined : isRow(at(results, 0)))
    );
  },
  read(items, records) {
    const prompts = new Prompts();
    const providers = new Set<string>();
    for (const row of rowsOf(items)) {
      const provider = row.get('provider');
      const model = nameOf(set(provider?.get('id')) ?? set(provider)) ?? '';
      const label = nameOf(set(provider?.get('label'))) || model;
      providers.add(`${model} ${label}`);
      const prompt = row.get('prompt');
      const name = [positionOf(row, 'testIdx', 'test'), positionOf(row, 'promptIdx', 'prompt'), label].filter(
        (part) => part !== '',
      );
      records.add(
        { from: row, name: name.join(', '), group: prompts.nameOf(prompt?.get('raw') ?? prompt, row.get('vars')) },
        membersOf(row, records.origin),
      );
    }
    return {
      form: 'promptfoo results',
      facts: [
        plural(records.count, 'result'),
        plural(records.groupCount, 'prompt'),
        plural(providers.size, 'provider'),
      ],
      notes: [],
      grouping: 'Results with equal prompt and `vars` are of one prompt, whichever provider answered.',
    };
  },
};

function* rowsOf(items: Items): Iterable<JsonCursor> {
  for (let position = 0; position < items.count; position++) {
    const item = items.at(position);
    if (isRow(item)) yield item;
    else yield* itemsInTurn(item.get('results')?.get('results'));
  }
}

function isRow(first: JsonCursor | undefined): boolean {
  return first?.get('prompt') !== undefined && first.get('provider') !== undefined && first.get('vars') !== undefined;
}

function positionOf(row: JsonCursor, key: string, word: string): string {
  const position = row.get(key)?.number();
  return position === undefined ? '' : `${word} ${position + 1}`;
}

function membersOf(row: JsonCursor, origin: Origin): Members {
  const response = set(row.get('response'));
  const usage = response?.get('tokenUsage') ?? row.get('tokenUsage');
  const provider = row.get('provider');
  const prompt = row.get('prompt');
  const raw = prompt?.get('raw') ?? prompt;
  const messages = origin.inside(raw);
  return {
    data: list([
      object({
        id: set(row.get('id')),
        output: set(response?.get('output')),
        inputs: row.get('vars'),
        finish_reason: set(response?.get('finishReason')),
        success: row.get('success'),
        score: set(row.get('score')),
      }),
    ]),
    usage: object({
      prompt_tokens: set(usage?.get('prompt')),
      generation_tokens: set(usage?.get('completion')),
      total_tokens: set(usage?.get('total')),
    }),
    metadata: object({
      provider: set(provider),
      label: set(prompt?.get('label')),
      latency_ms: set(row.get('latencyMs')),
      cost: set(row.get('cost')),
      cached: set(response?.get('cached')),
      error: set(row.get('error')) ?? set(response?.get('error')),
      grading: set(row.get('gradingResult')),
    }),
    provider_request: object({
      model: set(provider?.get('id')) ?? set(provider),
      messages: messages?.kind === 'array' ? messages : undefined,
      prompt: messages?.kind === 'array' ? undefined : set(raw),
    }),
    provider_responses: listOfAny([origin.inside(set(response?.get('raw'))) ?? set(response?.get('raw'))]),
  };
}
