import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { compose } from './compose.ts';
import type { Read } from './form.ts';
import { lines } from './lines.ts';
import { takeIn } from './pipeline.ts';
import { readRoot } from './roots.ts';
import { singles } from './several.ts';
import { sameMap } from './sourceMap.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Parts that stand for several are read one by one. */
async function read(text: string | Uint8Array<ArrayBuffer>): Promise<Read | undefined> {
  const bytes = typeof text === 'string' ? encoder.encode(text) : text;
  const head = { bytes, text: decoder.decode(bytes.subarray(0, 65_536)), isWhole: true };
  const found = lines.looksLike(head) ? ((await lines.read(bytes)) as Read | undefined) : undefined;
  return found && { ...found, parts: found.parts.flatMap(singles) };
}

async function partsOf(text: string): Promise<readonly string[]> {
  return ((await read(text))?.parts ?? []).map(({ name, bytes }) => `${name}: ${decoder.decode(bytes)}`);
}

const chat = (text: string) => `{"choices": [{"message": {"content": ${JSON.stringify(text)}}}]}`;

const asBody = expect.stringMatching(/^Read as a provider response by itself \(OpenAI chat\)/);

describe('lines', () => {
  it('is a part a line, whatever stands between', async () => {
    const text = `\uFEFF\n${chat('a\nb')}\r\n\r\n  ${chat('[{')}  \n${chat('c')}`;
    expect(await partsOf(text)).toEqual([`line 2: ${chat('a\nb')}`, `line 4: ${chat('[{')}`, `line 5: ${chat('c')}`]);
    expect(await read(text)).toMatchObject({ form: 'JSONL', facts: ['3 lines'], notes: [asBody] });
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
  ])('leaves out what is broken and says so: %s', async (_name, text, note) => {
    expect(await read(text)).toMatchObject({ form: 'JSONL', facts: ['2 lines'], notes: [note, asBody] });
  });

  it('takes documents behind each other, over several lines, and after record separators', async () => {
    const pretty = JSON.stringify(JSON.parse(chat('a')), null, 2);
    expect(await read(`${pretty}\n${pretty}${pretty}`)).toMatchObject({
      form: 'JSON documents behind each other',
      facts: ['3 documents'],
      parts: [{ name: 'line 1' }, { name: 'line 10' }, { name: 'line 18' }],
    });
    expect(await read(`\u001e${chat('a')}\n\u001e${pretty}\n`)).toMatchObject({
      form: 'JSON text sequence',
      facts: ['2 documents'],
    });
    expect(await read(`${pretty}${pretty}{"choices"`)).toMatchObject({
      notes: ['What stands at line 17 is no whole JSON and left out; the text breaks off there.', asBody],
    });
  });

  it.each([['{"a": 1}'], ['{"a": 1} and more\nand more\n'], ['{"a"'], ['text\n{"a": 1}\n{"a": 2}'], ['']])(
    '%j is none',
    async (text) => {
      expect(await read(text)).toBeUndefined();
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
  ])('of %s is a part an item', async (_name, item) => {
    expect(await read(`[${item}, ${item},\n${item}]`)).toMatchObject({
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
  ])('of %s is none', async (_name, item) => {
    expect(await read(`[${item}, ${item}]`)).toBeUndefined();
  });

  it('stays with what else reads a single one', async () => {
    expect(await read(`[${chat('a')}]`)).toBeUndefined();
  });
});

test('records of which none holds an answer are refused by what they are', async () => {
  const bytes = encoder.encode('{"inputs": {}, "outputs": {"a": 1}}\n{"inputs": {}, "outputs": {"a": 2}}\n');
  expect(await lines.read(bytes)).toMatchObject({
    title: 'These are 2 lines of JSON, and none of them holds a response',
    detail: 'The first has the keys `inputs`, `outputs`.',
  });
});

test('any documents, however they are written, are the parts, each where it stands', async () => {
  const document = fc.oneof(
    fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 4 }),
    fc.array(fc.jsonValue(), { maxLength: 4 }),
  );
  const written = fc.tuple(
    fc.array(document, { minLength: 2, maxLength: 8 }),
    fc.constantFrom('\n', '\r\n', '\n\n', ' \n\t'),
    fc.boolean(),
  );
  await fc.assert(
    fc.asyncProperty(written, async ([documents, between, isPretty]) => {
      // Records alone, of which none is an answer, would be refused.
      const texts = [[], ...documents].map((one) => JSON.stringify(one, null, isPretty ? 1 : 0));
      const bytes = encoder.encode(texts.join(between));
      const parts = (await read(bytes))?.parts ?? [];
      expect(parts.map((part) => decoder.decode(part.bytes))).toEqual(texts);
      for (const { map, bytes: own } of parts) {
        const range = map?.toOrigin(0, own.length);
        expect(decoder.decode(bytes.subarray(range?.from, range?.to))).toBe(decoder.decode(own));
      }
    }),
    { numRuns: 500 },
  );
});

