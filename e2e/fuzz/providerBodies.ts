// One invented body per shape that a reader knows, with every part that it reads: what the fuzz run damages. No recorded text.
import type { JsonValue } from '../../src/json/value.ts';

const openaiUsage = {
  prompt_tokens: 9,
  completion_tokens: 4,
  total_tokens: 13,
  prompt_tokens_details: { cached_tokens: 2 },
  completion_tokens_details: { reasoning_tokens: 1 },
};
const call = { id: 'call_1', type: 'function', function: { name: 'look', arguments: '{"at":"here"}' } };
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
export const providerBodies: readonly (readonly [format: string, body: JsonValue])[] = [
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
  [
    'langchain',
    {
      generations: [
        [{ text: 'red', generation_info: { finish_reason: 'stop' } }, { message: { kwargs: { content: 'b' } } }],
      ],
      llm_output: { model_name: 'm-1', token_usage: openaiUsage },
    },
  ],
  [
    'cohere-generate',
    {
      id: 'g',
      prompt: 'It',
      generations: [
        {
          text: 'red',
          finish_reason: 'COMPLETE',
          token_likelihoods: [{ token: 'red' }, { token: '.', likelihood: -1 }],
        },
      ],
      meta: { billed_units: { input_tokens: 1, output_tokens: 2 }, tokens: { input_tokens: 5, output_tokens: 6 } },
    },
  ],
  [
    'ai21',
    {
      id: 1234,
      prompt: {
        text: 'It',
        tokens: [{ generatedToken: { token: '▁It', raw_logprob: -1 }, textRange: { start: 0, end: 2 } }],
      },
      completions: [
        {
          data: {
            text: ' red',
            tokens: [
              {
                generatedToken: { token: '▁red', logprob: 0, raw_logprob: -1 },
                topTokens: [{ token: '▁red', logprob: -1 }],
                textRange: { start: 0, end: 4 },
              },
            ],
          },
          finishReason: { reason: 'length', length: 4 },
        },
      ],
    },
  ],
  [
    'aleph-alpha',
    {
      completions: [
        {
          index: 0,
          completion: ' red fox',
          raw_completion: ' red fox',
          log_probs: [{}, { ' fox': -1, ' dog': -2 }],
          completion_tokens: [' red', ' fox'],
          finish_reason: 'maximum_tokens',
        },
      ],
      model_version: '1',
      num_tokens_prompt_total: 2,
      num_tokens_generated: 2,
    },
  ],
  ['palm', { candidates: [{ output: 'red' }], filters: [{ reason: 'SAFETY' }] }],
  [
    'gemini',
    {
      candidates: [
        {
          index: 0,
          content: {
            parts: [{ text: 'Hm', thought: true }, { text: '4!' }, { functionCall: { name: 'f', args: { a: 1 } } }],
          },
          finishReason: 'STOP',
          logprobsResult: {
            chosenCandidates: [
              { token: '4', tokenId: 4, logProbability: -1 },
              { token: '!', logProbability: -2 },
            ],
            topCandidates: [{ candidates: [{ token: '4', logProbability: -1 }] }],
          },
        },
        { content: { role: 'model' }, finishReason: 2 },
      ],
      promptFeedback: { blockReason: 'SAFETY' },
      usageMetadata: { promptTokenCount: 1, candidatesTokenCount: 2, totalTokenCount: 6, thoughtsTokenCount: 3 },
      modelVersion: 'm-1',
      createTime: '2025-01-02T03:04:05.678Z',
      responseId: 'r',
    },
  ],
  ['vertex-predict', { predictions: [{ content: 'red', safetyAttributes: { blocked: true } }], model: 'm-1' }],
  [
    'anthropic-messages',
    {
      id: 'msg_1',
      type: 'message',
      model: 'm-1',
      content: [
        { type: 'thinking', thinking: 'Hm' },
        { type: 'text', text: 'red' },
        { type: 'tool_use', id: 't', name: 'look', input: { at: 'here' } },
        { type: 'redacted_thinking', data: 'x' },
      ],
      stop_reason: 'tool_use',
      usage: { input_tokens: 4, cache_creation_input_tokens: 1, cache_read_input_tokens: 9, output_tokens: 2 },
    },
  ],
  [
    'anthropic-messages-stream',
    [
      { type: 'message_start', message: { id: 'msg_1', model: 'm-1', usage: { input_tokens: 4, output_tokens: 1 } } },
      { type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } },
      { type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: 'red' } },
      { type: 'content_block_start', index: 1, content_block: { type: 'tool_use', id: 't', name: 'look' } },
      { type: 'content_block_delta', index: 1, delta: { type: 'input_json_delta', partial_json: '{}' } },
      { type: 'message_delta', delta: { stop_reason: 'end_turn' }, usage: { output_tokens: 2 } },
    ],
  ],
  [
    'anthropic-complete',
    { completion: ' red', stop_reason: 'stop_sequence', stop: '\n\nHuman:', log_id: 'l', model: 'm-1' },
  ],
  [
    'anthropic-complete-stream',
    [
      { type: 'completion', id: 'c', completion: ' re', stop_reason: null, model: 'm-1' },
      { type: 'completion', id: 'c', completion: 'd', stop_reason: 'stop_sequence', model: 'm-1' },
    ],
  ],
  [
    'bedrock-converse',
    {
      output: {
        message: {
          content: [
            { text: 'red' },
            { toolUse: { toolUseId: 't', name: 'look', input: {} } },
            { reasoningContent: { reasoningText: { text: 'Hm' } } },
            { image: {} },
          ],
        },
      },
      stopReason: 'tool_use',
      usage: { inputTokens: 1, outputTokens: 2, totalTokens: 3, cacheReadInputTokens: 0 },
    },
  ],
  [
    'cohere-chat-v2',
    {
      id: 'c',
      message: {
        role: 'assistant',
        content: [
          { type: 'text', text: 'one two' },
          { type: 'thinking', thinking: 'Hm' },
        ],
      },
      finish_reason: 'COMPLETE',
      logprobs: [
        { text: 'one', token_ids: [1], logprobs: [-1] },
        { text: ' two', token_ids: [2, 3], logprobs: [-1, null] },
      ],
      usage: { billed_units: { input_tokens: 1 }, tokens: { input_tokens: 5, output_tokens: 6 } },
    },
  ],
  [
    'cohere-chat-v1',
    {
      text: 'red',
      generation_id: 'g',
      response_id: 'r',
      tool_calls: [{ name: 'look', parameters: { at: 'here' } }],
      finish_reason: 'COMPLETE',
      meta: { tokens: { input_tokens: 5, output_tokens: 6 } },
    },
  ],
  ['bedrock-llama', { generation: 'red', stop_reason: 'length', prompt_token_count: 1, generation_token_count: 2 }],
  ['bedrock-mistral', { outputs: [{ text: 'red', stop_reason: 'stop' }] }],
  [
    'bedrock-titan',
    { inputTextTokenCount: 1, results: [{ outputText: 'red', tokenCount: 2.5, completionReason: 'FINISH' }] },
  ],
  [
    'watsonx',
    {
      model_id: 'm-1',
      created_at: '2024-02-28T08:16:40.000Z',
      results: [{ generated_text: 'red', generated_token_count: 2, input_token_count: 7, stop_reason: 'eos_token' }],
    },
  ],
  [
    'tgi',
    [
      {
        generated_text: 'It is red',
        details: {
          finish_reason: 'length',
          generated_tokens: 3,
          prefill: [{ id: 1, text: 'It', logprob: null }],
          tokens: [
            { id: 2, text: ' is', logprob: -1, special: false },
            { id: 3, text: ' red', logprob: -2, special: false },
            { id: 4, text: '</s>', logprob: -0.1, special: true },
          ],
          top_tokens: [[{ id: 2, text: ' is', logprob: -1, special: false }], [], null],
          best_of_sequences: [{ generated_text: 'It was', finish_reason: 'length', generated_tokens: 1, tokens: [] }],
        },
      },
    ],
  ],
  [
    'replicate',
    {
      id: 'r',
      urls: { get: 'https://example.org' },
      status: 'succeeded',
      input: { prompt: 'It' },
      output: ['re', 'd'],
      error: null,
      version: '1',
      created_at: '2024-02-12T16:44:40Z',
      metrics: { input_token_count: 1, output_token_count: 2 },
    },
  ],
  [
    'ollama',
    {
      model: 'm-1',
      created_at: '2024-02-12T16:44:40Z',
      message: { content: 'red', thinking: 'Hm', tool_calls: [call] },
      done: true,
      done_reason: 'stop',
      prompt_eval_count: 1,
      eval_count: 2,
      logprobs: [{ token: 'red', logprob: -1, bytes: [114, 101, 100] }],
    },
  ],
  [
    'llama.cpp',
    {
      content: 'red',
      stop_type: 'eos',
      model: 'm-1',
      tokens_predicted: 2,
      tokens_evaluated: 1,
      completion_probabilities: [
        {
          content: 'red',
          probs: [
            { tok_str: 'red', prob: 0.9 },
            { tok_str: 'x', prob: 0 },
          ],
        },
      ],
    },
  ],
  ['plain-text', ['red', 'blue']],
  ['unknown', { some: { where: ['red', { deep: 'blue' }] }, count: 3 }],
];
