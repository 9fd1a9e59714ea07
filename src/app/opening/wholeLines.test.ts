// Which end of a growing file is waited for.

import { expect, test } from 'vitest';
import { wholeLines } from './wholeLines.ts';

async function read(text: string): Promise<string> {
  return await (await wholeLines(new Blob([text]))).text();
}

test.each([
  ['a line that breaks off is waited for', '{"a":1}\n{"a":', '{"a":1}\n'],
  ['also one of many bytes', `{"a":1}\n{"a":"${'é'.repeat(100_000)}`, '{"a":1}\n'],
  ['and one whose character breaks off', '{"a":1}\n{"a":"\ud83d', '{"a":1}\n'],
  ['a last line without an end is whole when it is JSON', '{"a":1}\n{"a":2}', '{"a":1}\n{"a":2}'],
  ['what ends with a line end is whole', '{"a":1}\n{"a":2}\n', '{"a":1}\n{"a":2}\n'],
  ['one line stays as it is', '{"a":', '{"a":'],
  ['JSON over several lines stays as it is', '{\n "a": [\n', '{\n "a": [\n'],
  ['also where its last line breaks off', '{\n "a": [1', '{\n "a": [1'],
  ['other lines stay as they are', 'data: {"a":1}\ndata: {"a', 'data: {"a":1}\ndata: {"a'],
  ['nothing stays nothing', '', ''],
])('%s', async (_name, text, whole) => {
  expect(await read(text)).toBe(whole);
});

test('a last line that is very long stays', async () => {
  const text = `{"a":1}\n{"a":"${'x'.repeat(5_000_000)}`;
  expect(await read(text)).toBe(text);
});
