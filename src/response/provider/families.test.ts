// The shapes of the other providers with invented texts; those that no recorded body is known of are made from their schemas.

import { describe, expect, test } from 'vitest';
import { brief, counts, read } from '../../../e2e/fixtures/testReading.ts';

test('LangChain results have a list of generations per prompt', () => {
  const found = read({
    generations: [
      [{ text: 'a', generation_info: { finish_reason: 'stop' } }, { message: { content: 'b' } }],
      [{ message: { kwargs: { content: 'c' } } }],
    ],
    llm_output: { model_name: 'm', token_usage: { prompt_tokens: 1, completion_tokens: 2, total_tokens: 3 } },
  });
  expect(found.format).toBe('langchain');
  expect(brief(found).map(([text]) => text)).toEqual(['a', 'b', 'c']);
  expect(counts(found)).toEqual(['1', '2', '3']);
});

describe('Cohere', () => {
  const meta = {
    billed_units: { input_tokens: 7, output_tokens: 88 },
    tokens: { input_tokens: 69, output_tokens: 89 },
  };

  test('generate lists several texts; alone, billed units are counted and named', () => {
    const generations = [{ text: 'a', finish_reason: 'COMPLETE', token_likelihoods: [{}, {}] }, { text: 'b' }];
    const found = read({ id: 'g', prompt: 'p', generations, meta: { billed_units: meta.billed_units } });
    expect(brief(found)).toEqual([
      ['a', 'COMPLETE', 'stop'],
      ['b', undefined, undefined],
    ]);
    expect([counts(found), found.reading.notes]).toEqual([
      ['7', '88', undefined],
      ['The token counts are billed units.'],
    ]);
    expect(found.reading.choices[0]?.listedTokens?.count).toBe(2);
  });

  test('chat v2 keeps thinking apart and counts real tokens', () => {
    const content = [
      { type: 'thinking', thinking: 'Hm.' },
      { type: 'text', text: 'Aye.' },
    ];
    const found = read({ id: 'x', message: { role: 'assistant', content }, finish_reason: 'COMPLETE', usage: meta });
    expect([found.format, ...brief(found)]).toEqual(['cohere-chat-v2', ['Aye.', 'COMPLETE', 'stop']]);
    expect([counts(found), found.reading.notes]).toEqual([
      ['69', '89', undefined],
      ['Billed units: 7 input, 88 output.'],
    ]);
    expect(found.reading.choices[0]?.reasoning?.text).toBe('Hm.');
  });

  test('chat v1 is its text', () => {
    const found = read({
      text: '',
      generation_id: 'g',
      chat_history: [],
      finish_reason: 'COMPLETE',
      tool_calls: [{ name: 'f', parameters: { a: 1 } }],
      meta,
    });
    expect(found).toMatchObject({ format: 'cohere-chat-v1', reading: { id: 'g' } });
    expect(found.reading.choices[0]).toMatchObject({
      textKind: 'toolOnly',
      toolCalls: [{ name: 'f', argumentsText: '{"a":1}' }],
    });
  });
});

test('AI21 counts the tokens that it lists', () => {
  const found = read({
    id: 1234,
    prompt: { tokens: [{}, {}] },
    completions: [
      { data: { text: 'a', tokens: [{}] }, finishReason: { reason: 'length', length: 1 } },
      { data: { text: 'b', tokens: [{}, {}] }, finishReason: { reason: 'endoftext' } },
    ],
  });
  expect([found.format, found.reading.id]).toEqual(['ai21', '1234']);
  expect(brief(found)).toEqual([
    ['a', 'length', 'length'],
    ['b', 'endoftext', 'stop'],
  ]);
  expect(counts(found)).toEqual(['2', '1 + 2', undefined]);
});

test('Aleph Alpha states its counts beside the completions', () => {
  const completions = [{ index: 0, completion: '!', finish_reason: 'maximum_tokens', log_probs: [{}, { '!': -1 }] }];
  const found = read({ completions, model_version: 'v', num_tokens_prompt_total: 4, num_tokens_generated: 2 });
  expect([found.format, ...brief(found), counts(found)]).toEqual([
    'aleph-alpha',
    ['!', 'maximum_tokens', 'length'],
    ['4', '2', undefined],
  ]);
});

