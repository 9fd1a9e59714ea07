import { readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backTo, checkParts, readAs, textOf, textsOf, utf8 } from '../../e2e/fixtures/readForms.ts';
import { cassette } from './cassette.ts';
import { recordedJson } from './recordedJson.ts';

const folder = new URL('../../e2e/fixtures/forms/cassettes/', import.meta.url);
const samples = readdirSync(folder).filter((name) => /\.(?:ya?ml|json)$/.test(name));
const sample = (name: string) => new Uint8Array(readFileSync(new URL(name, folder)));

async function readSample(name: string) {
  const bytes = sample(name);
  const reading = (await readAs(cassette, bytes)) ?? (await readAs(recordedJson, bytes));
  if (!reading || 'isRefused' in reading) throw new Error(`${name} was not read`);
  return { bytes, reading };
}

describe('cassettes', () => {
  it.each(samples)('%s: answers and requests are whole, no header is left', async (name) => {
    const { bytes, reading } = await readSample(name);
    checkParts(bytes, reading.parts);
    expect(reading.parts.length).toBeGreaterThan(0);
    for (const { bytes: body, request } of reading.parts) {
      if (request)
        expect(JSON.parse(textOf(request.bytes))).toMatchObject({
          temperature: 0.7,
          messages: [{ content: 'Which tea?' }],
        });
      const text = body[0] === 0x1f ? gunzipSync(body).toString() : textOf(body);
      if (text.startsWith('data:')) expect(text.match(/"content":"[^"]+"/g)).toHaveLength(4);
      else expect(text).toMatch(/Green tea.*black tea.*(?:Oolong|white)/s);
    }
    const shown = Uint8Array.from(bytes);
    for (const { from, to } of reading.hidden ?? []) shown.fill(0x2a, from, to);
    expect(textOf(shown)).not.toMatch(/sk-invented|invented-cookie/);
  });

  it('gives texts exactly, with their characters in the file', async () => {
    const { bytes, reading } = await readSample('vcrpy.yaml');
    const contents = reading.parts.map((part) =>
      (JSON.parse(textOf(part.bytes)) as { choices: { message: { content: string } }[] }).choices.map(
        ({ message }) => message.content,
      ),
    );
    const texts = [
      'Green tea, "steeped" at 70 °C.\nTwo minutes.',
      "It's black tea – four minutes.",
      'Oolong 🍵 > white tea',
    ];
    expect(contents).toEqual([texts, texts]);
    expect(backTo(bytes, reading.parts[0], '🍵')).toBe('\\U0001F375');
    expect(reading.grouping).toContain('same request body');
    expect(reading.parts.map(({ name }) => name)).toEqual(['POST /v1/chat/completions', 'POST /pretty']);
  });

  it.each([
    ['a literal block', 'string: |\n        {"a":\n          1}\n', '{"a":\n  1}\n'],
    ['a literal block without its last break', 'string: |-\n        {"a":\n        1}\n\n', '{"a":\n1}'],
    ['a folded block', 'string: >\n        {"a":\n        1,\n\n        "b": 2}\n', '{"a": 1,\n"b": 2}\n'],
    ['single quotes', 'string: \'{"a": "it\'\'s",\n        "b": 1}\'\n', '{"a": "it\'s", "b": 1}'],
    ['double quotes', 'string: "{\\"a\\": \\"\\xe9\\\n        \\ x\\"}"\n', '{"a": "é x"}'],
    ['base64', 'string: !!binary |\n        eyJhIjox\n        fQ==\n', '{"a":1}'],
    ['an alias', 'string: *body\n', '{"b": 2}'],
  ])('reads %s', async (_name, body, text) => {
    const yaml = `x: &body '{"b": 2}'\ninteractions:\n- request: {method: POST}\n  response:\n    body:\n      ${body}    status: {code: 200}\n`;
    expect(await textsOf(cassette, yaml)).toEqual([text]);
  });

  it('refuses a tag that would make something, with its place', async () => {
    const yaml = 'interactions:\n- response:\n    body:\n      string: !!python/object/apply:os.system [ls]\n';
    expect(await readAs(cassette, utf8(yaml))).toMatchObject({ isRefused: true, byte: yaml.indexOf('!!python') });
  });

  it('law: a text in double quotes or a literal block comes back', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 60 }), async (value) => {
        const json = JSON.stringify({ value });
        const head = 'interactions:\n- response:\n    body:\n      string: ';
        const quoted = head + JSON.stringify(json).replaceAll('\u007f', '\\x7f');
        const block = `${head}|-\n        ${json}\n`;
        for (const yaml of [quoted, block]) {
          const bytes = utf8(yaml);
          const reading = await readAs(cassette, bytes);
          if (!reading || 'isRefused' in reading) throw new Error(yaml);
          checkParts(bytes, reading.parts);
          expect(reading.parts.map((part) => textOf(part.bytes))).toEqual([json]);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('recordings in JSON', () => {
  it('reads a session record of the Azure SDKs', async () => {
    const record = {
      Entries: [
        {
          RequestUri: 'https://x.invalid/openai/deployments/tea/chat/completions?api-version=1',
          RequestMethod: 'POST',
          RequestHeaders: { 'api-key': 'Sanitized' },
          RequestBody: { messages: [], temperature: 1 },
          StatusCode: 200,
          ResponseHeaders: {},
          ResponseBody: { id: 'x', choices: [] },
        },
        {
          RequestUri: 'https://x.invalid/s',
          RequestMethod: 'POST',
          RequestBody: null,
          StatusCode: 200,
          ResponseBody: ['data: {"choices":[]}\n', '\n'],
        },
      ],
      Variables: {},
    };
    const reading = await readAs(recordedJson, utf8(JSON.stringify(record, null, 2)));
    expect(reading).toMatchObject({
      form: 'Azure session record',
      parts: [{ name: 'POST /openai/deployments/tea/chat/completions' }, {}],
    });
    expect(await textsOf(recordedJson, JSON.stringify(record))).toEqual([
      '{"id":"x","choices":[]}',
      'data: {"choices":[]}\n\n',
    ]);
  });

  it('reads a record of llama-stack, whole and as a stream', async () => {
    const request = {
      method: 'POST',
      url: 'http://x.invalid/v1/chat/completions',
      headers: {},
      body: { model: 'tea' },
      endpoint: '/v1/chat/completions',
    };
    const one = { __type__: 'openai.types.chat.chat_completion.ChatCompletion', __data__: { id: 'x' } };
    const whole = { request, response: { body: one, is_streaming: false } };
    const stream = { request, response: { body: [one, { ...one, __data__: { id: 'y' } }], is_streaming: true } };
    expect(await textsOf(recordedJson, JSON.stringify(whole))).toEqual(['{"id":"x"}']);
    expect(await textsOf(recordedJson, JSON.stringify(stream))).toEqual(['[{"id":"x"},{"id":"y"}]']);
  });
});
