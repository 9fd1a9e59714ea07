import { describe, expect, test } from 'vitest';
import type { Pointer } from '../json/pointer.ts';
import { providerReaders } from './provider/readers.ts';
import { formatHasTokens, whyNoTokens } from './whyNoTokens.ts';

const choice = {
  pointer: '/provider_responses/0/choices/0' as Pointer,
  format: 'openai-chat',
  formatLabel: 'OpenAI chat',
};

describe('why there are no tokens, in one sentence with where it was looked for', () => {
  test.each([
    [{ providerCount: 0 }, 'notLinked', 'this response holds none', '/provider_responses'],
    [{ providerCount: 2 }, 'notLinked', 'no choice of one is linked', '/provider_responses'],
    [
      { providerCount: 1, choice: { ...choice, format: 'anthropic-messages', formatLabel: 'Anthropic messages' } },
      'formatWithout',
      'Anthropic messages, lists no tokens',
      '/provider_responses/0/choices/0',
    ],
    [
      { providerCount: 1, choice: { ...choice, format: 'unknown', formatLabel: 'Unknown shape' } },
      'unknownFormat',
      'no known form',
      '/provider_responses/0/choices/0',
    ],
    [
      { providerCount: 1, choice, asked: { value: 5, pointer: '/logprobs' as Pointer } },
      'notReturned',
      'were requested, but',
      '/logprobs /provider_responses/0/choices/0/logprobs/content',
    ],
    [
      { providerCount: 1, choice },
      'notRequested',
      'Nothing says',
      '/logprobs /provider_request/top_logprobs /provider_request/logprobs /provider_responses/0/choices/0/logprobs/content',
    ],
  ])('%j', (facts, reason, words, places) => {
    const found = whyNoTokens(facts);
    expect(found.reason).toBe(reason);
    expect(found.sentence).toContain(words);
    expect(found.sentence.match(/\.(?:\s|$)/g)).toHaveLength(1);
    expect(found.lookedAt.join(' ')).toBe(places);
  });
});

test('every format has tokens or has none, as its reader says', () => {
  const without = [
    'openai-edit',
    'openai-message',
    'langchain',
    'langchain-message',
    'palm',
    'vertex-predict',
    'anthropic-messages',
    'anthropic-messages-stream',
    'anthropic-complete',
    'anthropic-complete-stream',
    'bedrock-converse',
    'bedrock-converse-stream',
    'cohere-chat-v1',
    'cohere-chat-v1-stream',
    'bedrock-llama',
    'bedrock-llama-stream',
    'bedrock-mistral',
    'bedrock-mistral-stream',
    'bedrock-titan',
    'bedrock-titan-stream',
    'watsonx',
    'watsonx-stream',
    'replicate',
    'replicate-stream',
    'plain-text',
    'error',
  ];
  const formats = new Set(providerReaders.map(({ format }) => format));
  expect([...formats].filter((format) => !formatHasTokens(format)).sort()).toEqual([...without].sort());
});
