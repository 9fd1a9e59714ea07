// Cohere's chats as the events of a stream, v1 and v2.

import type { JsonCursor } from '../../json/cursor.ts';
import { cohereChatV1, cohereChatV2, cohereGenerate } from './cohere.ts';
import type { Merged } from './merged.ts';
import { readInteger } from './parts.ts';
import { streamReader } from './stream.ts';

const kindsV2 = /^(message|content|tool-call|tool-plan|citation)-(start|delta|end)$/;

export const cohereChatV2Stream = streamReader({
  format: 'cohere-chat-v2-stream',
  label: 'Cohere chat v2, events of a stream',
  isEvent: (event) => kindsV2.test(event.get('type')?.text() ?? '') && event.get('delta')?.kind === 'object',
  merge(body, event) {
    const delta = event.get('delta');
    const index = readInteger(event.get('index')) ?? 0;
    const message = delta?.get('message');
    body.at('id').start(event.get('id'));
    body.at('finish_reason').put(delta?.get('finish_reason'));
    body.at('usage').put(delta?.get('usage'));
    const tokens = event.get('logprobs');
    if (tokens?.kind === 'object') body.at('logprobs').push(tokens);
    const found = body.at('message');
    found.at('tool_plan').join(message?.get('tool_plan'));
    const content = message?.get('content');
    // The first event of a message holds empty lists.
    if (content?.kind === 'object') mergeContent(found.at('content', index), content);
    const call = message?.get('tool_calls');
    if (call?.kind === 'object') mergeCall(found.at('tool_calls', index), call);
  },
  read: (body) => cohereChatV2.read(body),
});

function mergeContent(part: Merged, content: JsonCursor): void {
  part.start(content);
  for (const key of ['text', 'thinking']) part.at(key).join(content.get(key));
}

function mergeCall(found: Merged, call: JsonCursor): void {
  found.start(call);
  found.at('function').start(call.get('function'));
  found.at('function', 'arguments').join(call.get('function')?.get('arguments'));
}

export const cohereChatV1Stream = streamReader({
  format: 'cohere-chat-v1-stream',
  label: 'Cohere chat v1, events of a stream',
  isEvent: (event) => event.get('event_type')?.kind === 'string',
  merge(body, event) {
    const response = event.get('response');
    if (response?.kind === 'object') body.at('whole').put(response);
    if (pieces.includes(event.get('event_type')?.text() ?? '')) body.at('text').join(event.get('text'));
    body.putMembers(event, ['response', 'text', 'event_type']);
  },
  read(body) {
    const whole = body.get('whole');
    if (whole === undefined) return cohereChatV1.read(body);
    // The reason may stand beside the response only.
    const reason = body.get('finish_reason');
    const reader = cohereGenerate.recognises(whole) ? cohereGenerate : cohereChatV1;
    const reading = reader.read(whole);
    if (reason === undefined || reading.choices.some(({ finishReason }) => finishReason !== undefined)) return reading;
    const [own] = cohereChatV1.read(body).choices;
    const end = own?.finishReason;
    return { ...reading, choices: reading.choices.map((choice) => choice.withFinishReason(end)) };
  },
});

/** Events whose text goes on; that of others is said once more. */
const pieces = ['text-generation', 'tool-calls-chunk'];
