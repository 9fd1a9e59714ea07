import { describe, expect, it } from 'vitest';
import { readEventStream } from './eventStream.ts';
import { readLineStream } from './lineStream.ts';
import { takeIn } from './pipeline.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const madeOf = (stream: { readonly bytes: Uint8Array } | undefined): unknown =>
  stream && JSON.parse(new TextDecoder().decode(stream.bytes));
const lines = ['{"response": "Gr", "done": false}', '{"response":"een","done":true,"eval_count":2.0}'];

describe('readLineStream', () => {
  it('makes one provider response of the lines and copies each byte for byte', async () => {
    const stream = readLineStream(utf8(`\n${lines.join('\r\n')}\n`));
    expect(madeOf(stream)).toEqual({
      provider_responses: [
        [
          { response: 'Gr', done: false },
          { response: 'een', done: true, eval_count: 2 },
        ],
      ],
    });
    expect(stream?.events.map(({ line }) => line)).toEqual([2, 3]);
    expect(stream?.notes).toEqual(['Read as a stream: 2 lines, each one event.']);
    expect(new TextDecoder().decode(stream?.bytes)).toContain('"eval_count":2.0');
    expect(await takeIn(utf8(lines.join('\n')))).toMatchObject({ form: 'NDJSON' });
  });

  it('knows a stream that breaks off within its last line', () => {
    const stream = readLineStream(utf8(`${lines[0]}\n{"response":"ee`));
    expect(stream).toMatchObject({ isCut: true, lastLine: 2 });
    expect(stream?.notes[1]).toBe('Line 2 breaks off and is left out.');
  });

  it.each([
    ['documents that have nothing to do with each other', '{"a":1}\n{"a":2}\n'],
    ['whole answers', '{"response":"a","done":true}\n{"response":"b","done":true}\n'],
    ['one object', '{"response":"a","done":false}\n'],
    ['JSON over several lines', '{\n  "response": "a",\n  "done": false\n}\n'],
    ['a line between that is no object', `${lines[0]}\nno\n${lines[1]}\n`],
  ])('leaves %s alone', (_name, text) => {
    expect(readLineStream(utf8(text))).toBeUndefined();
  });
});

it('a stream of named plain texts keeps names and texts', () => {
  const text = 'event: output\nid: 1\ndata: Green\n\nevent: output\ndata:  {tea}\ndata: \n\nevent: done\ndata: {}\n\n';
  const stream = readEventStream(utf8(text));
  expect(madeOf(stream)).toEqual({
    provider_responses: [
      [
        { event: 'output', data: 'Green' },
        { event: 'output', data: ' {tea}\n' },
        { event: 'done', data: '{}' },
      ],
    ],
  });
  expect(stream?.notes[0]).toContain('3 events of plain text');
});
