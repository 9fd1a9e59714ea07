// The shapes of the recorded bodies with invented texts, one reader after the other.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type JsonCursor, valueCursor } from '../../json/cursor.ts';
import { pointerOf } from '../../json/pointer.ts';
import type { JsonValue } from '../../json/value.ts';
import { type ProviderRead, readProvider } from './read.ts';
import { readTime } from './time.ts';

const place = pointerOf('provider_responses', 0);

function read(body: JsonValue): ProviderRead {
  return readProvider(valueCursor(body, place));
}

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
    expect(read(body)).toEqual({
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

describe('Anthropic', () => {
  const body = {
    id: 'msg_1',
    type: 'message',
    role: 'assistant',
    model: 'claude',
    content: [
      { type: 'thinking', thinking: 'Hm.', signature: 'x' },
      { type: 'text', text: 'Looking ' },
      { type: 'tool_use', id: 'toolu_1', name: 'find', input: { q: 'x' } },
      { type: 'text', text: 'now.' },
      { type: 'server_tool_use', id: 's', name: 'web', input: {} },
    ],
    stop_reason: 'tool_use',
    stop_sequence: null,
    usage: { input_tokens: 4, cache_creation_input_tokens: 0, cache_read_input_tokens: 1163, output_tokens: 20 },
  };

  test('Messages are one answer made of blocks', () => {
    const { format, reading } = read(body);
    expect(format).toBe('anthropic-messages');
    expect(reading).toMatchObject({
      id: 'msg_1',
      model: { text: 'claude' },
      usage: { prompt: { value: 1167, lexeme: '4 + 0 + 1163' }, generation: { value: 20 }, cached: { value: 1163 } },
      notes: ['1 content part is not part of the text (server_tool_use).'],
      choices: [
        {
          pointer: '/provider_responses/0',
          text: 'Looking now.',
          textPointers: ['/provider_responses/0/content/1/text', '/provider_responses/0/content/3/text'],
          reasoning: { text: 'Hm.', pointers: ['/provider_responses/0/content/0/thinking'] },
          toolCalls: [
            {
              id: 'toolu_1',
              name: 'find',
              argumentsText: '{"q":"x"}',
              argumentsPointer: '/provider_responses/0/content/2/input',
            },
          ],
          finishReason: { class: 'tool_call' },
        },
      ],
    });
    expect(reading.created).toBeUndefined();
    expect(reading.choices).toHaveLength(1);
  });

  test('Messages without cache counts state the prompt as it stands', () => {
    const { reading } = read({ ...body, usage: { input_tokens: 17, output_tokens: 2 } });
    expect(reading.usage).toMatchObject({ prompt: { value: 17, lexeme: '17' } });
    expect(reading.usage?.cached).toBeUndefined();
  });

  test('a tool call alone, a refusal and an empty answer are told apart', () => {
    const kind = (content: JsonValue, stop: string): string | undefined =>
      read({ type: 'message', content, stop_reason: stop }).reading.choices[0]?.textKind;
    expect(kind([{ type: 'tool_use', name: 'f', input: {} }], 'tool_use')).toBe('toolOnly');
    expect(kind([], 'refusal')).toBe('refusal');
    expect(kind([], 'end_turn')).toBe('empty');
  });

  test('legacy completions are known with and without an id', () => {
    const { format, reading } = read({
      completion: ' Hello!',
      stop_reason: 'stop_sequence',
      stop: '\n\nHuman:',
      log_id: 'c1',
      model: 'claude-2',
    });
    expect(format).toBe('anthropic-complete');
    expect(reading).toMatchObject({ id: 'c1', choices: [{ text: ' Hello!', finishReason: { class: 'stop' } }] });
    expect(reading.usage).toBeUndefined();
    expect(read({ completion: 'a', stop_reason: null }).format).toBe('anthropic-complete');
    expect(read({ completion: 'a' }).format).toBe('unknown');
  });
});

describe('wrappers', () => {
  const body = { choices: [{ text: 'red', index: 0 }] };

  test('JSON inside a string is read, and all its parts have the place of the string', () => {
    const { format, reading } = read(JSON.stringify(body));
    expect(format).toBe('openai-completion');
    expect(reading.notes).toEqual(['The response is JSON text inside a string.']);
    expect(reading.choices[0]).toMatchObject({ text: 'red', textPointers: [place], pointer: place });
  });

  test('a body below a key keeps its places', () => {
    for (const key of ['body', 'data', '__data__']) {
      const { format, reading } = read({ [key]: body });
      expect([format, reading.choices[0]?.pointer]).toEqual([
        'openai-completion',
        `/provider_responses/0/${key}/choices/0`,
      ]);
    }
    expect(read({ status: 200, body: JSON.stringify(body) }).format).toBe('openai-completion');
  });

  test('wrappers without end are left alone', () => {
    let wrapped: JsonValue = body;
    for (let depth = 0; depth < 20; depth++) wrapped = { body: wrapped };
    expect(read(wrapped).format).toBe('unknown');
  });

  test.each([null, 7, [], {}, [1, 'text'], { key: 'value' }, { object: 'list', data: [] }])(
    '%o is of unknown shape',
    (value) => {
      const { format, reading } = read(value as JsonValue);
      expect([format, reading.choices, reading.notes.length]).toEqual(['unknown', [], 1]);
    },
  );
});

test('times are read by their size, and always kept as written', () => {
  const time = (value: JsonValue): unknown => {
    const found = readTime(valueCursor(value, place));
    return found && [found.raw, found.unit, found.iso];
  };
  expect(time(1681852797)).toEqual(['1681852797', 's', '2023-04-18T21:19:57.000Z']);
  expect(time(1753879648527)).toEqual(['1753879648527', 'ms', '2025-07-30T12:47:28.527Z']);
  expect(time(1753879648527000)).toEqual(['1753879648527000', 'us', '2025-07-30T12:47:28.527Z']);
  expect(time('2024-05-01T10:00:00+02:00')).toEqual(['2024-05-01T10:00:00+02:00', 'iso', '2024-05-01T08:00:00.000Z']);
  expect(time(0)).toEqual(['0', 'unknown', undefined]);
  expect(time('soon')).toEqual(['soon', 'unknown', undefined]);
  expect([time(null), time(''), time([])]).toEqual([undefined, undefined, undefined]);
});

/** A copy of a value in which some parts are replaced by something else. */
function mutated(value: JsonValue, replace: (at: number) => JsonValue | undefined, count = { at: 0 }): JsonValue {
  const other = replace(count.at++);
  if (other !== undefined) return other;
  if (Array.isArray(value)) return value.map((item: JsonValue) => mutated(item, replace, count));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, mutated(member as JsonValue, replace, count)]),
  );
}

