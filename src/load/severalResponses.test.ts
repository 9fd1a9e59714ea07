// What is told in the end of several responses that are one document.
import { expect, test } from 'vitest';
import { completion } from '../../e2e/fixtures/foundIssues.ts';
import { loadEvents } from '../../e2e/fixtures/loadEvents.ts';

test('what each of several responses states of its tokens is told of all of them', async () => {
  const call = (usage: Record<string, number>) =>
    JSON.stringify({ data: [{ output: 'red' }], provider_responses: [completion(['red'])], usage });
  const text = [call({ prompt_tokens: 3, generation_tokens: 1, total_tokens: 4 }), call({})].join('\n');
  const events = await loadEvents(text);
  expect(events.at(-1)).toMatchObject({
    type: 'complete',
    agreement: {
      state: 'unknown',
      sentence: '1 of 2 responses states token counts, together 3 prompt tokens and 1 generation token.',
    },
  });
});
