// `llm logs --json`: a list of logged responses. `response_json` is what the provider sent.

import type { JsonCursor } from '../../json/cursor.ts';
import { plural } from '../../words/numbers.ts';
import { list, listOfAny, object, set } from './record.ts';
import { nameOf, Prompts, type Tool } from './tool.ts';

export const llm: Tool = {
  id: 'llm',
  recognises(first) {
    return ['model', 'prompt', 'response', 'response_json'].every((key) => first.get(key) !== undefined);
  },
  read(items, records) {
    const prompts = new Prompts();
    for (let position = 0; position < items.count; position++) {
      const row = items.at(position);
      const body = records.origin.inside(set(row.get('response_json')));
      records.add(
        {
          from: row,
          name: nameOf(set(row.get('id'))) ?? `response ${position + 1}`,
          group: prompts.nameOf(row.get('prompt'), row.get('system'), row.get('model')),
        },
        {
          data: list([object({ id: set(row.get('id')), output: set(row.get('response')) })]),
          usage: object({
            prompt_tokens: set(row.get('input_tokens')),
            generation_tokens: set(row.get('output_tokens')),
          }),
          metadata: object({
            conversation_id: set(row.get('conversation_id')),
            duration_ms: set(row.get('duration_ms')),
            datetime_utc: set(row.get('datetime_utc')),
            token_details: set(row.get('token_details')),
          }),
          provider_request: object({
            model: row.get('model'),
            prompt: set(row.get('prompt')),
            system: set(row.get('system')),
            ...optionsOf(records.origin.inside(set(row.get('options_json')))),
          }),
          provider_responses: listOfAny([body]),
        },
      );
    }
    return {
      form: 'llm logs',
      facts: [plural(items.count, 'response'), plural(records.groupCount, 'prompt')],
      notes: [],
      grouping: 'Responses with equal `prompt`, `system` and `model` are of one prompt.',
    };
  },
};

function optionsOf(options: JsonCursor | undefined): Record<string, JsonCursor | undefined> {
  return Object.fromEntries(Array.from(options?.entries() ?? [], ([key, value]) => [key, set(value)]));
}
