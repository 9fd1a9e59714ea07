// Streams of every family with invented texts, hand-made from the shapes of the format notes: an array of events reads like the body that
// the family gives when it does not stream, and every text has its places in the events.

import { describe, expect, test } from 'vitest';
import type { Streamed } from '../../../e2e/fixtures/streamed.ts';
import { streamedChats } from '../../../e2e/fixtures/streamedChats.ts';
import { streamedTexts } from '../../../e2e/fixtures/streamedTexts.ts';
import { brief, counts, placeIn, read } from '../../../e2e/fixtures/testReading.ts';
import type { JsonValue } from '../../json/value.ts';
import { readTokens } from '../tokens/readTokens.ts';

const streams: Readonly<Record<string, Streamed>> = { ...streamedChats, ...streamedTexts };

const bodyOf = ({ events }: Streamed): JsonValue => events as JsonValue;

describe.each(Object.entries(streams))('a stream of %s', (_name, stream) => {
  test('reads as the body that does not stream', () => {
    const found = read(bodyOf(stream));
    const [choice] = found.reading.choices;
    expect([found.format, ...brief(found)]).toEqual([stream.format, [stream.text, stream.reason, stream.ended]]);
    expect(choice?.reasoning?.text).toBe(stream.reasoning);
    expect(choice?.toolCalls.map(({ name, argumentsText }) => [name, argumentsText])).toEqual(stream.calls ?? []);
    expect(counts(found)).toEqual(stream.counts);
    expect(found.reading.notes[0]).toBe(`${stream.events.length} events of a stream are shown joined.`);
    expect(found.reading.error).toBeUndefined();
  });

  test('keeps the place of every piece, and its tokens spell its text', () => {
    const [choice] = read(bodyOf(stream)).reading.choices;
    if (choice === undefined) throw new Error('No choice');
    const textAt = (pointer: string) => placeIn(bodyOf(stream), pointer)?.text();
    expect(choice.textPointers.map(textAt).join('')).toBe(stream.text);
    expect((choice.reasoning?.pointers ?? []).map(textAt).join('')).toBe(stream.reasoning ?? '');
    for (const call of choice.toolCalls) expect(placeIn(bodyOf(stream), call.argumentsPointer)).toBeDefined();
    const tokens = readTokens(choice, { prompts: [] });
    expect(tokens && [tokens.facts.count, tokens.facts.usable, tokens.coverage.relation]).toEqual(
      stream.tokens && [...stream.tokens, 'equal'],
    );
  });

  test('that breaks off anywhere is read as far as it goes', () => {
    for (let length = 1; length < stream.events.length; length++) {
      const { reading } = read(stream.events.slice(0, length) as JsonValue);
      for (const { text, textPointers } of reading.choices) {
        expect(stream.text?.startsWith(text ?? '')).toBe(true);
        expect(textPointers.length > 0).toBe(text !== null);
      }
    }
  });

  test('of which an event is an error, has that error', () => {
    const error = { error: { message: 'The kettle broke', code: 503 } };
    expect(read([...stream.events, error] as JsonValue).reading.error).toMatchObject({
      message: 'The kettle broke',
      code: '503',
      pointer: `/provider_responses/0/${stream.events.length}/error`,
    });
  });
});

describe('chunks in the shape of OpenAI', () => {
  const chunk = (delta: JsonValue, more: object = {}): JsonValue => ({ choices: [{ index: 0, delta, ...more }] });

  test('of several calls that all have the index 0 are told apart by their ids', () => {
    const call = (id: string, name: string, args: string) =>
      chunk({ tool_calls: [{ index: 0, ...(id && { id }), function: { ...(name && { name }), arguments: args } }] });
    const found = read([call('a', 'pour', '{"cups"'), call('', '', ':2}'), call('b', 'drink', '{}')]);
    expect(found.reading.choices[0]?.toolCalls).toMatchObject([
      { id: 'a', name: 'pour', argumentsText: '{"cups":2}' },
      { id: 'b', name: 'drink', argumentsText: '{}' },
    ]);
  });

  test('keep what was said before an error inside the last chunk', () => {
    const error = { code: 502, message: 'The kettle broke' };
    const last = { error, choices: [{ index: 0, delta: { content: '' }, finish_reason: 'error' }] };
    const found = read([chunk({ content: 'Green' }), last]);
    expect(brief(found)).toEqual([['Green', 'error', 'error']]);
    expect(found.reading.error).toEqual({
      message: 'The kettle broke',
      code: '502',
      pointer: '/provider_responses/0/1/error',
    });
  });

  test('have the counts of Groq where Groq puts them', () => {
    const usage = { prompt_tokens: 1, completion_tokens: 2, total_tokens: 3 };
    const found = read([
      { ...(chunk({ content: 'Green' }) as object), x_groq: { id: 'r' } },
      { choices: [], x_groq: { usage } },
    ]);
    expect([counts(found), found.reading.vendor]).toEqual([['1', '2', '3'], 'Groq']);
  });
});

