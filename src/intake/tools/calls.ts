// What libraries log of their calls: results of LangChain (`generations`), the history of DSPy, the log of LiteLLM. Each holds what the provider sent.

import type { JsonCursor } from '../../json/cursor.ts';
import { plural } from '../../words/numbers.ts';
import { at, list, listOfAny, type Origin, object, type Piece, set } from './record.ts';
import { nameOf, Prompts, type Recognised, type Tool } from './tool.ts';

/** An LLMResult: `generations[p][k]` of prompt p. */
export const langChain: Tool = {
  id: 'langchain',
  recognises(first) {
    return at(first.get('generations'), 0)?.kind === 'array';
  },
  read(items, records) {
    for (let position = 0; position < items.count; position++) {
      const result = items.at(position);
      let prompt = 0;
      for (const generations of result.get('generations')?.items() ?? []) {
        prompt++;
        const name = items.count === 1 ? `prompt ${prompt}` : `result ${position + 1}, prompt ${prompt}`;
        const output = set(result.get('llm_output'));
        const usage = output?.get('token_usage');
        records.add(
          { from: generations, name, group: name },
          {
            data: list(Array.from(generations.items(), chainGeneration)),
            usage: result.get('generations')?.length === 1 ? openAiUsage(usage) : undefined,
            metadata: object({ llm_output: output, run: set(result.get('run')) }),
            provider_responses: listOfAny([object({ generations: list([generations]), llm_output: output })]),
          },
        );
      }
    }
    return {
      form: 'LangChain result',
      facts: [plural(records.count, 'prompt')],
      notes: [],
      grouping: 'Generations of one list in `generations` are of one prompt.',
    };
  },
};

function chainGeneration(generation: JsonCursor): Piece | undefined {
  const info = generation.get('generation_info');
  const metadata =
    at(generation, 'message', 'kwargs', 'response_metadata') ?? at(generation, 'message', 'response_metadata');
  return object({
    output: generation.get('text') ?? at(generation, 'message', 'content'),
    finish_reason: set(info?.get('finish_reason')) ?? set(metadata?.get('finish_reason')),
  });
}

/** Entries of `lm.history`: `outputs` are the answers, `response` is a body in the shape of OpenAI. */
export const dspy: Tool = {
  id: 'dspy',
  recognises(first) {
    return (
      first.get('outputs')?.kind === 'array' && first.get('messages') !== undefined && first.get('usage') !== undefined
    );
  },
  read(items, records) {
    const prompts = new Prompts();
    for (let position = 0; position < items.count; position++) {
      const entry = items.at(position);
      const messages = set(entry.get('messages'));
      records.add(
        {
          from: entry,
          name: nameOf(set(entry.get('uuid'))) ?? `call ${position + 1}`,
          group: prompts.nameOf(messages ?? entry.get('prompt')),
        },
        {
          data: list(
            Array.from(entry.get('outputs')?.items() ?? [], (output) =>
              object({ output: output.kind === 'object' ? (output.get('text') ?? output) : set(output) }),
            ),
          ),
          usage: openAiUsage(entry.get('usage')),
          metadata: object({
            cost: set(entry.get('cost')),
            timestamp: set(entry.get('timestamp')),
            uuid: set(entry.get('uuid')),
          }),
          provider_request: requestOf(entry, messages, entry.get('kwargs')),
          provider_responses: listOfAny([bodyOf(records.origin, entry)]),
        },
      );
    }
    return described('DSPy history', records.count, records.groupCount);
  },
};

/** Payloads of the standard logging of LiteLLM. Its `metadata` names keys and users, and is left out. */
export const liteLlm: Tool = {
  id: 'litellm',
  recognises(first) {
    const isLogged = first.get('messages') !== undefined && first.get('response') !== undefined;
    return (
      isLogged && (first.get('completion_tokens') ?? first.get('call_type') ?? first.get('response_cost')) !== undefined
    );
  },
  read(items, records) {
    const prompts = new Prompts();
    for (let position = 0; position < items.count; position++) {
      const entry = items.at(position);
      const messages = records.origin.inside(entry.get('messages')) ?? set(entry.get('messages'));
      const response = bodyOf(records.origin, entry);
      records.add(
        {
          from: entry,
          name: nameOf(set(entry.get('id'))) ?? `call ${position + 1}`,
          group: prompts.nameOf(entry.get('messages')),
        },
        {
          data: response?.kind === 'string' ? list([object({ output: response })]) : undefined,
          usage: object({
            prompt_tokens: set(entry.get('prompt_tokens')),
            generation_tokens: set(entry.get('completion_tokens')),
            total_tokens: set(entry.get('total_tokens')),
          }),
          metadata: object({
            id: set(entry.get('id')),
            status: set(entry.get('status')),
            response_cost: set(entry.get('response_cost')),
            response_time: set(entry.get('response_time')),
            start_time: set(entry.get('startTime')),
            end_time: set(entry.get('endTime')),
            error: set(entry.get('error_str')),
          }),
          provider_request: requestOf(entry, messages, entry.get('model_parameters')),
          provider_responses: response?.kind === 'string' ? undefined : listOfAny([response]),
        },
      );
    }
    const { notes, ...others } = described('LiteLLM log', records.count, records.groupCount);
    return { ...others, notes: [...notes, 'Names of keys and users in `metadata` are left out.'] };
  },
};

function described(form: string, calls: number, prompts: number): Recognised {
  return {
    form,
    facts: [plural(calls, 'call'), plural(prompts, 'prompt')],
    notes: [],
    grouping: 'Calls with equal `messages` are of one prompt.',
  };
}

function bodyOf(origin: Origin, entry: JsonCursor): JsonCursor | undefined {
  const response = set(entry.get('response'));
  return origin.inside(response) ?? response;
}

function openAiUsage(usage: JsonCursor | undefined): Piece | undefined {
  return object({
    prompt_tokens: set(usage?.get('prompt_tokens')),
    generation_tokens: set(usage?.get('completion_tokens')),
    total_tokens: set(usage?.get('total_tokens')),
  });
}

function requestOf(
  entry: JsonCursor,
  messages: JsonCursor | undefined,
  settings: JsonCursor | undefined,
): Piece | undefined {
  return object({
    model: set(entry.get('model')),
    messages: messages?.kind === 'array' ? messages : undefined,
    prompt: messages?.kind === 'array' ? undefined : (messages ?? set(entry.get('prompt'))),
    ...Object.fromEntries(Array.from(settings?.entries() ?? [], ([key, value]) => [key, set(value)])),
  });
}
