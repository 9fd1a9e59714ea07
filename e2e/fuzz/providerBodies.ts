// One invented body per shape that a reader knows, with every part that it reads: what the fuzz run damages. No recorded text.
import type { JsonValue } from '../../src/json/value.ts';
import { streamedChats } from '../fixtures/streamedChats.ts';
import { streamedTexts } from '../fixtures/streamedTexts.ts';
import { call, openaiBodies, openaiUsage } from './openaiBodies.ts';

const streams = [...Object.values(streamedChats), ...Object.values(streamedTexts)];

/** By the name of the reader that takes it while it is whole. */
export const providerBodies: readonly (readonly [format: string, body: JsonValue])[] = [
  ...openaiBodies,
  ...streams.map(({ format, events }) => [format, events] as const),
  ['error', { detail: [{ loc: ['body', 'n'], msg: 'Too many', type: 'max' }] }],
  ['error', { id: 'e-1', message: 'Too many' }],
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
