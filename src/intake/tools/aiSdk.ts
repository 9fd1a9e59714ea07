// `generations.json` of the Vercel AI SDK's devtools: a record per step. Most values are JSON in a string; what the provider sent is `raw_response`, of a stream
// `raw_chunks`.

import { itemsInTurn } from '../../json/byteCursor.ts';
import type { JsonCursor } from '../../json/cursor.ts';
import { plural } from '../../words/numbers.ts';
import { at, joined, list, listOfAny, type Origin, object, type Piece, set, textOf, written } from './record.ts';
import { Prompts, type Tool } from './tool.ts';

export const aiSdk: Tool = {
  id: 'ai-sdk',
  recognises(first) {
    const steps = first.get('steps');
    return (
      first.get('runs')?.kind === 'array' &&
      steps?.kind === 'array' &&
      (steps.length === 0 || at(steps, 0, 'run_id') !== undefined)
    );
  },
  read(items, records) {
    const prompts = new Prompts();
    const root = items.at(0);
    for (const step of itemsInTurn(root.get('steps'))) {
      const inside = (key: string) => records.origin.inside(set(step.get(key)));
      const usage = inside('usage');
      const output = inside('output');
      records.add(
        {
          from: step,
          name: `step ${step.get('step_number')?.lexeme() ?? records.count + 1} of ${step.get('run_id')?.text() ?? 'a run'}`,
          group: prompts.nameOf(step.get('input')),
        },
        {
          data: list(output === undefined ? [] : [generationOf(step, output)]),
          usage: object({
            prompt_tokens: countOf(usage, 'inputTokens', 'promptTokens'),
            generation_tokens: countOf(usage, 'outputTokens', 'completionTokens'),
            total_tokens: countOf(usage, 'totalTokens'),
          }),
          metadata: object({
            run_id: step.get('run_id'),
            step_number: step.get('step_number'),
            type: step.get('type'),
            provider: set(step.get('provider')),
            started_at: set(step.get('started_at')),
            duration_ms: set(step.get('duration_ms')),
            error: set(step.get('error')),
          }),
          provider_request: inside('raw_request') ?? requestOf(step, inside('input')),
          provider_responses: listOfAny([bodyOf(records.origin, step)]),
        },
      );
    }
    return {
      form: 'AI SDK devtools',
      facts: [plural(records.count, 'step'), plural(root.get('runs')?.length ?? 0, 'run')],
      notes: [],
      grouping: 'Steps with equal `input` are of one prompt.',
    };
  },
};

function generationOf(step: JsonCursor, output: JsonCursor | undefined): Piece | undefined {
  const content = output?.get('content');
  const streamed = Array.from(output?.get('textParts')?.items() ?? [], (part) => part.get('text')).filter(
    (text) => text !== undefined,
  );
  const reason = output?.get('finishReason');
  const calls = [
    ...Array.from(content?.items() ?? []).filter((part) => part.get('type')?.text() === 'tool-call'),
    ...(output?.get('toolCalls')?.items() ?? []),
  ];
  return object({
    id: step.get('id'),
    output: textOf(content) ?? joined(streamed),
    finish_reason: set(reason?.get('unified')) ?? set(reason),
    tool_calls: listOfAny(
      calls.map((call) =>
        object({
          id: call.get('toolCallId'),
          function: object({ name: call.get('toolName'), arguments: written(call.get('input')) }),
        }),
      ),
    ),
  });
}

/** A count, in later versions with its parts: `{total, cacheRead, …}`. */
function countOf(usage: JsonCursor | undefined, ...keys: readonly string[]): JsonCursor | undefined {
  for (const key of keys) {
    const count = set(usage?.get(key));
    if (count !== undefined) return count.kind === 'object' ? set(count.get('total')) : count;
  }
  return undefined;
}

/** The chunks of a stream, or the body; parts of the SDK's own stream stand for neither. */
function bodyOf(origin: Origin, step: JsonCursor): JsonCursor | undefined {
  const chunks = origin.inside(set(step.get('raw_chunks')));
  if (chunks?.kind === 'array' && chunks.length > 0) return chunks;
  const body = origin.inside(set(step.get('raw_response')));
  return body?.kind === 'array' && at(body, 0, 'type')?.text() === 'stream-start' ? undefined : body;
}

function requestOf(step: JsonCursor, input: JsonCursor | undefined): Piece | undefined {
  const settings = Array.from(input?.entries() ?? []).filter(([key]) => key !== 'prompt');
  return object({
    model: step.get('model_id'),
    messages: set(input?.get('prompt')),
    ...Object.fromEntries(settings.map(([key, value]) => [key, set(value)])),
  });
}
