// The shapes of the other providers, with invented texts; those that no recorded body is known of are made from their schemas.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { valueCursor } from '../../json/cursor.ts';
import { pointerOf } from '../../json/pointer.ts';
import type { JsonValue } from '../../json/value.ts';
import { type ProviderRead, readProvider } from './read.ts';
import type { ProviderChoice } from './reading.ts';

const place = pointerOf('provider_responses', 0);

function read(body: JsonValue): ProviderRead {
  return readProvider(valueCursor(body, place));
}

/** Text, raw reason and class of each choice. */
function brief({ reading }: ProviderRead): readonly (readonly unknown[])[] {
  return reading.choices.map(({ text, finishReason }: ProviderChoice) => [
    text,
    finishReason?.raw,
    finishReason?.class,
  ]);
}

/** Prompt, generation and total as written. */
function counts({ reading: { usage } }: ProviderRead): readonly (string | undefined)[] {
  return [usage?.prompt?.lexeme, usage?.generation?.lexeme, usage?.total?.lexeme];
}

const responses = {
  object: 'response',
  id: 'resp_1',
  created_at: 1758064458,
  status: 'completed',
  model: 'm',
  output: [
    { type: 'reasoning', summary: [{ type: 'summary_text', text: 'Hm.' }] },
    { type: 'message', content: [{ type: 'output_text', text: 'One.', logprobs: [{ token: 'One' }, { token: '.' }] }] },
    { type: 'web_search_call' },
    { type: 'message', content: [{ type: 'output_text', text: ' Two.' }] },
  ],
  usage: { input_tokens: 3, output_tokens: 4, total_tokens: 7, output_tokens_details: { reasoning_tokens: 1 } },
};

const gemini = {
  candidates: [
    {
      content: { parts: [{ text: 'Hm.', thought: true }, { text: 'Four' }, { text: '.' }] },
      finishReason: 'STOP',
      logprobsResult: { chosenCandidates: [{ token: 'Four' }] },
    },
  ],
  usageMetadata: { promptTokenCount: 3, candidatesTokenCount: 2, totalTokenCount: 9, thoughtsTokenCount: 4 },
  modelVersion: 'gemini',
  responseId: 'r',
  createTime: '2025-12-19T23:45:36Z',
};

const chunks = [
  { id: '', model: '', created: 0, object: '', choices: [], prompt_filter_results: [] },
  {
    id: 'c',
    model: 'm',
    created: 1731368640,
    object: 'chat.completion.chunk',
    choices: [{ index: 0, delta: { role: 'assistant', content: '' } }],
  },
  { choices: [{ index: 1, delta: { content: 'Blue' }, logprobs: { content: [{ token: 'Blue' }] } }] },
  { choices: [{ index: 0, delta: { content: 'Re' } }] },
  { choices: [{ index: 0, delta: { content: 'd' }, finish_reason: null }] },
  { choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] },
  { choices: [], usage: { prompt_tokens: 1, completion_tokens: 2, total_tokens: 3 } },
];

describe('error bodies', () => {
  test('of OpenAI, Anthropic and servers with a plain text', () => {
    const azure = read({ error: { message: 'Filtered.', code: 'content_filter', innererror: { code: 'Policy' } } });
    expect(azure).toMatchObject({ format: 'error', reading: { choices: [], notes: ['Inner error: Policy.'] } });
    expect(azure.reading.error).toEqual({
      message: 'Filtered.',
      code: 'content_filter',
      pointer: '/provider_responses/0/error',
    });
    const anthropic = read({ type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } });
    expect(anthropic.reading.error).toMatchObject({ message: 'Overloaded', code: 'overloaded_error' });
    expect(read({ error: 'model not found' }).reading.error?.message).toBe('model not found');
  });

  test('are not answers that have an error beside them', () => {
    expect(read({ error: null, choices: [{ text: 'a' }] }).format).toBe('openai-completion');
    expect(read({ error: { message: 'late' }, choices: [{ text: 'a' }] }).format).toBe('openai-completion');
  });
});

