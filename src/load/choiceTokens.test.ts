import { expect, test } from 'vitest';
import { completion, response } from '../../e2e/fixtures/foundIssues.ts';
import type { JsonDocument } from '../json/document.ts';
import { pointerOf } from '../json/pointer.ts';
import type { LoadEvent } from '../response/loadEvents.ts';
import { answersOf } from './answers.ts';
import { loadResponse } from './loadResponse.ts';

test('tokens of a choice are read when they are asked for, and rows hold their figures', async () => {
  const logprobs = { tokens: ['re', 'd'], token_logprobs: [-1, -2], top_logprobs: null };
  const body = completion(['red'], {}, { logprobs });
  const events: LoadEvent[] = [];
  const documents: JsonDocument[] = [];
  await loadResponse(
    {
      text: JSON.stringify(
        response(['red', 'red'], [body, JSON.stringify(completion(['blue', 'red'], {}, { logprobs }))]),
      ),
    },
    false,
    {
      tell: (event) => events.push(event),
      onDocument: (document) => documents.push(document),
      pause: async () => {},
      rest: async () => {},
    },
  );
  const rows = events.flatMap((event) => (event.type === 'rows' ? event.rows : []));
  expect(rows.at(0)?.logprobs ?? rows.at(-2)?.logprobs).toMatchObject({
    count: 2,
    usable: 2,
    mean: -1.5,
    lowest: { logprob: -2, text: 'd' },
  });
  const [document] = documents.slice(-1);
  if (document === undefined) throw new Error('Nothing opened');
  const { tokens } = answersOf(document);
  expect(tokens(pointerOf('provider_responses', 0, 'choices', 0))).toMatchObject({ facts: { count: 2, mean: -1.5 } });
  expect(tokens(pointerOf('provider_responses', 0, 'choices', 1))).toBeUndefined();
  expect(tokens(pointerOf('data', 0))).toBeUndefined();
  expect(tokens(pointerOf('provider_responses', 9, 'choices', 0))).toBeUndefined();
  // Choices inside a text have its place; their position tells them apart.
  expect(tokens(pointerOf('provider_responses', 1), 0)?.coverage.relation).toBe('mismatch');
  expect(tokens(pointerOf('provider_responses', 1), 1)?.coverage.relation).toBe('equal');
});
