import { expect, test } from 'vitest';
import { backTo, checkParts, readAs, textsOf, utf8 } from '../../e2e/fixtures/readForms.ts';
import { containerLog } from './containerLog.ts';

const log = (text: string) =>
  text
    .split(/(?<=\n)/)
    .map((line) => `${JSON.stringify({ log: line, stream: 'stdout', time: '2026-03-01T10:00:00Z' })}\n`)
    .join('');

test('a value over several lines is put together from the lines of a container’s log', async () => {
  const text = JSON.stringify({ id: 'é', text: 'a "cup"' }, null, 2);
  const origin = utf8(log(text));
  expect(await textsOf(containerLog, log(text))).toEqual([text]);
  const reading = await readAs(containerLog, origin);
  if (reading === undefined || !('parts' in reading)) throw new Error('not read');
  checkParts(origin, reading.parts);
  expect(backTo(origin, reading.parts[0], '"a \\"cup\\""')).toBe('\\"a \\\\\\"cup\\\\\\"\\"');
  expect(reading.notes[0]).toBe('Read what was printed in 4 lines: `log` of each, one behind the other.');
});

test('other lines of JSON are none of it', async () => {
  expect(await textsOf(containerLog, '{"log":"a","level":1}\n{"log":"b"}\n')).toEqual(['not mine']);
  expect(await textsOf(containerLog, log('words and words\nmore words\n'))).toEqual(['not mine']);
});
