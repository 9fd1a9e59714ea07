import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { originsText } from './origins.ts';
import { takeIn } from './pipeline.ts';

const encoder = new TextEncoder();

const utf8 = (text: string) => new TextEncoder().encode(text);

async function taken(text: string) {
  const found = await takeIn(utf8(text));
  if (found === undefined || found.isRefused) throw new Error('Not taken');
  const made = new TextDecoder().decode(found.bytes);
  const source = originsText(found.origins);
  const back = (part: string) => {
    const before = utf8(made.slice(0, made.indexOf(part))).length;
    const { from, to } = found.map.toOrigin(before, before + utf8(part).length);
    return new TextDecoder().decode(source.subarray(from, to));
  };
  return { ...found, made, back };
}

test('a stream is JSON of its events, each with the way back to where it was sent', async () => {
  const text =
    'data: {"choices":[{"delta":{"content":"é"}}]}\n\ndata: {"choices":[{"delta":{"content":"x"}}]}\n\ndata: [DONE]\n';
  const { form, stream, back, entries } = await taken(text);
  expect(form).toBe('SSE');
  expect(stream).toMatchObject({ isDone: true, isJoined: false });
  expect(entries).toBeUndefined();
  expect(back('"é"')).toBe('"é"');
  expect(back('{"content":"x"}')).toBe('{"content":"x"}');
});

test.each([['{"a": 1}'], ['plain words'], [''], ['[1, 2']])('%j is of no form', async (text) => {
  expect(await takeIn(utf8(text))).toBeUndefined();
});

test('responses whose choices are no rows beside generations of others are said', async () => {
  const response =
    '{"data":[{"id":"g","index":0,"output":"a","raw_output":"a","inputs":{},"model_config_id":"c"}],"provider_responses":[]}';
  const body = '{"object":"chat.completion","choices":[{"index":0,"message":{"content":"b"}}]}';
  const mixed = await taken(`${response}\n${body}\n`);
  expect(mixed.entries?.map(({ hasData }) => hasData)).toEqual([true, false]);
  expect(mixed.notes.join(' ')).toContain('1 response of 2 has no list of generations, unlike the others');
  expect((await taken(`${body}\n${body}\n`)).notes.join(' ')).not.toContain('no list of generations, unlike');
});

test('where a stream ends is told of a single response and of none among several', async () => {
  const stream = 'data: {"choices":[{"index":0,"delta":{"content":"x"}}]}\n\n';
  const fenced = `\`\`\`\n${stream}\`\`\`\n`;
  expect((await taken(fenced)).stream).toMatchObject({ isDone: false });
  const several = await taken(`${fenced}\nthen\n\n${fenced}`);
  expect(several.entries).toHaveLength(2);
  expect(several.stream).toBeUndefined();
});

test('a refusal of what stands inside has its place in what was brought, and none where that was unpacked', async () => {
  const python = `{'data': [{'output': None, 'raw_output': True, 'id' 'a'}]}`;
  const fenced = `Look:\n\n\`\`\`python\n${python}\n\`\`\`\n`;
  const byte = python.indexOf('}]}');
  expect(await takeIn(encoder.encode(python))).toMatchObject({ isRefused: true, byte });
  expect(await takeIn(encoder.encode(fenced))).toMatchObject({ isRefused: true, byte: fenced.indexOf(python) + byte });
  const packed = await takeIn(new Uint8Array(gzipSync(`${' '.repeat(5000)}${python}`)));
  expect(packed).toMatchObject({ isRefused: true });
  expect(packed).not.toHaveProperty('byte');
});