test('chunks of two choices with the same tool call id keep a call in each', () => {
  const call = (index: number, args: string, more: object = {}): JsonValue => ({
    choices: [{ index, delta: { tool_calls: [{ index: 0, ...more, function: { arguments: args } }] } }],
  });
  const found = read([
    call(0, '{"cups"', { id: 'call_1' }),
    call(1, '{"pots"', { id: 'call_1' }),
    call(0, ':2}'),
    call(1, ':3}'),
  ]);
  expect(found.reading.choices.map(({ index, toolCalls }) => [index, toolCalls])).toMatchObject([
    [0, [{ id: 'call_1', argumentsText: '{"cups":2}' }]],
    [1, [{ id: 'call_1', argumentsText: '{"pots":3}' }]],
  ]);
});

describe('several answers of one server', () => {
  test('of llama.cpp are told apart by their index, whole or in pieces', () => {
    const end = { stop: true, stop_type: 'eos', tokens_evaluated: 4 };
    const pieces = read([
      { index: 0, content: 'Green', stop: false },
      { index: 1, content: 'Black', stop: false },
      { index: 1, content: ' tea', stop: false },
      { index: 0, content: '', ...end, tokens_predicted: 1 },
      { index: 1, content: '', ...end, tokens_predicted: 2 },
    ]);
    const whole = read([
      { index: 0, content: 'Green', ...end, tokens_predicted: 1 },
      { index: 1, content: 'Black tea', ...end, tokens_predicted: 2 },
    ]);
    expect([pieces.format, whole.format]).toEqual(['llama.cpp-stream', 'llama.cpp']);
    for (const found of [pieces, whole]) {
      expect(brief(found)).toEqual([
        ['Green', 'eos', 'stop'],
        ['Black tea', 'eos', 'stop'],
      ]);
      expect(found.reading.choices.map(({ index, usage }) => [index, usage?.generation?.value])).toEqual([
        [0, 1],
        [1, 2],
      ]);
      expect(counts(found)).toEqual(['4 + 4', '1 + 2', undefined]);
    }
  });

  test('of Aleph Alpha are told apart by their index', () => {
    const chunk = (index: number, completion: string): JsonValue => ({ type: 'stream_chunk', index, completion });
    const found = read([
      chunk(1, 'Black'),
      chunk(0, 'Green'),
      chunk(1, ' tea'),
      { type: 'stream_summary', index: 0, finish_reason: 'end_of_text' },
      { type: 'stream_summary', index: 1, finish_reason: 'maximum_tokens' },
    ]);
    expect(found.reading.choices.map(({ index, text }) => [index, text])).toEqual([
      [1, 'Black tea'],
      [0, 'Green'],
    ]);
  });
});

describe('the text of a stream in a string', () => {
  test('is read with a comment or empty lines before it', () => {
    const text = `\n: WAITING\n\n${streams['Bedrock Llama']?.events.map((event) => `data: ${JSON.stringify(event)}`).join('\n\n')}`;
    expect(brief(read(text))).toEqual([['Green tea', 'stop', 'stop']]);
  });

  test('is read where it has one event a line', () => {
    const text = streams['Ollama generate']?.events.map((event) => JSON.stringify(event)).join('\n') ?? '';
    const found = read(`${text}\n`);
    expect(brief(found)).toEqual([['Green tea', 'length', 'length']]);
    expect(found.reading.notes[0]).toBe('The response is a text with one event a line.');
  });

  test('is read where its data is plain text with names', () => {
    const text =
      'event: output\ndata: Green\n\nevent: output\ndata:  tea\ndata: \n\nevent: done\ndata: {"reason": "canceled"}\n\n';
    const found = read(text);
    expect([found.format, ...brief(found)]).toEqual(['replicate-stream', ['Green tea\n', 'canceled', 'error']]);
  });

  test('is a text like any other where its lines are no events', () => {
    expect(read('{"name": "Ada"}\n{"name": "Bob"}\n').format).toBe('plain-text');
    expect(read('{"name": "Ada"}').format).toBe('plain-text');
  });
});
