import fc from 'fast-check';
import { expect, test } from 'vitest';
import { valueCursor } from '../json/cursor.ts';
import { pointerOf } from '../json/pointer.ts';
import type { JsonValue } from '../json/value.ts';
import { canonicalText } from './canonicalText.ts';
import { readGeneration } from './generation.ts';
import type { Generation } from './model.ts';

function read(value: JsonValue): Generation {
  return readGeneration(valueCursor(value, pointerOf('data', 3)), 3);
}

const call = { id: 'call_1', type: 'function', function: { name: 'weather', arguments: '{"city":"Oslo"}' } };

test('a whole generation is read with its places', () => {
  const generation = read({
    id: 'data_1',
    index: 2,
    output: 'a',
    raw_output: ' a',
    model_config_id: 'prv_1',
    inputs: { b: 1, a: 2 },
    finish_reason: 'tool_calls',
    tool_results: [{ id: 'r', name: 'weather', signature: 's', result: 'sun' }],
    messages: [{ role: 'user', content: 'Hi' }],
    tool_calls: [call],
  });
  expect(generation).toMatchObject({
    pointer: '/data/3',
    position: 3,
    id: 'data_1',
    index: 2,
    output: 'a',
    outputKind: 'text',
    rawOutput: ' a',
    modelConfigId: 'prv_1',
    finishReason: { raw: 'tool_calls', class: 'tool_call', pointer: '/data/3/finish_reason' },
    toolCalls: [
      {
        pointer: '/data/3/tool_calls/0',
        id: 'call_1',
        name: 'weather',
        argumentsText: '{"city":"Oslo"}',
        argumentsPointer: '/data/3/tool_calls/0/function/arguments',
      },
    ],
    toolResults: [
      {
        pointer: '/data/3/tool_results/0',
        id: 'r',
        name: 'weather',
        result: 'sun',
        resultPointer: '/data/3/tool_results/0/result',
      },
    ],
    hasInputs: true,
    hasMessages: true,
    inputsKey: '{"a":2,"b":1}',
  });
});

test('the output message is asked for tool calls first, the older fields after it', () => {
  const older = { name: 'older', arguments: '{}' };
  const both = { output_message: { role: 'assistant', tool_calls: [call] }, tool_calls: [], tool_call: older };
  expect(read(both).toolCalls.map(({ name }) => name)).toEqual(['weather']);
  expect(read({ tool_call: older, tool_calls: null }).toolCalls).toMatchObject([
    { name: 'older', pointer: '/data/3/tool_call', argumentsPointer: '/data/3/tool_call/arguments' },
  ]);
});

test('arguments that are an object keep their source text', () => {
  const asObject = { ...call, function: { name: 'f', arguments: { a: 1 } } };
  expect(read({ tool_calls: [asObject] }).toolCalls[0]?.argumentsText).toBe('{"a":1}');
});

test('an output is a text, missing, null, or another value with its source text', () => {
  const kind = (value: JsonValue) => {
    const { output, outputKind, otherOutput } = read(value);
    return [outputKind, output ?? otherOutput];
  };
  expect([{}, { output: null }, { output: '' }, { output: 42 }, { output: ['a'] }].map(kind)).toEqual([
    ['missing', undefined],
    ['null', undefined],
    ['text', ''],
    ['other', '42'],
    ['other', '["a"]'],
  ]);
});

test('an index that is not a whole number is none, and null is absent', () => {
  const generation = read({ index: 1.5, finish_reason: null, inputs: {} });
  expect(generation).toMatchObject({
    pointer: '/data/3',
    position: 3,
    outputKind: 'missing',
    toolCalls: [],
    toolResults: [],
    hasInputs: false,
    hasMessages: false,
    inputsKey: '{}',
  });
  const { id, index, output, otherOutput, rawOutput, modelConfigId, finishReason, refusal } = generation;
  const absent = [id, index, output, otherOutput, rawOutput, modelConfigId, finishReason, refusal];
  expect(absent.filter((one) => one !== undefined)).toEqual([]);
});

test('whatever stands there is read without failing', () => {
  const keys = ['id', 'index', 'output', 'raw_output', 'inputs', 'messages', 'tool_calls', 'tool_call', 'tool_results'];
  const value = fc.oneof(
    fc.jsonValue({ maxDepth: 3 }),
    fc.dictionary(fc.constantFrom(...keys, 'output_message', 'finish_reason'), fc.jsonValue({ maxDepth: 3 })),
  );
  fc.assert(fc.property(value, (any) => read(any as JsonValue).position === 3));
});

test('equal values have one canonical text, whatever their order and spelling', () => {
  const text = (value: JsonValue): string => canonicalText(valueCursor(value, pointerOf()));
  expect(text({ b: [1, 'x', null], a: { d: true, c: 1.5 } })).toBe('{"a":{"c":1.5,"d":true},"b":[1,"x",null]}');
  expect(text(['ab', 'c'])).not.toBe(text(['a', 'bc']));
});
