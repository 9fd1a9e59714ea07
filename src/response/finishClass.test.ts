import { expect, test } from 'vitest';
import { valueCursor } from '../json/cursor.ts';
import { rootPointer } from '../json/pointer.ts';
import { type FinishFamily, finishClass, readFinishReason } from './finishClass.ts';
import type { FinishClass } from './model.ts';

const table: readonly [FinishFamily, FinishClass, readonly string[]][] = [
  ['humanloop', 'stop', ['stop']],
  ['humanloop', 'length', ['length']],
  ['humanloop', 'tool_call', ['tool_call']],
  ['humanloop', 'filter', ['content_filter']],
  ['openai', 'stop', ['stop', 'eos', 'eos_token']],
  ['openai', 'tool_call', ['tool_calls', 'function_call']],
  ['openai', 'length', ['length']],
  ['openai', 'filter', ['content_filter']],
  ['openai', 'unknown', ['', 'STOP', 'end_turn', 'toString', '__proto__']],
  ['openai-responses', 'stop', ['completed']],
  ['openai-responses', 'length', ['max_output_tokens']],
  ['openai-responses', 'filter', ['content_filter']],
  ['openai-responses', 'pending', ['queued', 'in_progress']],
  ['openai-responses', 'error', ['cancelled', 'failed']],
  ['anthropic', 'stop', ['end_turn', 'stop_sequence']],
  ['anthropic', 'length', ['max_tokens', 'model_context_window_exceeded']],
  ['anthropic', 'tool_call', ['tool_use']],
  ['anthropic', 'filter', ['refusal']],
  ['anthropic', 'pending', ['pause_turn']],
  ['cohere', 'stop', ['COMPLETE', 'STOP_SEQUENCE']],
  ['cohere', 'length', ['MAX_TOKENS', 'ERROR_LIMIT']],
  ['cohere', 'tool_call', ['TOOL_CALL']],
  ['cohere', 'error', ['ERROR', 'USER_CANCEL', 'TIMEOUT']],
  ['cohere', 'filter', ['ERROR_TOXIC']],
  ['ai21', 'stop', ['endoftext', 'stop']],
  ['ai21', 'length', ['length']],
  ['aleph-alpha', 'length', ['maximum_tokens']],
  ['aleph-alpha', 'stop', ['end_of_text', 'stop_sequence_reached']],
  ['gemini', 'stop', ['STOP', '1']],
  ['gemini', 'length', ['MAX_TOKENS', '2']],
  [
    'gemini',
    'filter',
    ['SAFETY', 'RECITATION', 'LANGUAGE', 'BLOCKLIST', 'PROHIBITED_CONTENT', 'SPII', 'MODEL_ARMOR', '3', '9'],
  ],
  ['gemini', 'error', ['MALFORMED_FUNCTION_CALL', 'UNEXPECTED_TOOL_CALL']],
  ['gemini', 'unknown', ['OTHER', '0', '5']],
  ['bedrock', 'stop', ['end_turn', 'stop_sequence', 'stop', 'FINISH']],
  ['bedrock', 'tool_call', ['tool_use']],
  ['bedrock', 'length', ['max_tokens', 'length', 'LENGTH']],
  ['bedrock', 'filter', ['guardrail_intervened', 'content_filtered', 'CONTENT_FILTERED']],
  ['tgi', 'length', ['length']],
  ['tgi', 'stop', ['eos_token', 'stop_sequence']],
  ['watsonx', 'length', ['max_tokens', 'token_limit']],
  ['watsonx', 'stop', ['eos_token', 'stop_sequence']],
  ['watsonx', 'error', ['time_limit', 'cancelled', 'error']],
  ['llama.cpp', 'stop', ['eos', 'word']],
  ['llama.cpp', 'length', ['limit']],
  ['llama.cpp', 'pending', ['none']],
];

test.each(table)('%s says %s in these words', (family, expected, words) => {
  expect(words.map((word) => [word, finishClass(family, word)])).toEqual(words.map((word) => [word, expected]));
});

test('a reason is a string or the integer of an enum, nothing else', () => {
  const read = (value: string | number | boolean | null): string | undefined =>
    readFinishReason('gemini', valueCursor(value, rootPointer))?.raw;
  expect([read('STOP'), read(2), read(null), read(true)]).toEqual(['STOP', '2', undefined, undefined]);
  expect(readFinishReason('gemini', undefined)).toBeUndefined();
});
