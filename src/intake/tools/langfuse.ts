// Langfuse: a trace with its observations, or observations a line each. A record per observation of type GENERATION.

import { itemsInTurn } from '../../json/byteCursor.ts';
import type { JsonCursor } from '../../json/cursor.ts';
import { plural } from '../../words/numbers.ts';
import { at, list, listOfAny, type Members, type Origin, object, type Piece, set, textOf } from './record.ts';
import { type Items, nameOf, Prompts, type Tool } from './tool.ts';

export const langfuse: Tool = {
  id: 'langfuse',
  recognises(first) {
    if (isObservation(first)) return true;
    const observations = first.get('observations');
    return (
      observations?.kind === 'array' &&
      (observations.length === 0 ? first.get('scores') !== undefined : isObservation(at(observations, 0)))
    );
  },
  read(items, records) {
    const prompts = new Prompts();
    let others = 0;
    for (const { observation, scores } of observationsOf(items)) {
      if (observation.get('type')?.text() !== 'GENERATION') {
        others++;
        continue;
      }
      const { origin } = records;
      const request = observation.get('modelParameters');
      records.add(
        {
          from: observation,
          name: nameOf(set(observation.get('name')) ?? set(observation.get('id'))) ?? `generation ${records.count + 1}`,
          group: prompts.nameOf(observation.get('input'), observation.get('model'), request),
        },
        membersOf(observation, origin, scores),
      );
    }
    return {
      form: 'Langfuse trace',
      facts: [plural(records.count, 'generation'), plural(records.groupCount, 'prompt')],
      notes: others === 0 ? [] : [`${plural(others, 'observation')} of other types (spans, events) left out.`],
      grouping: 'Generations with equal `input`, `model` and `modelParameters` are of one prompt.',
    };
  },
};

function* observationsOf(
  items: Items,
): Iterable<{ readonly observation: JsonCursor; readonly scores?: JsonCursor | undefined }> {
  for (let position = 0; position < items.count; position++) {
    const item = items.at(position);
    if (isObservation(item)) yield { observation: item };
    else
      for (const observation of itemsInTurn(item.get('observations')))
        yield { observation, scores: item.get('scores') };
  }
}

const types = /^(?:GENERATION|SPAN|EVENT|AGENT|TOOL|CHAIN|RETRIEVER|EVALUATOR|EMBEDDING|GUARDRAIL)$/;

function isObservation(first: JsonCursor | undefined): boolean {
  return (
    types.test(first?.get('type')?.text() ?? '') &&
    (first?.get('startTime') ?? first?.get('traceId') ?? first?.get('input')) !== undefined
  );
}

function membersOf(observation: JsonCursor, origin: Origin, scores: JsonCursor | undefined): Members {
  const output = origin.inside(observation.get('output')) ?? set(observation.get('output'));
  const isBody =
    output?.kind === 'object' &&
    (output.get('choices') ?? output.get('content')?.get('parts') ?? output.get('usage')) !== undefined;
  const id = observation.get('id');
  const usage = set(observation.get('usageDetails')) ?? set(observation.get('usage'));
  const input = origin.inside(observation.get('input')) ?? set(observation.get('input'));
  const parameters = Array.from(origin.inside(set(observation.get('modelParameters')))?.entries() ?? []);
  return {
    data: isBody ? undefined : list(answersOf(output, observation)),
    usage: object({
      prompt_tokens: set(usage?.get('input')) ?? set(usage?.get('promptTokens')),
      generation_tokens: set(usage?.get('output')) ?? set(usage?.get('completionTokens')),
      total_tokens: set(usage?.get('total')) ?? set(usage?.get('totalTokens')),
    }),
    metadata: object({
      id,
      trace_id: set(observation.get('traceId')),
      start_time: set(observation.get('startTime')),
      latency: set(observation.get('latency')),
      level: set(observation.get('level')),
      status_message: set(observation.get('statusMessage')),
      scores: listOfAny(scoresOf(scores, id)),
    }),
    provider_request: object({
      model: set(observation.get('model')),
      ...(input?.kind === 'array' || input?.get('messages') !== undefined
        ? { messages: input.kind === 'array' ? input : input.get('messages') }
        : { prompt: input }),
      ...Object.fromEntries(parameters.map(([key, value]) => [key, set(value)])),
    }),
    provider_responses: isBody ? listOfAny([output]) : undefined,
  };
}

/** A text, a message, or several messages. */
function answersOf(output: JsonCursor | undefined, observation: JsonCursor): readonly (Piece | undefined)[] {
  if (output === undefined) return [];
  const isMessages = output.kind === 'array' && at(output, 0)?.get('role') !== undefined;
  const messages = isMessages ? [...output.items()] : [output];
  return messages.map((message) => {
    const isMessage = message.get('role') !== undefined || message.get('content') !== undefined;
    return object({
      id: messages.length === 1 ? observation.get('id') : undefined,
      output: isMessage ? textOf(message.get('content')) : message,
      output_message: isMessage ? message : undefined,
    });
  });
}

function scoresOf(scores: JsonCursor | undefined, id: JsonCursor | undefined): readonly JsonCursor[] {
  return Array.from(scores?.items() ?? []).filter((score) => score.get('observationId')?.lexeme() === id?.lexeme());
}
