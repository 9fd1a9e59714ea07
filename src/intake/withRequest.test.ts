import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { backTo, textOf, utf8 } from '../../e2e/fixtures/readForms.ts';
import { originsText } from './origins.ts';
import { takeIn } from './pipeline.ts';

const sample = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../../e2e/fixtures/forms/${name}`, import.meta.url)));

async function taken(bytes: Uint8Array<ArrayBuffer>) {
  const found = await takeIn(bytes);
  if (found === undefined || found.isRefused) throw new Error('Not taken');
  return { ...found, json: JSON.parse(textOf(found.bytes)) as unknown, source: originsText(found.origins) };
}

test('the body of a request stands beside what it led to, also where that is a stream, with its place', async () => {
  const { json, source, ...part } = await taken(sample('cassettes/vcrpy-stream.yaml'));
  expect(json).toMatchObject({ provider_request: { temperature: 0.7 }, provider_responses: [expect.any(Array)] });
  expect(backTo(source, { ...part, isJson: true }, '"temperature": 0.7')).toBe('"temperature": 0.7');
  expect(part.form).toBe('YAML cassette, 1 call, SSE');
});

test('the body of a request stands beside a body alone', async () => {
  const { json } = await taken(sample('http/httpie-v.txt'));
  expect(json).toMatchObject({
    provider_request: { model: 'tea-1' },
    provider_responses: [{ object: 'chat.completion' }],
  });
});

test('of a key in a header nothing is left in the source', async () => {
  for (const name of ['http/curl-v.txt', 'http/httpie-v.txt', 'cassettes/vcrpy.yaml', 'cassettes/nock.json']) {
    const bytes = sample(name);
    const { source } = await taken(bytes);
    expect(source).toHaveLength(bytes.length);
    expect(textOf(source)).not.toContain('sk-invented');
  }
});

test('what says itself what was asked keeps that', async () => {
  const text = `POST /v4/x HTTP/1.1\nHost: x\n\n{"n": 1}\n\nHTTP/1.1 200 OK\nServer: x\n\n{"data": [], "provider_request": {"n": 2}}`;
  const { json } = await taken(utf8(text));
  expect(json).toEqual({ data: [], provider_request: { n: 2 } });
});
