import { expect, test } from 'vitest';
import type { LoadEvent, TextMend } from '../response/loadEvents.ts';
import { loadResponse } from './loadResponse.ts';

async function loaded(text: string, mend?: TextMend) {
  const events: LoadEvent[] = [];
  const target = {
    onDocument: () => undefined,
    tell: (event: LoadEvent) => events.push(event),
    pause: async () => undefined,
    rest: async () => undefined,
  };
  await loadResponse({ text }, false, target, mend);
  return events;
}

const failureOf = (events: readonly LoadEvent[]) => {
  const last = events.at(-1);
  return last && 'failure' in last ? last.failure : undefined;
};

const broken =
  '{"data": [{"index": 0, "output": "Green tea"}\n{"index": 1, "output": "Black tea"}],\n"provider_responses": []}';

test('a text that is broken before its lists comes with its mends, each with the lines that it changes', async () => {
  const failure = failureOf(await loaded('{"project_id" "pr_1",\n"data": [], "provider_responses": []}'));
  expect(failure?.kind).toBe('syntax');
  expect(failure?.mends?.[0]).toMatchObject({
    title: 'Insert a colon at line 1',
    more: 0,
    lines: [
      {
        line: 1,
        pieces: [
          { text: '{"project_id"', change: 'same' },
          { text: ':', change: 'in' },
          { text: ' "pr_1",', change: 'same' },
        ],
      },
    ],
  });
});

test('a response that opens in part comes with them too', async () => {
  const failure = failureOf(await loaded(broken));
  expect(failure?.mends?.map(({ title }) => title)).toContain('Insert a comma at line 1');
});

test('a mend that was agreed to is done before the text is read, and said', async () => {
  const at = broken.indexOf('\n');
  const events = await loaded(broken, { title: 'Insert a comma at line 1', edits: [{ from: at, to: at, text: ',' }] });
  expect(events.at(-1)).toMatchObject({ type: 'complete', generationCount: 2 });
  expect(failureOf(events)).toBeUndefined();
  expect(events.find(({ type }) => type === 'skimmed')).toMatchObject({
    form: 'Mended text',
    notes: ['Mended: Insert a comma at line 1. The source shows the text as it was brought.'],
  });
});

const inFence = `Look:\n\n\`\`\`json\n${broken}\n\`\`\`\nThanks, "Ann"\n`;

test('what stands in a fence, or has text around it, is mended at its own characters', async () => {
  for (const text of [inFence, `Result: ${broken}\nbye\n`]) {
    const failure = failureOf(await loaded(text));
    const [mend] = failure?.mends ?? [];
    const line = text.slice(0, text.indexOf('tea"}\n')).split('\n').length;
    expect([failure?.kind, failure?.title, mend?.title]).toEqual([
      'syntax',
      'A comma is missing',
      `Insert a comma at line ${line}`,
    ]);
    const [edit] = mend?.edits ?? [];
    expect(edit && [text.slice(edit.from - 5, edit.from), edit.text]).toEqual(['tea"}', ',']);
    const mended = await loaded(text, mend);
    expect(mended.at(-1)).toMatchObject({ type: 'complete', generationCount: 2 });
    expect(failureOf(mended)).toBeUndefined();
  }
});

test('a provider body that opens in part comes with them too, alone and in lines with a prefix', async () => {
  const body = '{"id": "é",\n"choices": [{"index": 0, "message": {"content": "Green"}}],\n"usage": {},\n}';
  for (const text of [body, body.replace(/^/gm, '> ')]) {
    const [mend] = failureOf(await loaded(text))?.mends ?? [];
    expect(mend?.title).toBe('Remove the trailing comma at line 3');
    expect(failureOf(await loaded(text, mend))).toBeUndefined();
  }
});

test('each of several mends is of the text as it was brought: one after the other, in any order', async () => {
  const text = inFence.replace('"index": 1,', '"index": 1');
  const offered = failureOf(await loaded(text))?.mends ?? [];
  expect(offered.length).toBeGreaterThan(0);
  for (const mend of offered.toReversed()) {
    expect(failureOf(await loaded(text, mend))).toBeUndefined();
    // Nothing of it is left where it is undone.
    expect(failureOf(await loaded(text))?.mends).toEqual(offered);
  }
});

test('a mistake in a text that breaks off is mended as far as it goes, and the break is still said', async () => {
  const whole = '{"data": [{"index": 0 "output": "Green tea"}, {"index": 1, "inputs": {"a": {"b": [1, 2';
  const [mend] = failureOf(await loaded(whole))?.mends ?? [];
  expect(mend?.title).toBe('Insert a comma at line 1');
  const events = await loaded(whole, mend);
  expect(failureOf(events)?.title).toBe('The text ends too early');
  // Another mend would take the place of the first.
  expect(failureOf(events)?.mends).toBeUndefined();
});

test('of a text that is no JSON at all there are none', async () => {
  expect(failureOf(await loaded('words and words'))?.mends).toBeUndefined();
});