describe('OpenAI Responses', () => {
  test('join the texts of all messages', () => {
    const found = read(responses);
    expect(found.format).toBe('openai-responses');
    expect(brief(found)).toEqual([['One. Two.', 'completed', 'stop']]);
    expect(counts(found)).toEqual(['3', '4', '7']);
    expect(found.reading).toMatchObject({
      id: 'resp_1',
      created: { unit: 's' },
      usage: { reasoning: { value: 1 } },
      notes: ['1 content part is not part of the text (web_search_call).'],
      choices: [{ reasoning: { text: 'Hm.' }, listedTokens: { count: 2 } }],
    });
  });

  test('tell tool calls, refusals and incomplete answers apart', () => {
    const call = { type: 'function_call', call_id: 'c', name: 'f', arguments: '{}' };
    const called = read({ ...responses, output: [call] });
    expect(brief(called)).toEqual([[null, 'completed', 'tool_call']]);
    expect(called.reading.choices[0]).toMatchObject({ textKind: 'toolOnly', toolCalls: [{ id: 'c', name: 'f' }] });
    const refused = read({
      ...responses,
      output: [{ type: 'message', content: [{ type: 'refusal', refusal: 'No.' }] }],
    });
    expect(refused.reading.choices[0]).toMatchObject({ text: 'No.', textKind: 'refusal' });
    const cut = read({ ...responses, status: 'incomplete', incomplete_details: { reason: 'max_output_tokens' } });
    expect(cut.reading.choices[0]?.finishReason).toEqual({
      raw: 'max_output_tokens',
      class: 'length',
      pointer: '/provider_responses/0/incomplete_details/reason',
    });
    const failed = read({ ...responses, status: 'failed', output: [], error: { message: 'Broken.' } });
    expect(failed.reading).toMatchObject({ error: { message: 'Broken.' }, choices: [{ textKind: 'missing' }] });
  });

  test('as events are the response of the last event, or the pieces where the stream breaks off', () => {
    const events = [
      { type: 'response.created', response: { ...responses, output: [], status: 'in_progress' } },
      { type: 'response.output_text.delta', delta: 'One.' },
      { type: 'response.output_text.delta', delta: ' Tw' },
      { type: 'response.completed', response: responses },
    ];
    expect(brief(read(events))).toEqual([['One. Two.', 'completed', 'stop']]);
    expect(read(events).reading.choices[0]?.pointer).toBe('/provider_responses/0/3/response');
    expect(brief(read(events.slice(0, 3)))).toEqual([['One. Tw', undefined, undefined]]);
    expect(read(events.slice(0, 3)).reading.notes).toEqual(['The stream breaks off; its pieces were joined.']);
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

describe('stream chunks', () => {
  test('are joined per index, in the order in which the indexes appear', () => {
    const found = read(chunks);
    expect(found.format).toBe('openai-chunks');
    expect(brief(found)).toEqual([
      ['Red', 'stop', 'stop'],
      ['Blue', undefined, undefined],
    ]);
    expect(counts(found)).toEqual(['1', '2', '3']);
    expect(found.reading).toMatchObject({
      id: 'c',
      model: { text: 'm' },
      created: { iso: '2024-11-11T23:44:00.000Z' },
      vendor: 'Azure OpenAI',
      notes: ['7 chunks of a stream are shown joined.', 'The stream does not say why it ended for 1 choice.'],
    });
    expect(found.reading.choices[1]).toMatchObject({ index: 1, listedTokens: { count: 1 } });
    expect(found.reading.choices[0]?.textPointers).toContain('/provider_responses/0/3/choices/0/delta/content');
  });

  test('of tool calls are put together by their index', () => {
    const piece = (call: JsonValue): JsonValue => ({ choices: [{ index: 0, delta: { tool_calls: [call] } }] });
    const found = read([
      piece({ index: 0, id: 'a', function: { name: 'f', arguments: '' } }),
      piece({ index: 0, function: { arguments: '{"x"' } }),
      piece({ index: 1, id: 'b', function: { name: 'g', arguments: '{}' } }),
      piece({ index: 0, function: { arguments: ':1}' } }),
    ]);
    expect(found.reading.choices[0]?.toolCalls).toMatchObject([
      { id: 'a', name: 'f', argumentsText: '{"x":1}' },
      { id: 'b', name: 'g', argumentsText: '{}' },
    ]);
  });

  test('of completions end with the last reason that is not empty, also where it has no index', () => {
    const texts = [
      { choices: [{ index: 0, text: 'a', finish_reason: '' }] },
      { choices: [{ index: 0, text: 'b', finish_reason: 'length' }] },
      { choices: [{ delta: {}, finish_reason: '' }] },
    ];
    expect(brief(read(texts))).toEqual([['ab', 'length', 'length']]);
    expect(read({ object: 'chat.completion.chunk', choices: [{ index: 0, delta: { content: 'a' } }] }).format).toBe(
      'openai-chunks',
    );
  });
});

describe('Anthropic streams', () => {
  const events = [
    {
      type: 'message_start',
      message: {
        id: 'msg',
        model: 'claude',
        usage: { input_tokens: 17, cache_read_input_tokens: 2, output_tokens: 3 },
      },
    },
    { type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } },
    { type: 'ping' },
    { type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: 'Hel' } },
    { type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: 'lo' } },
    { type: 'content_block_start', index: 1, content_block: { type: 'tool_use', id: 't', name: 'f', input: {} } },
    { type: 'content_block_delta', index: 1, delta: { type: 'input_json_delta', partial_json: '{"a"' } },
    { type: 'content_block_delta', index: 1, delta: { type: 'input_json_delta', partial_json: ':1}' } },
    { type: 'message_delta', delta: { stop_reason: 'tool_use' }, usage: { output_tokens: 9 } },
  ];

  test('of Messages are put together', () => {
    const found = read(events);
    expect(brief(found)).toEqual([['Hello', 'tool_use', 'tool_call']]);
    expect(counts(found)).toEqual(['17 + 2', '9', undefined]);
    expect(found.reading.choices[0]?.toolCalls).toMatchObject([{ id: 't', name: 'f', argumentsText: '{"a":1}' }]);
    expect(read(events.slice(0, 5)).reading.notes).toContain('The stream breaks off before it says why it ended.');
  });

  test('of legacy completions are put together', () => {
    const legacy = [
      { type: 'completion', completion: ' He', stop_reason: null, model: 'c' },
      { type: 'completion', completion: 'y', stop_reason: 'stop_sequence' },
    ];
    expect(brief(read(legacy))).toEqual([[' Hey', 'stop_sequence', 'stop']]);
  });

  test('as the text of an event stream are read too, whatever its line ends', () => {
    const text = events.map((event) => `event: ${event.type}\r\ndata: ${JSON.stringify(event)}\r\n\r\n`).join('');
    const found = read(text);
    expect(brief(found)).toEqual([['Hello', 'tool_use', 'tool_call']]);
    expect(found.reading.notes[0]).toBe('The response is the text of an event stream.');
    const openai = `${chunks.map((chunk) => `data: ${JSON.stringify(chunk)}`).join('\n\n')}\n\ndata: [DONE]`;
    expect(brief(read(openai))[0]).toEqual(['Red', 'stop', 'stop']);
  });
});

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

describe('Google', () => {
  test('PaLM has candidates with an output or a content', () => {
    expect(brief(read({ candidates: [{ output: 'a' }, { output: 'b' }] })).map(([text]) => text)).toEqual(['a', 'b']);
    expect(read({ candidates: [{ author: '1', content: 'a' }] }).format).toBe('palm');
  });

  test('Gemini joins parts, keeps thoughts apart and states thinking tokens', () => {
    const found = read(gemini);
    expect([found.format, ...brief(found)]).toEqual(['gemini', ['Four.', 'STOP', 'stop']]);
    expect(counts(found)).toEqual(['3', '2', '9']);
    expect(found.reading).toMatchObject({
      id: 'r',
      created: { unit: 'iso' },
      usage: { reasoning: { value: 4 } },
      choices: [{ reasoning: { text: 'Hm.' }, listedTokens: { count: 1 } }],
    });
  });

  test('Gemini ends a call with STOP, writes reasons as integers, and has other parts', () => {
    const parts = [{ functionCall: { name: 'f', args: { a: 1 } } }, { inlineData: {} }];
    const found = read({ candidates: [{ content: { parts }, finishReason: 1 }] });
    expect(brief(found)).toEqual([[null, '1', 'tool_call']]);
    expect(found.reading.notes).toEqual(['1 content part is not part of the text (inlineData).']);
    expect(found.reading.choices[0]?.toolCalls).toMatchObject([{ name: 'f', argumentsText: '{"a":1}' }]);
  });

  test('Gemini dumped by an SDK has keys in snake_case', () => {
    const found = read({
      candidates: [{ content: { parts: [{ text: 'a' }] }, finish_reason: 'MAX_TOKENS' }],
      usage_metadata: { prompt_token_count: 1, candidates_token_count: 2, total_token_count: 3 },
    });
    expect([...brief(found), counts(found)]).toEqual([
      ['a', 'MAX_TOKENS', 'length'],
      ['1', '2', '3'],
    ]);
  });

  test('Gemini without candidates says that the prompt was blocked', () => {
    const found = read({ promptFeedback: { blockReason: 'SAFETY' } });
    expect([found.format, found.reading.choices, found.reading.notes]).toEqual([
      'gemini',
      [],
      ['The prompt was blocked (SAFETY).'],
    ]);
  });

  test('predictions of Vertex AI are texts or lists of candidates, not embeddings', () => {
    const found = read({ predictions: [{ content: 'a', safetyAttributes: { blocked: true } }], deployedModelId: '1' });
    expect([found.format, ...brief(found)]).toEqual(['vertex-predict', ['a', 'blocked', 'filter']]);
    expect(brief(read({ predictions: [{ candidates: [{ content: 'b' }] }] }))).toEqual([['b', undefined, undefined]]);
    expect(read({ predictions: [{ embeddings: {} }] }).format).toBe('unknown');
  });
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

test('a text alone, or a list of texts, is what was answered', () => {
  expect([read('Hello').format, ...brief(read('Hello'))]).toEqual(['plain-text', ['Hello', undefined, undefined]]);
  expect(brief(read(['a', 'b'])).map(([text]) => text)).toEqual(['a', 'b']);
  expect(read(['a', 'b']).reading.choices[1]?.textPointers).toEqual(['/provider_responses/0/1']);
});

test('whatever takes the place of anything in a body, it is read without failing', () => {
  const bodies: readonly JsonValue[] = [
    responses,
    gemini,
    chunks,
    { generations: [[{ text: 'a', message: {} }]], llm_output: { token_usage: {} } },
    { generations: [{ text: 'a', token_likelihoods: [] }], meta: { billed_units: { input_tokens: 1 } } },
    {
      message: { content: [{ type: 'text', text: 'a' }], tool_calls: [{ function: {} }] },
      finish_reason: 'COMPLETE',
      usage: {},
    },
    { completions: [{ data: { text: 'a', tokens: [{}] }, finishReason: { reason: 'stop' } }], prompt: { tokens: [] } },
    { output: { message: { content: [{ text: 'a' }, { toolUse: {} }] } }, stopReason: 'end_turn', usage: {} },
    { results: [{ outputText: 'a', tokenCount: 1 }] },
    { generated_text: 'a', details: { best_of_sequences: [{}], prefill: [], tokens: [] } },
    { urls: {}, input: {}, status: 'succeeded', output: ['a'] },
    [
      { type: 'message_start', message: {} },
      { type: 'content_block_delta', index: 0, delta: { text: 'a', partial_json: '' } },
    ],
    [
      { type: 'response.created', response: { output: [] } },
      { type: 'response.output_text.delta', delta: 'a' },
    ],
  ];
  const junk = fc.constantFrom<JsonValue>(null, true, 0, '', 'x', [], {}, [null], [{}], { text: 7 });
  const mutate = (value: JsonValue, changes: ReadonlyMap<number, JsonValue>, count = { at: 0 }): JsonValue => {
    const other = changes.get(count.at++);
    if (other !== undefined) return other;
    if (Array.isArray(value)) return value.map((item: JsonValue) => mutate(item, changes, count));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, member]) => [key, mutate(member as JsonValue, changes, count)]),
    );
  };
  fc.assert(
    fc.property(fc.constantFrom(...bodies), fc.array(fc.tuple(fc.nat(40), junk), { maxLength: 4 }), (body, changes) => {
      const { reading } = read(mutate(body, new Map(changes)));
      for (const { text, textPointers } of reading.choices) expect(textPointers.length > 0).toBe(text !== null);
    }),
    { numRuns: 1500 },
  );
});
