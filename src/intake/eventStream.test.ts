import { describe, expect, it } from 'vitest';
import { looksLikeEventStream, readEventStream } from './eventStream.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => {
  const stream = readEventStream(utf8(text));
  if (!stream) throw new Error('Not read as a stream');
  const made = new TextDecoder().decode(stream.bytes);
  const texts = stream.events.map(({ from, to }) => new TextDecoder().decode(stream.bytes.subarray(from, to)));
  return { ...stream, made, texts, value: JSON.parse(made) as unknown };
};

describe('readEventStream', () => {
  it('makes one provider response of the events and copies each byte for byte', () => {
    const { texts, value, events } = read('data: {"a": 1.0}\n\ndata:{"b":"\\u00e9 é"}  \n\ndata: [DONE]\n\n');
    expect(texts).toEqual(['{"a": 1.0}', '{"b":"\\u00e9 é"}  ']);
    expect(value).toEqual({ provider_responses: [[{ a: 1 }, { b: 'é é' }]] });
    expect(events.map(({ line }) => line)).toEqual([1, 3]);
  });

  it.each([
    ['LF', '\n'],
    ['CR LF', '\r\n'],
    ['CR', '\r'],
  ])('counts lines that end in %s', (_name, end) => {
    const text = ['event: one', 'data: {"a":1}', '', ': still there', 'data: {"b":2}', '', ''].join(end);
    const { events, lastLine } = read(text);
    expect(events.map(({ line }) => line)).toEqual([2, 5]);
    expect(lastLine).toBe(5);
  });

  it('joins the data lines of one event with a line feed and takes off one space only', () => {
    const { texts } = read('data: {"a":\ndata:  1}\n\n');
    expect(texts).toEqual(['{"a":\n 1}']);
  });

  it('starts after a byte order mark and ends without an empty line', () => {
    expect(read('\ufeffdata: {"a":1}').texts).toEqual(['{"a":1}']);
  });

  it('says what was left out', () => {
    const { notes, isDone } = read(
      'id: 7\nevent: x\n: hello\nretry: 10\nodd\ndata: {}\n\ndata: hello\n\ndata: [DONE]\n',
    );
    expect(isDone).toBe(true);
    expect(notes).toEqual([
      'Read as a stream: 1 event.',
      '1 event is no JSON object and left out: line 8.',
      'Left out: [DONE], 1 event name, 1 id, 1 comment, 1 line of no known field.',
    ]);
  });

  it('reads each line as an event where the empty lines between events were lost', () => {
    const { texts, notes, isDone } = read('data: {"a":1}\ndata: {"b":2}\ndata: [DONE]\n');
    expect(texts).toEqual(['{"a":1}', '{"b":2}']);
    expect(isDone).toBe(true);
    expect(notes[1]).toContain('not separated by empty lines');
  });

  it('knows a stream that breaks off within its last event', () => {
    const cut = read('data: {"a":1}\n\ndata: {"b":"half');
    expect(cut).toMatchObject({ isCut: true, isDone: false, lastLine: 3 });
    expect(cut.texts).toEqual(['{"a":1}']);
    expect(read('data: {"b":"half\n\ndata: {"a":1}\n\n').isCut).toBe(false);
  });

  it('keeps __proto__ and repeated keys as they were sent', () => {
    expect(read('data: {"__proto__":1,"a":1,"a":2}\n\n').texts).toEqual(['{"__proto__":1,"a":1,"a":2}']);
  });

  it.each([
    ['a stream of plain text', 'data: hello\n\ndata: you\n\n'],
    ['the tree of developer tools', 'data: Array(1)\n0: {id: 1}'],
    ['JSON', '{"data": []}'],
    ['YAML of another kind', 'database: {"a":1}'],
  ])('leaves %s alone', (_name, text) => {
    expect(readEventStream(utf8(text))).toBeUndefined();
  });

  it('decides on the start', () => {
    expect(looksLikeEventStream(utf8(`\n\n: ping\n`))).toBe(true);
    expect(looksLikeEventStream(utf8('{"a":1}\ndata: {}'))).toBe(false);
  });

  it("joins the pieces of the platform's own stream by id and index", () => {
    const piece = (index: number, output: string, reason: string | null) =>
      `data: ${JSON.stringify({
        id: 'log_1',
        data: [{ id: `d${index}`, index, output, raw_output: output, finish_reason: reason }],
        provider_responses: [{ choices: [{ index, delta: { content: output } }] }],
      })}\n\n`;
    const { value, isJoined, notes } = read(
      piece(0, 'Gre', null) + piece(1, 'Bl', null) + piece(0, 'en \u00e9"', 'stop') + piece(1, 'ack', null),
    );
    expect(isJoined).toBe(true);
    expect(notes[0]).toBe('Read as a stream: 4 events, joined by generation.');
    expect(value).toMatchObject({
      id: 'log_1',
      data: [
        { id: 'd0', index: 0, output: 'Green é"', raw_output: 'Green é"', finish_reason: 'stop' },
        { id: 'd1', index: 1, output: 'Black', finish_reason: null },
      ],
      provider_responses: [[{ choices: [{ index: 0 }] }, {}, {}, {}]],
    });
  });
});
