// Whether a value in a list is a whole response or a provider's whole body, by the keys of formats.md, section 2: not a piece of a stream, not one generation.
// Decides how a list is read, and no more.

import type { JsonCursor } from '../json/cursor.ts';
import { at } from './tools/record.ts';

const whole: readonly ((item: JsonCursor) => boolean)[] = [
  (item) =>
    item.get('provider_responses') !== undefined ||
    (item.get('data')?.kind === 'array' && item.get('id') === undefined),
  // OpenAI and those like it.
  (item) =>
    isText(item, 'object', /^(?:chat\.completion|text_completion|text\.completion|response|edit)$/) && !hasDelta(item),
  (item) => at(item, 'choices', 0, 'message') !== undefined && !hasDelta(item),
  (item) => at(item, 'choices', 0, 'text') !== undefined && set(at(item, 'choices', 0, 'finish_reason')),
  (item) => item.get('error') !== undefined && item.get('type')?.text() !== 'error',
  // Anthropic, Cohere, AI21, Aleph Alpha.
  (item) => isText(item, 'type', /^message$/) && item.get('content')?.kind === 'array',
  (item) => item.get('completion')?.kind === 'string' && set(item.get('stop_reason')),
  (item) => item.get('message')?.kind === 'object' && set(item.get('finish_reason')),
  (item) => item.get('text')?.kind === 'string' && item.get('generation_id') !== undefined,
  (item) => item.get('generations')?.kind === 'array' || item.get('completions')?.kind === 'array',
  // A message of LangChain.
  (item) => item.get('content') !== undefined && item.get('response_metadata')?.kind === 'object',
  // Google: the last of a stream alone has a reason.
  (item) => set(at(item, 'candidates', 0, 'finishReason')) || set(at(item, 'candidates', 0, 'finish_reason')),
  (item) => item.get('promptFeedback') !== undefined || item.get('predictions')?.kind === 'array',
  (item) => at(item, 'candidates', 0, 'output') !== undefined,
  // Bedrock, watsonx, TGI, Replicate.
  (item) => at(item, 'output', 'message') !== undefined && item.get('stopReason') !== undefined,
  (item) => item.get('generation')?.kind === 'string' && set(item.get('stop_reason')),
  (item) => at(item, 'outputs', 0, 'text') !== undefined,
  (item) => (at(item, 'results', 0, 'outputText') ?? at(item, 'results', 0, 'generated_text')) !== undefined,
  (item) => item.get('generated_text')?.kind === 'string' && item.get('token') === undefined,
  (item) => item.get('urls')?.kind === 'object' && item.get('status') !== undefined,
  // Servers on one's own machine.
  (item) => item.get('done')?.kind === 'true' && (item.get('response') ?? item.get('message')) !== undefined,
  (item) =>
    item.get('content')?.kind === 'string' &&
    item.get('tokens_predicted') !== undefined &&
    item.get('stop')?.kind !== 'false',
];

export function isWholeAnswer(item: JsonCursor): boolean {
  return item.kind === 'object' && whole.some((test) => test(item));
}

function isText(item: JsonCursor, key: string, pattern: RegExp): boolean {
  return pattern.test(item.get(key)?.text() ?? '');
}

function set(value: JsonCursor | undefined): boolean {
  return value !== undefined && value.kind !== 'null';
}

function hasDelta(item: JsonCursor): boolean {
  return at(item, 'choices', 0, 'delta') !== undefined || /chunk/.test(item.get('object')?.text() ?? '');
}
