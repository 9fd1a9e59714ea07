// Events of streams that stand behind the prefixes of a log, or that Python printed one by one.

import { expect, test } from 'vitest';
import { textOf, utf8 } from '../../e2e/fixtures/readForms.ts';
import { takeIn } from './pipeline.ts';

const chunk = (id: string, content: string, finish: string | null = null) => ({
  id,
  object: 'chat.completion.chunk',
  choices: [{ index: 0, delta: content === '' ? {} : { content }, finish_reason: finish }],
});
const green = [chunk('a', 'Green'), chunk('a', ' tea'), chunk('a', '', 'stop')];
const black = [chunk('b', 'Black'), chunk('b', '', 'length')];

async function taken(text: string) {
  const found = await takeIn(utf8(text));
  if (found === undefined || found.isRefused) throw new Error(`not read: ${JSON.stringify(found)}`);
  const value = JSON.parse(textOf(found.bytes)) as { provider_responses: unknown[] };
  return { ...found, lists: value.provider_responses };
}

const logged = (events: readonly unknown[], prefix = '2026-03-01 10:00:00 INFO httpx: data: ') =>
  `${events.map((event) => prefix + JSON.stringify(event)).join('\n')}\n`;

test('the events of a stream behind the prefixes of a log are one response', async () => {
  const text = `${logged(green)}2026-03-01 10:00:00 INFO httpx: data: [DONE]\n`;
  const { lists, form, notes, entries, map, bytes } = await taken(text);
  expect(lists).toEqual([green]);
  expect([form, entries]).toEqual(['Log lines, stream', undefined]);
  expect(notes).toContain('3 values are events of one stream, and read as that.');
  const at = utf8(textOf(bytes).slice(0, textOf(bytes).indexOf('" tea"'))).length;
  const { from, to } = map.toOrigin(at, at + 6);
  expect(text.slice(from, to)).toBe('" tea"');
});

test('a prefix in brackets is no list, and streams side by side are told apart by their ids', async () => {
  const [one, two, three] = green;
  const mixed = [one, black[0], two, three, black[1]];
  const { lists, form, notes } = await taken(logged(mixed, '[10:00:01] DEBUG: '));
  expect(lists).toEqual([green, black]);
  expect(form).toBe('Log lines, 2 streams, 2 responses');
  expect(notes).toContain('5 values are events of 2 streams, told apart by `id` or by their first event.');
});

test('events without ids of their own follow the first of their stream', async () => {
  const stream = (id: string, text: string) => [
    { type: 'message_start', message: { id, type: 'message', role: 'assistant', content: [] } },
    { type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text } },
    { type: 'message_stop' },
  ];
  const { lists } = await taken(logged([...stream('1', 'Green'), ...stream('2', 'Black')], 'INFO:root:'));
  expect(lists).toEqual([stream('1', 'Green'), stream('2', 'Black')]);
});

test('what Python printed of each chunk is one stream, and so are chunks over several lines', async () => {
  const printed = (content: string, reason: string) =>
    `ChatCompletionChunk(id='a', choices=[Choice(delta=ChoiceDelta(content=${content}), finish_reason=${reason}, index=0)], object='chat.completion.chunk')\n`;
  const python = await taken(printed("'Green'", 'None') + printed('None', "'stop'"));
  expect([python.lists.length, python.form]).toEqual([1, 'Python repr, stream']);
  const pretty = await taken(green.map((one) => `${JSON.stringify(one, null, 2)}\n`).join(''));
  expect(pretty.lists).toEqual([green]);
});

test('whole answers stay responses of their own', async () => {
  const whole = (content: string) => ({
    id: 'a',
    choices: [{ index: 0, message: { content }, finish_reason: 'stop' }],
  });
  expect((await taken(logged([whole('Green'), whole('Black')]))).entries).toHaveLength(2);
});
