// The words in which providers say why a text ended, as one of a few classes. Keyed by the family of the shape and the
// word, never by a model's name.

import type { JsonCursor } from '../json/cursor.ts';
import type { FinishClass, FinishReason } from './model.ts';

export type FinishFamily =
  | 'humanloop'
  | 'openai'
  | 'openai-responses'
  | 'anthropic'
  | 'cohere'
  | 'ai21'
  | 'aleph-alpha'
  | 'gemini'
  | 'bedrock'
  | 'tgi'
  | 'watsonx'
  | 'llama.cpp'
  | 'ollama'
  | 'replicate';

type Words = Readonly<Record<string, FinishClass>>;

const openai: Words = {
  stop: 'stop',
  tool_calls: 'tool_call',
  function_call: 'tool_call',
  length: 'length',
  content_filter: 'filter',
  // Together and Text Generation Inference, in the shape of OpenAI.
  eos: 'stop',
  eos_token: 'stop',
  stop_sequence: 'stop',
  // Mistral and DeepSeek, in the shape of OpenAI.
  model_length: 'length',
  error: 'error',
  insufficient_system_resource: 'error',
};

const anthropic: Words = {
  end_turn: 'stop',
  stop_sequence: 'stop',
  max_tokens: 'length',
  model_context_window_exceeded: 'length',
  tool_use: 'tool_call',
  refusal: 'filter',
  pause_turn: 'pending',
};

const gemini: Words = {
  STOP: 'stop',
  MAX_TOKENS: 'length',
  SAFETY: 'filter',
  RECITATION: 'filter',
  LANGUAGE: 'filter',
  BLOCKLIST: 'filter',
  PROHIBITED_CONTENT: 'filter',
  SPII: 'filter',
  MODEL_ARMOR: 'filter',
  MALFORMED_FUNCTION_CALL: 'error',
  UNEXPECTED_TOOL_CALL: 'error',
  // The enum as integers (`FinishReason` of google.ai.generativelanguage); 0 and 5 (OTHER) say nothing.
  '1': 'stop',
  '2': 'length',
  '3': 'filter',
  '4': 'filter',
  '6': 'filter',
  '7': 'filter',
  '8': 'filter',
  '9': 'filter',
};

const words: Readonly<Record<FinishFamily, Words>> = {
  // Documented are the first three; the rest are provider words that came through unchanged.
  humanloop: { stop: 'stop', length: 'length', tool_call: 'tool_call', ...openai },
  openai,
  'openai-responses': {
    completed: 'stop',
    max_output_tokens: 'length',
    content_filter: 'filter',
    queued: 'pending',
    in_progress: 'pending',
    cancelled: 'error',
    failed: 'error',
  },
  anthropic,
  cohere: {
    COMPLETE: 'stop',
    STOP_SEQUENCE: 'stop',
    MAX_TOKENS: 'length',
    TOOL_CALL: 'tool_call',
    ERROR: 'error',
    ERROR_TOXIC: 'filter',
    ERROR_LIMIT: 'length',
    USER_CANCEL: 'error',
    TIMEOUT: 'error',
  },
  ai21: { endoftext: 'stop', stop: 'stop', length: 'length' },
  'aleph-alpha': { maximum_tokens: 'length', end_of_text: 'stop', stop_sequence_reached: 'stop' },
  gemini,
  bedrock: {
    ...anthropic,
    guardrail_intervened: 'filter',
    content_filtered: 'filter',
    stop: 'stop',
    length: 'length',
    FINISH: 'stop',
    LENGTH: 'length',
    CONTENT_FILTERED: 'filter',
  },
  tgi: { length: 'length', eos_token: 'stop', stop_sequence: 'stop' },
  watsonx: {
    max_tokens: 'length',
    token_limit: 'length',
    eos_token: 'stop',
    stop_sequence: 'stop',
    time_limit: 'error',
    cancelled: 'error',
    error: 'error',
    not_finished: 'pending',
  },
  'llama.cpp': { eos: 'stop', word: 'stop', limit: 'length', none: 'pending' },
  ollama: { stop: 'stop', length: 'length' },
  replicate: {
    succeeded: 'stop',
    failed: 'error',
    canceled: 'error',
    starting: 'pending',
    processing: 'pending',
    // The stream of a prediction.
    done: 'stop',
    error: 'error',
  },
};

/** The class of a finish reason; `unknown` for words that the family does not know, the empty one included. */
export function finishClass(family: FinishFamily, raw: string): FinishClass {
  const known = words[family];
  return Object.hasOwn(known, raw) ? (known[raw] ?? 'unknown') : 'unknown';
}

/** The finish reason at a cursor: a string or the integer of an enum; absent when it is neither. */
export function readFinishReason(family: FinishFamily, cursor: JsonCursor | undefined): FinishReason | undefined {
  if (cursor === undefined) return undefined;
  const raw = cursor.kind === 'number' ? cursor.lexeme() : cursor.text();
  return raw === undefined ? undefined : { raw, class: finishClass(family, raw), pointer: cursor.pointer };
}
