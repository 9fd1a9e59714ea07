import { expect, test } from 'vitest';
import { valueCursor } from '../json/cursor.ts';
import { pointerOf } from '../json/pointer.ts';
import type { JsonValue } from '../json/value.ts';
import { readGeneration } from './generation.ts';
import { saidText } from './said.ts';

const said = (generation: JsonValue) => saidText(readGeneration(valueCursor(generation, pointerOf('data', 0)), 0));
const weather = (argumentsText: string) => ({ function: { name: 'weather', arguments: argumentsText } });

test('what is said begins with the output, and is the output where nothing follows', () => {
  expect(said({ output: ' Tea.\n' })).toBe(' Tea.\n');
  expect(said({})).toBe('');
  expect(said({ output: null, tool_calls: [] })).toBe('');
});

test('tool calls and a refusal follow, an argument a line, in whatever order their keys are written', () => {
  const one = { output: 'Let me see.', tool_calls: [weather('{"city":"Paris","days":2}'), weather('{}')] };
  expect(said(one)).toBe('Let me see.\nweather(\n  city: "Paris",\n  days: 2,\n)\nweather()');
  expect(said({ output: '', tool_calls: [weather('{ "days":2, "city":"Paris" }')] })).toBe(
    'weather(\n  city: "Paris",\n  days: 2,\n)',
  );
  expect(said({ output: '', output_message: { content: '', refusal: 'I cannot.' } })).toBe('I cannot.');
  expect(said({ output: 'No.', refusal: '', output_message: { refusal: null } })).toBe('No.');
});
