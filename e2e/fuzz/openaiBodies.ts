// One invented body per shape of OpenAI, and of an error, with every part that its reader reads. No recorded text.
import type { JsonValue } from '../../src/json/value.ts';

export const openaiUsage = {
  prompt_tokens: 9,
  completion_tokens: 4,
  total_tokens: 13,
  prompt_tokens_details: { cached_tokens: 2 },
  completion_tokens_details: { reasoning_tokens: 1 },
};
export const call = { id: 'call_1', type: 'function', function: { name: 'look', arguments: '{"at":"here"}' } };
const item = (token: string, logprob: JsonValue): JsonValue => ({
  token,
  logprob,
  bytes: Array.from(new TextEncoder().encode(token)),
  top_logprobs: [
    { token, logprob, bytes: null },
    { token: 'x', logprob: -9999, bytes: [120] },
  ],
});
const choiceTokens = { content: [item('red', -0.5), item(' é', -1), item('\ufffd', '-Infinity')], refusal: null };
const chunk = (delta: JsonValue, more: object = {}): JsonValue => ({
  id: 'chatcmpl-1',
  object: 'chat.completion.chunk',
  created: 1_700_000_000,
  model: 'm-1',
  choices: [{ index: 0, delta, logprobs: choiceTokens, finish_reason: null, ...more }],
});

/** By the name of the reader that takes it while it is whole. */
export const openaiBodies: readonly (readonly [format: string, body: JsonValue])[] = [
  ['error', { error: { message: 'Too many', code: 429, innererror: { code: 'Slow' } } }],
  [
    'openai-responses',
    {
      id: 'resp_1',
      object: 'response',
      status: 'incomplete',
      created_at: 1_700_000_000,
      model: 'm-1',
      incomplete_details: { reason: 'max_output_tokens' },
      output: [
        { type: 'reasoning', summary: [{ text: 'Hm.' }], content: [{ text: 'So.' }] },
        { type: 'message', content: [{ type: 'output_text', text: 'red', logprobs: [item('red', -1)] }] },
        { type: 'message', content: [{ type: 'refusal', refusal: 'No.' }, { type: 'picture' }] },
        { type: 'function_call', name: 'look', arguments: '{}', call_id: 'c' },
      ],
      usage: { input_tokens: 3, output_tokens: 4, total_tokens: 7, output_tokens_details: { reasoning_tokens: 1 } },
    },
  ],
  [
    'openai-responses-stream',
    [
      { type: 'response.created', response: { output: [] } },
      { type: 'response.output_text.delta', delta: 're', logprobs: [item('re', -1)] },
      { type: 'response.output_text.delta', delta: 'd', logprobs: [item('d', -1)] },
    ],
  ],
  ['openai-edit', { object: 'edit', created: 1_700_000_000, choices: [{ text: 'red', index: 0 }], usage: openaiUsage }],
  [
    'openai-chunks',
    [
      { choices: [], created: 0, id: '', model: '', object: '' },
      chunk({ role: 'assistant', content: 'red', reasoning_content: 'Hm' }),
      chunk({ tool_calls: [{ index: 0, ...call }] }),
      chunk({ refusal: 'No' }),
      chunk({}, { finish_reason: 'stop', logprobs: null }),
      { choices: [], usage: openaiUsage },
    ],
  ],
  [
    'openai-chat',
    {
      id: 'chatcmpl-1',
      object: 'chat.completion',
      created: 1_753_879_648_527,
      model: 'm-1',
      system_fingerprint: '1.2.3',
      prompt_logprobs: [null, { '7': { logprob: -1, rank: 1, decoded_token: 'It' } }],
      choices: [
        { index: 1, message: { role: 'assistant', content: 'red é' }, logprobs: choiceTokens, finish_reason: 'stop' },
        {
          index: 0,
          message: {
            content: [
              { type: 'thinking', thinking: [{ text: 'Hm' }] },
              { type: 'text', text: 'a' },
            ],
          },
        },
        { index: 2, message: { content: null, tool_calls: [call] }, finish_reason: 'tool_calls' },
        { index: 3, message: { content: null, refusal: 'No.' }, finish_reason: 'content_filter' },
        { index: 4, message: { content: '', function_call: { name: 'f', arguments: '{' } }, finish_reason: 'length' },
      ],
      usage: openaiUsage,
    },
  ],
  [
    'openai-completion',
    {
      id: 'cmpl-1',
      object: 'text_completion',
      created: 1_700_000_000,
      model: 'm-1',
      choices: [
        {
          text: 'It “is',
          index: 0,
          logprobs: {
            tokens: ['It', 'bytes: \\xe2\\x80', 'bytes:\\x9c', 'is', '.', '\n'],
            token_logprobs: [null, -1, -9999, -0.0, 1e-9, 'NaN'],
            top_logprobs: [null, { a: -1, 'bytes:\\xe2': -2 }, {}, { is: -0.5 }, null, { '\n': -3 }],
            text_offset: [0, 2, 3, 3, 5, 6],
          },
          finish_reason: 'length',
        },
      ],
      usage: openaiUsage,
    },
  ],
];
