// The shapes of Anthropic, whole and as events of a stream, with invented texts.

import { describe, expect, test } from 'vitest';
import { brief, counts, read } from '../../../e2e/fixtures/testReading.ts';
import type { JsonValue } from '../../json/value.ts';

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
  });
});
