import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Read } from './form.ts';
import { lines } from './lines.ts';
import { takeIn } from './pipeline.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

function read(text: string | Uint8Array<ArrayBuffer>): Read | undefined {
  const bytes = typeof text === 'string' ? encoder.encode(text) : text;
  const head = { bytes, text: decoder.decode(bytes.subarray(0, 65_536)), isWhole: true };
  return lines.looksLike(head) ? (lines.read(bytes) as Read | undefined) : undefined;
}

function partsOf(text: string): readonly string[] {
  return (read(text)?.parts ?? []).map(({ name, bytes }) => `${name}: ${decoder.decode(bytes)}`);
}

const chat = (text: string) => `{"choices": [{"message": {"content": ${JSON.stringify(text)}}}]}`;

describe('lines', () => {
  it('is a part a line, whatever stands between', () => {
    const text = `\uFEFF\n${chat('a\nb')}\r\n\r\n  ${chat('[{')}  \n${chat('c')}`;
    expect(partsOf(text)).toEqual([`line 2: ${chat('a\nb')}`, `line 4: ${chat('[{')}`, `line 5: ${chat('c')}`]);
    expect(read(text)).toMatchObject({ form: 'JSONL', facts: ['3 lines'], notes: [] });
  });

  it.each([
    [
      'the last breaks off',
      `${chat('a')}\n${chat('b')}\n{"choices": [{"mess`,
      'Line 3 is no whole JSON and left out; the text breaks off there.',
    ],
    [
      'one in the middle is something else',
      `${chat('a')}\nRetrying\n${chat('b')}\n`,
      'Line 2 is no whole JSON and left out.',
    ],
    ['the first breaks off', `{"choices": [{\n${chat('a')}\n${chat('b')}\n`, 'Line 1 is no whole JSON and left out.'],
  ])('leaves out what is broken and says so: %s', (_name, text, note) => {
    expect(read(text)).toMatchObject({ form: 'JSONL', facts: ['2 lines'], notes: [note] });
  });

  it('takes documents behind each other, over several lines, and after record separators', () => {
    const pretty = JSON.stringify(JSON.parse(chat('a')), null, 2);
    expect(read(`${pretty}\n${pretty}${pretty}`)).toMatchObject({
      form: 'JSON documents behind each other',
      facts: ['3 documents'],
      parts: [{ name: 'line 1' }, { name: 'line 10' }, { name: 'line 18' }],
    });
    expect(read(`\u001e${chat('a')}\n\u001e${pretty}\n`)).toMatchObject({
      form: 'JSON text sequence',
      facts: ['2 documents'],
    });
    expect(read(`${pretty}${pretty}{"choices"`)).toMatchObject({
      notes: ['What stands at line 17 is no whole JSON and left out; the text breaks off there.'],
    });
  });

  it.each([['{"a": 1}'], ['{"a": 1} and more\nand more\n'], ['{"a"'], ['text\n{"a": 1}\n{"a": 2}'], ['']])(
    '%j is none',
    (text) => {
      expect(read(text)).toBeUndefined();
    },
  );
});

describe('a list', () => {
  it.each([
    ['responses', '{"data": [], "provider_responses": []}'],
    ['bodies', chat('a')],
    ['messages', '{"type": "message", "content": [], "stop_reason": "end_turn"}'],
    ['whole answers of Gemini', '{"candidates": [{"content": {}, "finishReason": "STOP"}]}'],
    ['completions', '{"choices": [{"text": "a", "finish_reason": "stop"}]}'],
  ])('of %s is a part an item', (_name, item) => {
    expect(read(`[${item}, ${item},\n${item}]`)).toMatchObject({
      form: 'list of responses',
      parts: [{ name: 'item 1' }, {}, { name: 'item 3' }],
    });
  });

  it.each([
    ['chunks', '{"object": "chat.completion.chunk", "choices": [{"delta": {}}]}'],
    [
      'pieces of one answer',
      '{"id": "a", "object": "text_completion", "choices": [{"text": "a", "finish_reason": null}]}',
    ],
    ['pieces of Gemini', '{"candidates": [{"content": {}}]}'],
    ['events', '{"type": "content_block_delta", "delta": {}}'],
    ['generations', '{"id": "data_1", "index": 0, "output": "a", "raw_output": "a"}'],
    ['anything', '{"a": 1}'],
    ['numbers', '1'],
  ])('of %s is none', (_name, item) => {
    expect(read(`[${item}, ${item}]`)).toBeUndefined();
  });

  it('stays with what else reads a single one', () => {
    expect(read(`[${chat('a')}]`)).toBeUndefined();
  });
});

test('any documents, however they are written, are the parts, each where it stands', () => {
  const document = fc.oneof(
    fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 4 }),
    fc.array(fc.jsonValue(), { maxLength: 4 }),
  );
  const written = fc.tuple(
    fc.array(document, { minLength: 2, maxLength: 8 }),
    fc.constantFrom('\n', '\r\n', '\n\n', ' \n\t'),
    fc.boolean(),
  );
  fc.assert(
    fc.property(written, ([documents, between, isPretty]) => {
      const texts = documents.map((one) => JSON.stringify(one, null, isPretty ? 1 : 0));
      const bytes = encoder.encode(texts.join(between));
      const parts = read(bytes)?.parts ?? [];
      expect(parts.map((part) => decoder.decode(part.bytes))).toEqual(texts);
      for (const { map, bytes: own } of parts) {
        const range = map?.toOrigin(0, own.length);
        expect(decoder.decode(bytes.subarray(range?.from, range?.to))).toBe(decoder.decode(own));
      }
    }),
    { numRuns: 500 },
  );
});

test('lines that are one answer are a stream, lines of their own are not', async () => {
  const stream = '{"model": "a", "response": "On", "done": false}\n{"model": "a", "response": "e", "done": true}\n';
  expect(await takeIn(encoder.encode(stream))).toMatchObject({ form: 'NDJSON' });
  expect(await takeIn(encoder.encode(`${chat('a')}\n${chat('b')}\n`))).toMatchObject({
    form: 'JSONL, 2 lines, 2 responses',
  });
});
