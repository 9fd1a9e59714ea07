import { readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { backTo, checkParts, readAs, textOf, utf8 } from '../../e2e/fixtures/readForms.ts';
import { dechunked } from './chunkedBody.ts';
import { http } from './http.ts';

const folder = new URL('../../e2e/fixtures/forms/http/', import.meta.url);
const sample = (name: string) => new Uint8Array(readFileSync(new URL(name, folder)));
const samples = readdirSync(folder).filter((name) => /\.(?:txt|bin)$/.test(name));

async function readSample(name: string) {
  const bytes = sample(name);
  const reading = await readAs(http, bytes);
  if (!reading || 'isRefused' in reading) throw new Error(`${name} was not read`);
  return { bytes, reading };
}

const bodyTexts = [
  'Green tea, "steeped" at 70 °C.\nTwo minutes.',
  "It's black tea – four minutes.",
  'Oolong 🍵 > white tea',
];

describe('what curl, wget and HTTPie print', () => {
  it.each(samples)('%s: no value of a header is left, and every byte has its place', async (name) => {
    const { bytes, reading } = await readSample(name);
    checkParts(bytes, reading.parts);
    const shown = Uint8Array.from(bytes);
    for (const { from, to } of reading.hidden ?? []) shown.fill(0x2a, from, to);
    for (const text of [textOf(shown), ...reading.parts.map((part) => textOf(part.bytes))]) {
      expect(text).not.toMatch(/sk-invented|invented-cookie|invented-org/);
    }
  });

  it.each(samples.filter((name) => !/stream|refused|gzip/.test(name)))('%s: the body is the answer', async (name) => {
    const { reading } = await readSample(name);
    expect(reading.parts.length).toBe(name === 'curl-i-two.txt' ? 2 : 1);
    for (const { bytes } of reading.parts) {
      const { choices } = JSON.parse(textOf(bytes)) as { choices: { message: { content: string } }[] };
      expect(choices.map(({ message }) => message.content)).toEqual(bodyTexts);
    }
  });

  it('leaves a stream to be read on', async () => {
    for (const name of ['curl-i-stream.txt', 'curl-v-stream.txt']) {
      const [part] = (await readSample(name)).reading.parts;
      expect(
        textOf(part?.bytes ?? new Uint8Array())
          .trim()
          .split('\n\n'),
      ).toHaveLength(9);
    }
  });

  it('leaves a packed body as it is', async () => {
    const [part] = (await readSample('curl-i-gzip.bin')).reading.parts;
    expect(JSON.parse(gunzipSync(part?.bytes ?? new Uint8Array()).toString())).toHaveProperty('choices');
  });

  it('says what a status means that is no success', async () => {
    for (const name of ['curl-i-refused.txt', 'httpie-v-refused.txt']) {
      const { reading } = await readSample(name);
      expect(reading.facts).toContain('status 429');
      expect(reading.notes.join(' ')).toContain('Wait as long as retry-after says');
    }
  });

  it('takes the body of the request with its answer, and its address as the name', async () => {
    const { bytes, reading } = await readSample('httpie-v.txt');
    const [part] = reading.parts;
    expect(part?.name).toBe('POST /v1/chat/completions');
    expect(JSON.parse(textOf(part?.request?.bytes ?? new Uint8Array()))).toMatchObject({ temperature: 0.7, n: 3 });
    expect(part?.isSensitive).toBe(true);
    expect(backTo(bytes, part, '"chatcmpl-invented1"')).toBe('"chatcmpl-invented1"');
  });

  it('drops what curl says behind a body in the same line', async () => {
    const text = `${textOf(sample('curl-v.txt')).replace(/\* Connection #0.*\n/, '')}* Connection #0 to host localhost left intact`;
    const reading = await readAs(http, utf8(text));
    expect(reading && !('isRefused' in reading) && textOf(reading.parts[0]?.bytes ?? new Uint8Array()).trim()).toMatch(
      /\}\}$/,
    );
  });

  it('hides a key in the command above', async () => {
    const text = `$ curl -i -H "Authorization: Bearer sk-invented-0123456789" https://example.invalid\n${textOf(sample('curl-i.txt'))}`;
    const reading = await readAs(http, utf8(text));
    const bytes = utf8(text);
    for (const { from, to } of (reading && 'hidden' in reading && reading.hidden) || []) bytes.fill(0x2a, from, to);
    expect(textOf(bytes)).not.toContain('sk-invented');
  });

  it.each(['', '{"a":1}', 'GET started', 'HTTP is a protocol', '> quoted text\n* a list'])(
    'leaves %j alone',
    async (text) => {
      expect(await readAs(http, utf8(text))).toBeUndefined();
    },
  );
});

describe('a body in chunks', () => {
  it.each([
    ['5\r\n{"a":\r\n2\r\n1}\r\n0\r\n\r\n', '{"a":1}'],
    ['5;x=1\n{"a":\n2\n1}\n0\n', '{"a":1}'],
  ])('%j is put together', (text, body) => {
    expect(textOf(dechunked(utf8(text))?.bytes ?? new Uint8Array())).toBe(body);
  });

  it.each(['5\r\n{"a":1}\r\n0\r\n', '{"a":1}', 'ff\r\n{}\r\n0\r\n', '2\r\n{}\r\n'])('%j stays as it is', (text) => {
    expect(dechunked(utf8(text))).toBeUndefined();
  });
});
