import { expect, test } from 'vitest';
import { valueCursor } from '../../json/cursor.ts';
import { rootPointer } from '../../json/pointer.ts';
import type { JsonValue } from '../../json/value.ts';
import { generationPrompt, requestPrompt } from './promptText.ts';

const request = (value: JsonValue) => requestPrompt(valueCursor(value, rootPointer));
const generation = (value: JsonValue) => generationPrompt(valueCursor(value, rootPointer));

test('the words of a prompt are those of the last message that a person wrote, with its place', () => {
  expect(
    request({
      model: 'tea-1',
      messages: [
        { role: 'system', content: 'Be brief.' },
        { role: 'user', content: 'Name a\n tea.' },
        { role: 'assistant', content: 'Well' },
      ],
    }),
  ).toMatchObject({ text: 'Name a tea.', place: '/messages/1/content' });
  expect(request({ contents: [{ parts: [{ text: 'Name' }, { text: 'a tea.' }] }] })).toMatchObject({
    text: 'Name a tea.',
  });
  expect(request({ prompt: 'Name a tea.', temperature: 1 })).toMatchObject({ text: 'Name a tea.', place: '/prompt' });
  expect(
    request({ system: 'Be brief.', input: [{ role: 'user', content: [{ type: 'input_text', text: 'Tea?' }] }] }),
  ).toMatchObject({ text: 'Tea?' });
});

test('how it was asked is no part of a prompt', () => {
  expect(request({ model: 'tea-1', temperature: 1 })).toBeUndefined();
  expect(request({ prompt: 'x', temperature: 1 })?.parts.map(({ pointer }) => pointer)).toEqual(['/prompt']);
});

test('a generation keeps its messages, or what was put into the template', () => {
  expect(generation({ inputs: { kind: 'tea', count: 3 } })).toMatchObject({
    text: 'kind: tea count: 3',
    isOfInputs: true,
  });
  expect(generation({ inputs: {}, output: 'x' })).toBeUndefined();
  expect(generation({ messages: [{ role: 'user', content: 'Tea?' }], inputs: { a: 1 } })).toMatchObject({
    text: 'Tea?',
    isOfInputs: false,
  });
});

test('a long one is cut, which shows', () => {
  expect(request({ prompt: 'tea '.repeat(100) })?.text).toMatch(/^tea .{190,194} …$/);
});
