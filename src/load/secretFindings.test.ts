// A key in a body is found whatever the body is wrapped in, at its place and once, and is never repeated.

import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { issuesOfText } from '../../e2e/fixtures/foundIssues.ts';
import { originsText } from '../intake/origins.ts';
import { takeIn } from '../intake/pipeline.ts';

const key = 'sk-proj-4f9aB2c7Qx81LmN0pZrT';
const body = (content: string) => ({
  id: 'chatcmpl-1',
  object: 'chat.completion',
  model: 'tea-1',
  choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }],
  usage: { prompt_tokens: 3, completion_tokens: 7, total_tokens: 10 },
});

const har = (content: string) =>
  JSON.stringify({
    log: {
      version: '1.2',
      entries: [
        {
          startedDateTime: '2026-01-01T00:00:00.000Z',
          time: 20,
          request: {
            method: 'POST',
            url: 'https://api.example/v1/chat/completions',
            headers: [{ name: 'Authorization', value: 'Bearer sk-hidden-0123456789abcdefghij' }],
            queryString: [],
            cookies: [],
          },
          response: {
            status: 200,
            headers: [],
            cookies: [],
            content: { mimeType: 'application/json', text: JSON.stringify(body(content)) },
          },
        },
      ],
    },
  });

const python = (content: string) =>
  JSON.stringify(body(content)).replaceAll("'", "\\'").replaceAll('"', "'").replaceAll(':', ': ');

const wrappers: readonly (readonly [string, (content: string) => string])[] = [
  ['a body by itself', (content) => JSON.stringify(body(content))],
  ['a HAR', har],
  ['a fence', (content) => `It said:\n\n\`\`\`json\n${JSON.stringify(body(content), null, 2)}\n\`\`\`\n`],
  ['a Python repr', python],
  ['a JSON string', (content) => JSON.stringify(JSON.stringify(body(content)))],
  ['JSONL', (content) => `${JSON.stringify(body('Green tea'))}\n${JSON.stringify(body(content))}\n`],
  ['curl -i', (content) => `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n${JSON.stringify(body(content))}`],
];

test.each(wrappers)('in %s', async (_name, wrap) => {
  const found = (await issuesOfText(wrap(`Use ${key} for this.`))).filter(({ id }) => id === 'HL084');
  expect(found.map(({ message }) => message)).toEqual([
    expect.stringMatching(/^This response holds what looks like an API key at provider_responses\[\d\]/),
  ]);
  expect(JSON.stringify(found)).not.toContain(key);
  expect((await issuesOfText(wrap('Use nothing.'))).filter(({ id }) => id === 'HL084')).toEqual([]);
});

test('what was hidden is not found, because it is gone', async () => {
  const taken = await takeIn(new Uint8Array(gzipSync(har('Green tea'))));
  if (taken === undefined || taken.isRefused) throw new Error('it is not taken');
  expect(new TextDecoder().decode(originsText(taken.origins))).not.toContain('sk-hidden');
  expect((await issuesOfText(har('Green tea'))).map(({ id }) => id)).not.toContain('HL084');
});
