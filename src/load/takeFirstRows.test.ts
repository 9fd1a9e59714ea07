// The first rows of large texts in other forms, from their start.

import { inspect } from 'node:util';
import { expect, it, test } from 'vitest';
import { responseText } from '../../e2e/bench/responseText.ts';
import { rowsTold } from '../../e2e/fixtures/rowsTold.ts';
import type { LoadEvent } from '../response/loadEvents.ts';
import type { GenerationRow } from '../response/rows.ts';
import { loadResponse } from './loadResponse.ts';
import { takeFirstRows } from './takeText.ts';

interface Response {
  readonly data: readonly object[];
  readonly provider_responses: readonly { readonly choices: readonly { readonly text: string }[] }[];
}

const utf8 = (text: string) => new TextEncoder().encode(text);
const response = JSON.parse(responseText({ bytes: 6_000_000, seed: 3 })) as Response;
const { data, provider_responses: bodies } = response;

const lines = bodies.map((body, at) =>
  JSON.stringify({ data: data.slice(8 * at, 8 * at + 8), provider_responses: [body] }),
);
const log = JSON.stringify({
  version: 2,
  eval: { task: 'tea', model: 'invented' },
  samples: bodies.flatMap((body, id) =>
    body.choices.map((choice, epoch) => ({
      id,
      epoch,
      input: 'Tea?',
      output: { model: 'invented', choices: [{ message: { role: 'assistant', content: choice.text } }] },
      events: [{ event: 'model', call: { request: {}, response: { ...body, choices: [choice] } } }],
    })),
  ),
});
const python = JSON.stringify(response)
  .replaceAll('"', "'")
  .replaceAll(/\bnull\b/g, 'None');
const many = [...bodies, ...bodies, ...bodies];
const limits = { depth: Infinity, maxArrayLength: Infinity, maxStringLength: Infinity };

const forms: readonly (readonly [name: string, text: string])[] = [
  ['JSONL', lines.join('\n')],
  ['list of responses', `[${lines.join(', ')}]`],
  ['inspect log', log],
  ['Python or JavaScript literal', python],
  ['JavaScript literal', inspect(response, limits)],
  ['OpenAI completion body', JSON.stringify({ ...bodies[0], choices: many.flatMap(({ choices }) => choices) })],
  ['JSONL', many.map((body) => JSON.stringify(body)).join('\n')],
];

const saysOf = ({ pointer, preview, finishReason, characters }: GenerationRow) => [
  pointer,
  preview,
  finishReason?.raw,
  characters,
];

it.each(forms)('of a large %s are told before the rest is read, and are those of the whole', async (form, text) => {
  const events: LoadEvent[] = [];
  let isRead = false;
  let wasRead: boolean | undefined;
  await loadResponse({ file: new Blob([text]) }, false, {
    tell(event) {
      events.push(event);
      if (event.type === 'progress' && event.stage !== 'reading') isRead = true;
      if (event.type === 'skimmed') wasRead ??= isRead;
    },
    onDocument: () => undefined,
    onSamples: () => undefined,
    pause: async () => undefined,
    rest: async () => undefined,
  });
  const first = events.findIndex((event) => event.type === 'skimmed');
  expect(events[first]).toMatchObject({
    type: 'skimmed',
    isStart: true,
    isOther: true,
    form,
    bytes: utf8(text).length,
  });
  expect(wasRead).toBe(false);
  expect(events.at(-1)?.type).toBe('complete');
  const early = rowsTold(events.slice(0, first + 1));
  const rows = rowsTold(events);
  expect(early.length).toBeGreaterThan(5);
  expect(early.map(saysOf)).toEqual(rows.slice(0, early.length).map(saysOf));
});

test.each([
  ['text', 'Nothing to see here. '.repeat(20_000)],
  ['a HAR', JSON.stringify({ log: { entries: lines.map((line) => ({ response: { content: { text: line } } })) } })],
  ['a stream', bodies.map((body) => `data: ${JSON.stringify(body)}\n\n`).join('')],
  ['JSON of anything', JSON.stringify({ rows: data })],
  ['one object on one line', `{"a": "${'x'.repeat(300_000)}`],
])('%s has none: what it is is told by all of it', async (_what, text) => {
  expect(await takeFirstRows(utf8(text).slice(0, 262_144), undefined)).toBeUndefined();
});