test('lines that are read together are composed as each by itself, and lead back to the same places', async () => {
  const generation = fc.record({ output: fc.string(), index: fc.nat() });
  const members = fc.record(
    {
      id: fc.string(),
      data: fc.oneof(fc.array(generation, { maxLength: 3 }), fc.constant(null)),
      usage: fc.jsonValue(),
      provider_responses: fc.array(fc.jsonValue(), { maxLength: 2 }),
      'd\u00e4ta': fc.jsonValue(),
    },
    { requiredKeys: [] },
  );
  const line = fc.tuple(
    fc.oneof(
      members,
      fc.string().map((text) => JSON.parse(chat(text))),
    ),
    fc.boolean(),
  );
  let together = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: 2, maxLength: 8 }), async (drawn) => {
      // Without any answer all lines would be refused.
      const written: typeof drawn = [...drawn, [JSON.parse(chat('last')), false]];
      // A broken line and one with equal keys in between.
      const texts = written.map(([value, isOdd]) =>
        isOdd
          ? JSON.stringify(value, null, 1).replaceAll('\n', ' ').replace('{', '{"data": 1,')
          : JSON.stringify(value),
      );
      const bytes = encoder.encode(`${texts.join('\n')}\n`);
      const found = (await lines.read(bytes)) as Read;
      const wordsOf = (name: string) => ({ name, form: '' });
      const fast = found.parts.map((part) => {
        const { several, map = sameMap(0) } = part;
        if (several === undefined) return { bytes: part.bytes, map, ...wordsOf(part.name ?? '') };
        together++;
        return {
          roots: several.roots,
          textOf: () => ({ bytes: part.bytes, map }),
          wordsOf: (at: number) => wordsOf(several.partOf(at).name ?? ''),
          size: part.bytes.length,
        };
      });
      const slow = found.parts.flatMap((part) =>
        singles(part).map((one, at) => {
          const placed = { bytes: one.bytes, map: one.map ?? sameMap(0), ...wordsOf(one.name ?? '') };
          if (part.several?.formOf?.(at) === undefined) return placed;
          const body = readRoot(one.bytes)?.parts[0];
          return body?.map ? { ...placed, bytes: body.bytes, map: placed.map.under(body.map) } : placed;
        }),
      );
      const [own, other] = [compose(fast), compose(slow)];
      expect(JSON.parse(decoder.decode(own.bytes))).toEqual(JSON.parse(decoder.decode(other.bytes)));
      expect(own.entries).toEqual(other.entries);
      expect(decoder.decode(own.bytes)).toBe(decoder.decode(other.bytes));
      const placesOf = ({ map, bytes: made }: typeof own) =>
        Array.from({ length: made.length }, (_, at) => Object.values(map.toOrigin(at, at + 1)))
          .flat()
          .join();
      expect(placesOf(own)).toBe(placesOf(other));
    }),
    { numRuns: 300 },
  );
  expect(together).toBeGreaterThan(100);
});

test('one broken line among many leaves the others together', async () => {
  const texts = Array.from({ length: 400 }, (_, at) => chat(`answer ${at} ${'x'.repeat(at)}`));
  texts[57] = '{"choices": [}';
  texts[300] = '{"a": 1}, {"b": 2}';
  const { parts } = (await lines.read(encoder.encode(texts.join('\n')))) as Read;
  expect(parts.map(({ several, name }) => several?.roots.count ?? name)).toEqual([57, 'line 58', 242, 'line 301', 99]);
});

test('lines that are one answer are a stream, lines of their own are not', async () => {
  const stream = '{"model": "a", "response": "On", "done": false}\n{"model": "a", "response": "e", "done": true}\n';
  expect(await takeIn(encoder.encode(stream))).toMatchObject({ form: 'NDJSON' });
  expect(await takeIn(encoder.encode(`${chat('a')}\n${chat('b')}\n`))).toMatchObject({
    form: 'JSONL, 2 lines, 2 responses',
  });
});
