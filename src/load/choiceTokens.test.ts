import { expect, test } from 'vitest';
import { completion, response } from '../../e2e/fixtures/foundIssues.ts';
import { rowsTold } from '../../e2e/fixtures/rowsTold.ts';
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
  expect(rowsTold(events).at(0)?.logprobs).toMatchObject({
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

test('the list comes without alternatives, some tokens with theirs, and measures of all in columns', async () => {
  const logprobs = {
    tokens: ['re', 'd'],
    token_logprobs: [Math.log(0.5), Math.log(0.25)],
    top_logprobs: [{ re: Math.log(0.5), bl: Math.log(0.25) }, null],
  };
  const texts = ['red', 'blue', 'reef'];
  const body = completion(texts, {}, { logprobs });
  const documents: JsonDocument[] = [];
  await loadResponse({ text: JSON.stringify(response(texts, [body])) }, false, {
    tell: () => {},
    onDocument: (document) => documents.push(document),
    pause: async () => {},
    rest: async () => {},
  });
  const [document] = documents.slice(-1);
  if (document === undefined) throw new Error('Nothing opened');
  const { tokenListing, tokensAt, tokenMeasures, partings, askedLogprobs } = answersOf(document);
  const choice = pointerOf('provider_responses', 0, 'choices', 0);
  const listing = tokenListing(choice, 0);
  expect(listing).toMatchObject({ text: 'red', facts: { count: 2 }, tokens: [{ text: 're' }, { text: 'd' }] });
  expect(listing?.tokens[0]).not.toHaveProperty('alternatives');
  expect(tokensAt(choice, 0, [0, 7]).map(({ text, alternatives }) => [text, alternatives.length])).toEqual([['re', 2]]);
  const measures = tokenMeasures(choice, 0);
  expect([...(measures?.rank ?? [])]).toEqual([1, Number.NaN]);
  expect(measures?.margin[0]).toBeCloseTo(0.25, 12);
  expect(measures?.entropy[0]).toBeCloseTo(1.5, 12);
  expect(partings(0, choice, 0)).toEqual({
    from: 0,
    leftOut: 0,
    others: [
      { generation: 1, common: 0, next: 'blue' },
      { generation: 2, common: 2, next: 'ef' },
    ],
  });
  expect(tokenListing(pointerOf('data', 0), 0)).toBeUndefined();
  expect(tokenMeasures(pointerOf('data', 0), 0)).toBeUndefined();
  expect(askedLogprobs()).toBeUndefined();
});
