// Spans of OpenTelemetry with attributes of the GenAI conventions, of OpenInference or of Traceloop: OTLP JSON, a request a line, or spans as consoles print
// them. A record per span that holds an answer.

import type { JsonCursor } from '../../json/cursor.ts';
import { plural } from '../../words/numbers.ts';
import { at, list, listOfAny, type Members, numeral, type Origin, object, type Piece, set } from './record.ts';
import { type Attributes, attributesOf, plainValue } from './spanAttributes.ts';
import { answersOf, promptOf } from './spanMessages.ts';
import { type Items, nameOf, Prompts, type Tool } from './tool.ts';

export const openTelemetry: Tool = {
  id: 'opentelemetry',
  recognises(first) {
    const resources = first.get('resourceSpans');
    return resources?.kind === 'array' || isSpan(first);
  },
  read(items, records) {
    const prompts = new Prompts();
    let others = 0;
    for (const span of spansOf(items)) {
      const attributes = attributesOf(records.origin, span.get('attributes'));
      const members = membersOf(records.origin, span, attributes);
      if (members === undefined) {
        others++;
        continue;
      }
      const asked = [...attributes].filter(
        ([key]) => key.startsWith('gen_ai.request.') || key === 'llm.invocation_parameters',
      );
      const input = promptOf(records.origin, span, attributes);
      records.add(
        {
          from: span,
          name: nameOf(set(span.get('name'))) ?? `span ${records.count + 1}`,
          group: prompts.nameOf(...input.values, ...asked.map(([, value]) => value)),
        },
        members,
      );
    }
    return {
      form: 'OpenTelemetry spans',
      facts: [plural(records.count, 'call'), plural(records.groupCount, 'prompt')],
      notes: others === 0 ? [] : [`${plural(others, 'span')} without an answer left out.`],
      grouping: 'Spans with equal input messages and request attributes are of one prompt.',
    };
  },
};

function* spansOf(items: Items): Iterable<JsonCursor> {
  for (let position = 0; position < items.count; position++) {
    const item = items.at(position);
    if (isSpan(item)) yield item;
    for (const resource of item.get('resourceSpans')?.items() ?? []) {
      const scopes = resource.get('scopeSpans') ?? resource.get('instrumentationLibrarySpans');
      for (const scope of scopes?.items() ?? []) yield* scope.get('spans')?.items() ?? [];
    }
  }
}

/** A span as a console prints it, or one of a list. */
function isSpan(first: JsonCursor): boolean {
  const attributes = first.get('attributes');
  const hasIds = (first.get('context') ?? first.get('traceId') ?? first.get('trace_id')) !== undefined;
  return attributes !== undefined && hasIds && first.get('name') !== undefined;
}

function membersOf(origin: Origin, span: JsonCursor, attributes: Attributes): Members | undefined {
  const answers = answersOf(origin, span, attributes);
  const output = attributes.get('output.value');
  const body = answers.length === 0 || isBody(origin.inside(output)) ? origin.inside(output) : undefined;
  const isWhole = isBody(body);
  const isGeneration =
    attributes.get('openinference.span.kind')?.text() === 'LLM' ||
    attributes.get('gen_ai.operation.name') !== undefined;
  if (answers.length === 0 && !isWhole && !(isGeneration && set(output) !== undefined)) return undefined;
  const count = (...keys: readonly string[]): Piece | undefined =>
    numeral(keys.map((key) => attributes.get(key)).find((value) => value !== undefined));
  const own = answers.length > 0 ? answers : isWhole ? undefined : [object({ output })];
  return {
    data: own && list(own),
    usage: object({
      prompt_tokens: count('gen_ai.usage.input_tokens', 'gen_ai.usage.prompt_tokens', 'llm.token_count.prompt'),
      generation_tokens: count(
        'gen_ai.usage.output_tokens',
        'gen_ai.usage.completion_tokens',
        'llm.token_count.completion',
      ),
      total_tokens: count('llm.usage.total_tokens', 'llm.token_count.total'),
    }),
    metadata: object({
      trace_id: set(span.get('traceId')) ?? set(at(span, 'context', 'trace_id')),
      span_id: set(span.get('spanId')) ?? set(at(span, 'context', 'span_id')),
      start_time: set(span.get('startTimeUnixNano')) ?? set(span.get('start_time')),
      end_time: set(span.get('endTimeUnixNano')) ?? set(span.get('end_time')),
      system: set(attributes.get('gen_ai.provider.name')) ?? set(attributes.get('gen_ai.system')),
      model: set(attributes.get('gen_ai.response.model')),
      response_id: set(attributes.get('gen_ai.response.id')),
      finish_reasons: set(plainValue(origin, attributes.get('gen_ai.response.finish_reasons'))),
    }),
    provider_request: object({
      model: set(attributes.get('gen_ai.request.model')) ?? set(attributes.get('llm.model_name')),
      ...promptOf(origin, span, attributes).members,
      ...settingsOf(origin, attributes),
    }),
    provider_responses: isWhole ? listOfAny([body]) : undefined,
  };
}

function isBody(value: JsonCursor | undefined): boolean {
  return (
    value?.kind === 'object' &&
    (value.get('choices') ?? value.get('candidates') ?? value.get('usage') ?? value.get('stop_reason')) !== undefined
  );
}

function settingsOf(origin: Origin, attributes: Attributes): Record<string, Piece | undefined> {
  const found: Record<string, Piece | undefined> = {};
  for (const [key, value] of attributes) {
    if (key.startsWith('gen_ai.request.') && key !== 'gen_ai.request.model')
      found[key.slice('gen_ai.request.'.length)] = numeral(plainValue(origin, value));
  }
  const parameters = origin.inside(attributes.get('llm.invocation_parameters'));
  for (const [key, value] of parameters?.entries() ?? [])
    if (key !== 'messages' && key !== 'model') found[key] = set(value);
  return found;
}
