// The shapes of OpenAI and of those who share them, with invented texts.

import { describe, expect, test } from 'vitest';
import { brief, read } from '../../../e2e/fixtures/testReading.ts';
import type { JsonValue } from '../../json/value.ts';
import type { ProviderRead } from './read.ts';

describe('OpenAI completions', () => {
  const body = {
    id: 'cmpl-1',
    object: 'text_completion',
    created: 1681852797,
    model: 'davinci',
    choices: [
      { text: ' red', index: 1, logprobs: { tokens: [' red'], token_logprobs: [-0.1] }, finish_reason: 'length' },
      { text: '', index: 0, logprobs: null, finish_reason: null },
    ],
    usage: { prompt_tokens: 2, completion_tokens: 3, total_tokens: 5 },
  };

  test('are read with their places', () => {
    expect(read(body)).toMatchObject({
      format: 'openai-completion',
      formatLabel: 'OpenAI completion',
      reading: {
        id: 'cmpl-1',
        model: { text: 'davinci', pointer: '/provider_responses/0/model' },
        created: {
          raw: '1681852797',
          iso: '2023-04-18T21:19:57.000Z',
          unit: 's',
          pointer: '/provider_responses/0/created',
        },
        usage: {
          pointer: '/provider_responses/0/usage',
          prompt: { value: 2, lexeme: '2', pointer: '/provider_responses/0/usage/prompt_tokens' },
          generation: { value: 3, lexeme: '3', pointer: '/provider_responses/0/usage/completion_tokens' },
          total: { value: 5, lexeme: '5', pointer: '/provider_responses/0/usage/total_tokens' },
        },
        notes: [],
        choices: [
          {
            pointer: '/provider_responses/0/choices/0',
            position: 0,
            index: 1,
            text: ' red',
            textPointers: ['/provider_responses/0/choices/0/text'],
            textKind: 'content',
            toolCalls: [],
            finishReason: { raw: 'length', class: 'length', pointer: '/provider_responses/0/choices/0/finish_reason' },
            listedTokens: { count: 1, pointer: '/provider_responses/0/choices/0/logprobs/tokens' },
            tokens: expect.objectContaining({ count: 1 }),
          },
          {
            pointer: '/provider_responses/0/choices/1',
            position: 1,
            index: 0,
            text: '',
            textPointers: ['/provider_responses/0/choices/1/text'],
            textKind: 'empty',
            toolCalls: [],
          },
        ],
      },
    });
  });

  test('are known by their shape without an object, or by their object without choices', () => {
    expect(read({ choices: [{ text: 'a' }] }).format).toBe('openai-completion');
    expect(read({ object: 'text.completion', choices: [] }).format).toBe('openai-completion');
  });
});

