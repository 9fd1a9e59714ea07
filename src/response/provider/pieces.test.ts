// What people print of an answer instead of all of it: a choice, the choices, a message; messages and generations of LangChain. The texts are invented, the shapes are
// those of the public classes.

import { describe, expect, test } from 'vitest';
import { brief, counts, placeIn, read } from '../../../e2e/fixtures/testReading.ts';

const choice = (content: string, index: number, finish_reason = 'stop') => ({
  finish_reason,
  index,
  logprobs: null,
  message: { role: 'assistant', content, refusal: null },
});

describe('pieces in the shape of OpenAI', () => {
  test('choices by themselves are no chat of Cohere, whose reasons are other words', () => {
    const found = read([choice('Green', 0), choice('Black', 1, 'length')]);
    expect([found.format, found.formatLabel]).toEqual(['openai-choices', 'OpenAI choices']);
    expect(brief(found)).toEqual([
      ['Green', 'stop', 'stop'],
      ['Black', 'length', 'length'],
    ]);
    expect(found.reading.choices[1]?.textPointers).toEqual(['/provider_responses/0/1/message/content']);
  });

  test('one choice, and one of a completion', () => {
    expect(brief(read(choice('Green', 3)))).toEqual([['Green', 'stop', 'stop']]);
    expect(read(choice('Green', 3)).reading.choices[0]?.index).toBe(3);
    expect(brief(read({ text: ' Black', index: 0, logprobs: null, finish_reason: 'length' }))).toEqual([
      [' Black', 'length', 'length'],
    ]);
  });

  test('a message of the model by itself, also with calls alone; one of a user is none', () => {
    expect(brief(read({ role: 'assistant', content: 'Green', refusal: null }))).toEqual([
      ['Green', undefined, undefined],
    ]);
    const called = read({
      role: 'assistant',
      content: null,
      tool_calls: [{ id: 'c', type: 'function', function: { name: 'brew', arguments: '{}' } }],
    });
    expect(called.reading.choices[0]?.toolCalls[0]?.name).toBe('brew');
    expect(read({ role: 'user', content: 'Tea?' }).format).toBe('unknown');
  });

  test('a chat of Cohere stays one', () => {
    const content = [{ type: 'text', text: 'Green' }];
    expect(read({ id: 'c', finish_reason: 'COMPLETE', message: { role: 'assistant', content } }).format).toBe(
      'cohere-chat-v2',
    );
  });
});

describe('LangChain', () => {
  const usageMetadata = {
    input_tokens: 9,
    output_tokens: 4,
    total_tokens: 13,
    input_token_details: { cache_read: 2 },
    output_token_details: { reasoning: 1 },
  };
  const message = {
    content: 'Green',
    additional_kwargs: {},
    response_metadata: { finish_reason: 'stop', model_name: 'gpt-4o' },
    id: 'run-1',
    usage_metadata: usageMetadata,
  };

  test('a message has the usage of LangChain and is no body of Gemini', () => {
    const found = read(message);
    expect([found.format, found.formatLabel]).toEqual(['langchain-message', 'LangChain message']);
    expect(brief(found)).toEqual([['Green', 'stop', 'stop']]);
    expect(counts(found)).toEqual(['9', '4', '13']);
    expect([found.reading.usage?.cached?.lexeme, found.reading.usage?.reasoning?.lexeme]).toEqual(['2', '1']);
    expect([found.reading.model?.text, found.reading.id]).toEqual(['gpt-4o', 'run-1']);
  });

  test('its dump and its serialisation are the same', () => {
    const dump = { ...message, type: 'ai', example: false, tool_calls: [], invalid_tool_calls: [] };
    const serialised = {
      lc: 1,
      type: 'constructor',
      id: ['langchain', 'schema', 'messages', 'AIMessage'],
      kwargs: dump,
    };
    for (const one of [dump, serialised]) {
      expect(read(one).format).toBe('langchain-message');
      expect(brief(read(one))).toEqual([['Green', 'stop', 'stop']]);
      expect(counts(read(one))).toEqual(['9', '4', '13']);
    }
  });

  test('content in parts, with calls beside it and the words of another provider', () => {
    const body = {
      content: [
        { type: 'thinking', thinking: 'Which?' },
        { type: 'text', text: 'I brew it.' },
        { type: 'tool_use', id: 't', name: 'brew', input: {} },
        { type: 'image_url', image_url: {} },
      ],
      response_metadata: { model: 'claude', stop_reason: 'tool_use' },
      tool_calls: [{ name: 'brew', args: { kind: 'green' }, id: 't', type: 'tool_call' }],
    };
    const found = read(body);
    const [only] = found.reading.choices;
    expect(brief(found)).toEqual([['I brew it.', 'tool_use', 'tool_call']]);
    expect(only?.reasoning?.text).toBe('Which?');
    expect(only?.toolCalls).toMatchObject([{ id: 't', name: 'brew', argumentsText: '{"kind":"green"}' }]);
    expect(placeIn(body, only?.textPointers[0] ?? '')?.text()).toBe('I brew it.');
    expect(found.reading.notes[0]).toContain('image_url');
  });

  test('generations by themselves, and those of a ChatResult', () => {
    const generations = [
      { text: 'Green', generation_info: { finish_reason: 'stop' }, message },
      { text: 'Black', generation_info: { finish_reason: 'length' }, message: { content: 'Black' } },
    ];
    const expected = [
      ['Green', 'stop', 'stop'],
      ['Black', 'length', 'length'],
    ];
    expect(brief(read(generations))).toEqual(expected);
    const result = read({ generations, llm_output: { token_usage: { prompt_tokens: 1 }, model_name: 'm' } });
    expect(result.format).toBe('langchain');
    expect(brief(result)).toEqual(expected);
    expect(counts(result)).toEqual(['1', undefined, undefined]);
    expect(brief(read([message, message]))).toHaveLength(2);
  });

  test('messages of a person and of a tool are none, and Gemini stays Gemini', () => {
    expect(read({ content: 'Tea?', type: 'human', response_metadata: {} }).format).toBe('unknown');
    expect(read({ candidates: [], usage_metadata: { prompt_token_count: 1 } }).format).toBe('gemini');
    expect(read({ generations: [{ id: 'g', text: 'a', finish_reason: 'COMPLETE' }] }).format).toBe('cohere-generate');
  });
});
