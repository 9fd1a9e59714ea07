// Where the spans of OpenTelemetry hold what was asked and answered: GenAI attributes (messages as JSON), GenAI events, OpenInference and Traceloop
// (a number in the key per message). Gives pieces of a response; must not know spans otherwise.

import type { JsonCursor } from '../../json/cursor.ts';
import {
  at,
  joined,
  list,
  listOfAny,
  numeral,
  type Origin,
  object,
  type Piece,
  set,
  textOf,
  written,
} from './record.ts';
import { type Attributes, attributesOf } from './spanAttributes.ts';

/** The generations of a span: the first place that holds any. */
export function answersOf(origin: Origin, span: JsonCursor, attributes: Attributes): readonly (Piece | undefined)[] {
  const messages = origin.inside(attributes.get('gen_ai.output.messages'));
  if (messages?.kind === 'array' && messages.length > 0)
    return Array.from(messages.items(), (message) => messageAnswer(message));
  for (const prefix of ['llm.output_messages', 'gen_ai.completion']) {
    const found = numbered(attributes, prefix);
    if (found.length > 0) return found.map((message) => numberedAnswer(message));
  }
  return eventAnswers(origin, span);
}

interface Asked {
  /** By which equal prompts are told. */
  readonly values: readonly (JsonCursor | undefined)[];
  readonly members: Readonly<Record<string, Piece | undefined>>;
}

/** What was asked, as messages or as one text. */
export function promptOf(origin: Origin, span: JsonCursor, attributes: Attributes): Asked {
  const system = set(attributes.get('gen_ai.system_instructions'));
  const input = set(attributes.get('gen_ai.input.messages'));
  const messages = origin.inside(input);
  if (messages !== undefined) {
    return { values: [input, system], members: { messages, system: origin.inside(system) ?? system } };
  }
  for (const prefix of ['llm.input_messages', 'gen_ai.prompt']) {
    const found = numbered(attributes, prefix);
    if (found.length === 0) continue;
    const values = found.flatMap((message) => [...message.values()]);
    return {
      values,
      members: {
        messages: list(found.map((message) => object({ role: message.get('role'), content: contentOf(message) }))),
      },
    };
  }
  const asked = eventsOf(span).filter((event) =>
    /^gen_ai\.(?:user|system|assistant|tool)\.message$|^gen_ai\.content\.prompt$/.test(event.get('name')?.text() ?? ''),
  );
  const contents = asked.map((event) => contentOfEvent(origin, event, 'gen_ai.prompt'));
  const value = set(attributes.get('input.value'));
  return contents.length > 0
    ? { values: contents, members: { messages: listOfAny(contents) } }
    : { values: [value], members: { prompt: value } };
}

/** `{role, parts: [{type, content}], finish_reason}`; some writers give `content` in place of parts. */
function messageAnswer(message: JsonCursor): Piece | undefined {
  const parts = message.get('parts') ?? message.get('content');
  const calls = Array.from(parts?.items() ?? []).filter((part) => part.get('type')?.text() === 'tool_call');
  return object({
    output: textOf(parts),
    finish_reason: set(message.get('finish_reason')),
    tool_calls: listOfAny(
      calls.map((call) =>
        object({
          id: call.get('id'),
          function: object({ name: call.get('name'), arguments: written(call.get('arguments')) }),
        }),
      ),
    ),
    output_message: message,
  });
}

type Numbered = ReadonlyMap<string, JsonCursor>;

/** `PREFIX.0.message.content` and `PREFIX.0.content`, gathered by their number. */
function numbered(attributes: Attributes, prefix: string): readonly Numbered[] {
  const found = new Map<number, Map<string, JsonCursor>>();
  for (const [key, value] of attributes) {
    if (!key.startsWith(`${prefix}.`)) continue;
    const match = /^(\d{1,6})\.(?:message\.)?(.+)$/.exec(key.slice(prefix.length + 1));
    if (match === null) continue;
    const number = Number(match[1]);
    const message = found.get(number) ?? new Map<string, JsonCursor>();
    found.set(number, message.set(match[2] as string, value));
  }
  return [...found].sort(([one], [other]) => one - other).map(([, message]) => message);
}

function numberedAnswer(message: Numbered): Piece | undefined {
  const name = [...message].find(([key]) => /^tool_calls\.0\.(?:tool_call\.function\.)?name$/.test(key))?.[1];
  const sent = [...message].find(([key]) => /^tool_calls\.0\.(?:tool_call\.function\.)?arguments$/.test(key))?.[1];
  return object({
    output: contentOf(message),
    finish_reason: set(message.get('finish_reason')),
    tool_calls: listOfAny(
      [object({ function: object({ name, arguments: sent }) })].filter((call) => call !== undefined),
    ),
  });
}

/** `content`, or the texts of `contents.N.message_content.text`. */
function contentOf(message: Numbered): Piece | undefined {
  const whole = set(message.get('content'));
  if (whole !== undefined) return whole;
  const texts = [...message]
    .filter(([key]) => /^contents\.\d+\.message_content\.text$/.test(key))
    .map(([, text]) => text);
  return joined(texts);
}

function eventsOf(span: JsonCursor): readonly JsonCursor[] {
  return Array.from(span.get('events')?.items() ?? []);
}

/** `gen_ai.choice` with its message, `gen_ai.content.completion` with a text or messages. */
function eventAnswers(origin: Origin, span: JsonCursor): readonly (Piece | undefined)[] {
  return eventsOf(span).flatMap((event) => {
    const name = event.get('name')?.text();
    if (name === 'gen_ai.content.completion') {
      const content = contentOfEvent(origin, event, 'gen_ai.completion');
      const messages = content?.kind === 'array' ? [...content.items()] : [content];
      return messages.map((message) =>
        message?.kind === 'object' ? messageAnswer(message) : object({ output: message }),
      );
    }
    if (name !== 'gen_ai.choice') return [];
    const attributes = attributesOf(origin, event.get('attributes'));
    const content = contentOfEvent(origin, event, 'message');
    const message = at(content, 'message') ?? content;
    return [
      object({
        index: numeral(set(attributes.get('index') ?? content?.get('index'))),
        output: message?.kind === 'object' ? textOf(message.get('content')) : message,
        finish_reason: set(attributes.get('finish_reason') ?? content?.get('finish_reason')),
      }),
    ];
  });
}

function contentOfEvent(origin: Origin, event: JsonCursor, key: string): JsonCursor | undefined {
  const attributes = attributesOf(origin, event.get('attributes'));
  const value =
    attributes.get(key) ?? attributes.get('gen_ai.event.content') ?? attributes.get('content') ?? event.get('body');
  return origin.inside(value) ?? set(value);
}