describe('Bedrock', () => {
  test('Converse joins texts and calls tools', () => {
    const content = [
      { reasoningContent: { reasoningText: { text: 'Hm.' } } },
      { text: 'a' },
      { toolUse: { toolUseId: 't', name: 'f', input: {} } },
    ];
    const found = read({
      output: { message: { content } },
      stopReason: 'tool_use',
      usage: { inputTokens: 1, outputTokens: 2, totalTokens: 3 },
    });
    expect([found.format, ...brief(found), counts(found)]).toEqual([
      'bedrock-converse',
      ['a', 'tool_use', 'tool_call'],
      ['1', '2', '3'],
    ]);
    expect(found.reading.choices[0]).toMatchObject({ reasoning: { text: 'Hm.' }, toolCalls: [{ id: 't', name: 'f' }] });
  });

  test('Llama, Mistral and Titan each have their own shape', () => {
    const llama = read({ generation: 'a', prompt_token_count: 1, generation_token_count: 2, stop_reason: 'length' });
    expect([llama.format, ...brief(llama), counts(llama)]).toEqual([
      'bedrock-llama',
      ['a', 'length', 'length'],
      ['1', '2', undefined],
    ]);
    const mistral = read({ outputs: [{ text: 'a', stop_reason: 'stop' }] });
    expect([mistral.format, ...brief(mistral)]).toEqual(['bedrock-mistral', ['a', 'stop', 'stop']]);
    const titan = read({
      inputTextTokenCount: 4,
      results: [{ outputText: 'a', tokenCount: 2, completionReason: 'FINISH' }],
    });
    expect([titan.format, ...brief(titan), counts(titan)]).toEqual([
      'bedrock-titan',
      ['a', 'FINISH', 'stop'],
      ['4', '2', undefined],
    ]);
    expect(titan.reading.choices[0]?.usage?.generation?.value).toBe(2);
  });
});

test('watsonx counts each result', () => {
  const result = { generated_text: '2', generated_token_count: 2, input_token_count: 7, stop_reason: 'eos_token' };
  const found = read({ model_id: 'm', created_at: '2024-02-28T08:16:49.731Z', results: [result] });
  expect([found.format, ...brief(found), counts(found)]).toEqual([
    'watsonx',
    ['2', 'eos_token', 'stop'],
    ['7', '2', undefined],
  ]);
});

test('Text Generation Inference has one text, alone or in a list, and further sequences', () => {
  const details = { finish_reason: 'length', generated_tokens: 2, prefill: [], tokens: [{}, {}] };
  const found = read({
    generated_text: 'a',
    details: { ...details, best_of_sequences: [{ generated_text: 'b', finish_reason: 'eos_token' }] },
  });
  expect([found.format, ...brief(found)]).toEqual(['tgi', ['a', 'length', 'length'], ['b', 'eos_token', 'stop']]);
  expect(counts(found)).toEqual([undefined, '2', undefined]);
  expect(counts(read([{ generated_text: 'a', details: { ...details, prefill: [{}] } }]))).toEqual([
    '1',
    '2',
    undefined,
  ]);
  expect(brief(read([{ generated_text: 'a' }]))).toEqual([['a', undefined, undefined]]);
});

test('Replicate joins pieces of text, and files are no text', () => {
  const prediction = {
    urls: {},
    input: {},
    status: 'succeeded',
    error: null,
    version: 'v',
    created_at: '2024-02-12T16:44:47Z',
  };
  expect(brief(read({ ...prediction, output: ['Hel', 'lo'] }))).toEqual([['Hello', 'succeeded', 'stop']]);
  expect(brief(read({ ...prediction, output: 'Hello' }))).toEqual([['Hello', 'succeeded', 'stop']]);
  const files = read({ ...prediction, output: ['https://example.com/a.png'] });
  expect([...brief(files), files.reading.notes]).toEqual([
    [null, 'succeeded', 'stop'],
    ['The output is 1 file, not a text.'],
  ]);
  const failed = read({ ...prediction, output: null, status: 'failed', error: 'Out of memory' });
  expect(failed.reading).toMatchObject({ error: { message: 'Out of memory' }, choices: [{ textKind: 'empty' }] });
});

test('Ollama and llama.cpp have one text and their own counts', () => {
  const chat = read({
    model: 'm',
    created_at: '2024-05-24T20:01:31Z',
    done: true,
    done_reason: 'stop',
    message: { content: 'a', thinking: 'Hm.' },
    prompt_eval_count: 1,
    eval_count: 2,
  });
  expect([chat.format, ...brief(chat), counts(chat)]).toEqual(['ollama', ['a', 'stop', 'stop'], ['1', '2', undefined]]);
  expect(chat.reading.choices[0]?.reasoning?.text).toBe('Hm.');
  expect(brief(read({ done: false, response: 'a' }))).toEqual([['a', undefined, undefined]]);
  const local = read({ content: 'a', stop_type: 'limit', tokens_evaluated: 3, tokens_predicted: 4 });
  expect([local.format, ...brief(local), counts(local)]).toEqual([
    'llama.cpp',
    ['a', 'limit', 'length'],
    ['3', '4', undefined],
  ]);
  expect(brief(read({ content: 'a', stopped_eos: true }))).toEqual([['a', 'stopped_eos', 'stop']]);
});