const bodies: readonly JsonValue[] = [
  {
    object: 'text_completion',
    created: 1,
    model: 'm',
    choices: [{ text: 'a', index: 0, logprobs: { tokens: ['a'] } }],
    usage: { prompt_tokens: 1 },
  },
  {
    object: 'chat.completion',
    choices: [
      {
        message: {
          content: [{ type: 'text', text: 'a' }],
          tool_calls: [{ id: 'c', function: { name: 'f', arguments: '{}' } }],
        },
        finish_reason: 'stop',
      },
    ],
    usage: { prompt_tokens_details: { cached_tokens: 1 } },
  },
  {
    type: 'message',
    content: [
      { type: 'text', text: 'a' },
      { type: 'tool_use', name: 'f', input: {} },
    ],
    usage: { input_tokens: 1 },
  },
  { completion: 'a', stop_reason: 'stop_sequence', model: 'm' },
];

test('a body with anything in the place of anything is read without failing', () => {
  const junk = fc.constantFrom<JsonValue>(null, true, 0, -1.5, '', 'x', [], {}, [null], { text: 7 }, { length: 3 });
  fc.assert(
    fc.property(
      fc.constantFrom(...bodies),
      fc.array(fc.tuple(fc.nat(25), junk), { minLength: 1, maxLength: 4 }),
      (body, changes) => {
        const found = read(mutated(body, (at) => changes.find(([where]) => where === at)?.[1]));
        for (const choice of found.reading.choices) {
          expect(choice.text === null || typeof choice.text === 'string').toBe(true);
          expect(choice.textPointers.length > 0).toBe(choice.text !== null);
        }
      },
    ),
    { numRuns: 1000 },
  );
});

test('what a reader says of a text is where the text stands', () => {
  const at = (body: JsonValue, pointer: string): JsonCursor | undefined => {
    let cursor: JsonCursor | undefined = valueCursor(body, place);
    for (const key of pointer.slice(place.length + 1).split('/')) {
      cursor = cursor?.get(key) ?? Array.from(cursor?.items() ?? [])[Number(key)];
    }
    return cursor;
  };
  for (const body of bodies) {
    for (const { text, textPointers } of read(body).reading.choices) {
      expect(textPointers.map((pointer) => at(body, pointer)?.text()).join('')).toBe(text);
    }
  }
});