describe('OpenAI chats', () => {
  const chat = (choice: JsonValue, more: { [key: string]: JsonValue } = {}): ProviderRead =>
    read({ object: 'chat.completion', choices: [choice], ...more });
  const message = (
    content: { [key: string]: JsonValue },
    finish = 'stop',
  ): ProviderRead['reading']['choices'][number] | undefined =>
    chat({ index: 0, message: { role: 'assistant', ...content }, finish_reason: finish }).reading.choices[0];

  test('are read whatever their object says, when the shape is that of a chat', () => {
    expect(read({ object: 'text_completion', choices: [{ message: { content: 'a' } }] }).format).toBe('openai-chat');
    expect(message({ content: 'Hello' })).toMatchObject({ text: 'Hello', textKind: 'content', index: 0 });
  });

  test('with tool calls have the kind of what is there', () => {
    const call = { id: 'call_1', type: 'function', function: { name: 'sum', arguments: '{"a":1}' } };
    expect(message({ content: null, tool_calls: [call] }, 'tool_calls')).toMatchObject({
      text: null,
      textKind: 'toolOnly',
      finishReason: { class: 'tool_call' },
      toolCalls: [{ id: 'call_1', name: 'sum', argumentsText: '{"a":1}' }],
    });
    expect(message({ content: 'I will add.', tool_calls: [call] })).toMatchObject({ textKind: 'content' });
    expect(message({ content: null, function_call: { name: 'sum', arguments: '{}' } }, 'function_call')).toMatchObject({
      textKind: 'toolOnly',
      toolCalls: [{ name: 'sum', pointer: '/provider_responses/0/choices/0/message/function_call' }],
    });
  });

  test('with an all-empty call have none', () => {
    const empty = { name: '', arguments: '' };
    expect(message({ content: 'a', function_call: empty, tool_calls: [{ function: empty }] })?.toolCalls).toEqual([]);
    expect(message({ content: 'a', function_call: null, tool_calls: null })?.toolCalls).toEqual([]);
  });

  test('with a refusal say so, unless there is content', () => {
    expect(message({ content: null, refusal: 'I cannot.' })).toMatchObject({
      text: 'I cannot.',
      textKind: 'refusal',
      finishReason: { class: 'stop' },
    });
    expect(message({ content: 'Sure.', refusal: '' })).toMatchObject({ text: 'Sure.', textKind: 'content' });
  });

  test('without a message, as a content filter leaves them, have no place for a text', () => {
    const { reading } = chat({ index: 0, finish_reason: 'content_filter', content_filter_results: {} });
    expect(reading.choices[0]).toMatchObject({ text: null, textKind: 'missing', finishReason: { class: 'filter' } });
    expect(reading.vendor).toBe('Azure OpenAI');
    expect(message({ content: '' })?.textKind).toBe('empty');
  });

  test('with parts join the texts and keep reasoning apart', () => {
    const parts = [
      { type: 'thinking', thinking: [{ type: 'text', text: 'Hm.' }] },
      { type: 'text', text: 'Four' },
      { type: 'image_url', image_url: {} },
      { type: 'text', text: '.' },
    ];
    expect(message({ content: parts })).toMatchObject({
      text: 'Four.',
      textPointers: [
        '/provider_responses/0/choices/0/message/content/1/text',
        '/provider_responses/0/choices/0/message/content/3/text',
      ],
      reasoning: { text: 'Hm.' },
    });
    expect(chat({ message: { content: parts } }).reading.notes).toEqual([
      '1 content part is not part of the text (image_url).',
    ]);
    expect(message({ content: 'Four.', reasoning_content: 'Hm.' })?.reasoning?.text).toBe('Hm.');
    expect(message({ content: 'Four.', reasoning_content: '' })?.reasoning).toBeUndefined();
  });

  test('count the tokens that are listed with log probabilities', () => {
    const logprobs = { content: [{ token: 'a' }, { token: 'b' }], refusal: null };
    const { reading } = chat({ message: { content: 'ab' }, logprobs });
    expect(reading.choices[0]?.listedTokens).toEqual({
      count: 2,
      pointer: '/provider_responses/0/choices/0/logprobs/content',
    });
    expect(
      chat({ message: { content: '' }, logprobs: { content: [] } }).reading.choices[0]?.listedTokens,
    ).toBeUndefined();
  });

  test('state cached and reasoning tokens beside the others', () => {
    const usage = {
      prompt_tokens: 9,
      completion_tokens: 5,
      total_tokens: 14,
      prompt_tokens_details: { cached_tokens: 4 },
      completion_tokens_details: { reasoning_tokens: 3 },
    };
    expect(chat({ message: {} }, { usage }).reading.usage).toMatchObject({
      cached: { value: 4 },
      reasoning: { value: 3 },
    });
    expect(chat({ message: {} }, { usage: null }).reading.usage).toBeUndefined();
  });

  test.each([
    [{ x_groq: { id: 'r' } }, 'Groq'],
    [{ usage: { prompt_tokens: 1, prompt_cache_hit_tokens: 0 } }, 'DeepSeek'],
    [{ prompt: [] }, 'Together'],
    [{ prompt_logprobs: null }, 'vLLM'],
    [{ system_fingerprint: 'fp_ollama' }, 'Ollama'],
    [{ system_fingerprint: '3.1.2-dev0-native' }, 'Text Generation Inference'],
    [{ system_fingerprint: 'fp_72ed' }, undefined],
  ])('with %o hint at the vendor %s', (more, vendor) => {
    expect(chat({ message: {} }, more as { [key: string]: JsonValue }).reading.vendor).toBe(vendor);
  });
});

test('OpenAI edits have neither reason nor model', () => {
  const found = read({
    object: 'edit',
    created: 1699998522,
    choices: [{ text: 'Fixed.', index: 0 }],
    usage: { prompt_tokens: 1 },
  });
  expect([found.format, ...brief(found)]).toEqual(['openai-edit', ['Fixed.', undefined, undefined]]);
});
