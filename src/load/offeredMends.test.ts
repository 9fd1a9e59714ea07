import { expect, test } from 'vitest';
import type { LoadEvent } from '../response/loadEvents.ts';
import { loadResponse } from './loadResponse.ts';

async function loaded(text: string, mend?: { title: string; edits: { from: number; to: number; text: string }[] }) {
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

test('of a text that is no JSON at all there are none', async () => {
  expect(failureOf(await loaded('words and words'))?.mends).toBeUndefined();
});
