// What the checks find of links, through the whole load: a case where it is found and the near misses in which it is not.

import { expect, test } from 'vitest';
import { completion, ids, issuesOfText, messages, response, sample } from '../../e2e/fixtures/foundIssues.ts';

test('HL030: a text that no provider response has', async () => {
  const found = ['data[0] text is not found in any provider response.'];
  expect(await messages(response(['red'], [completion(['blue'])]), 'HL030')).toEqual(found);
  expect(await messages(response(['red', 'green'], [completion(['red'])]), 'HL030')).toEqual([
    'data[1] text is not found in any provider response.',
  ]);
  expect(await messages(response(['red'], [{ deep: 'blue' }]), 'HL030')).toEqual(found);
});

test('HL030 is quiet where a side has no text, and where there is nothing to be found in', async () => {
  expect(await messages(response([''], [completion(['blue'])]), 'HL030')).toEqual([]);
  expect(await messages(response(['red'], [completion([''])]), 'HL030')).toEqual([]);
  expect(await messages(response(['red'], [{ error: { message: 'no' } }]), 'HL030')).toEqual([]);
  expect(await messages(response(['red'], []), 'HL030')).toEqual([]);
  expect(await messages(response(['red'], [{ deep: 'red' }]), 'HL030')).toEqual([]);
  const cut = JSON.stringify(response(['red'], [completion(['blue'])])).slice(0, -1);
  expect((await issuesOfText(cut)).filter(({ id }) => id === 'HL030')).toEqual([]);
});

test('HL031: an index that points at another choice', async () => {
  const crossed = response(['blue', 'red'], [completion(['red', 'blue'])]);
  expect(await messages(crossed, 'HL031')).toEqual([
    'data[0] has index 0 but its text is that of choice 1.',
    'data[1] has index 1 but its text is that of choice 0.',
  ]);
  expect(await messages(response(['red', 'blue'], [completion(['red', 'blue'])]), 'HL031')).toEqual([]);
});

test('HL032: texts that several choices have', async () => {
  expect(await messages(response(['red', 'red', 'blue'], [completion(['red', 'red', 'blue'])]), 'HL032')).toEqual([
    '#0, #1 have identical text; matched by index.',
  ]);
  expect(await messages(response(['red', 'blue'], [completion(['red', 'blue'])]), 'HL032')).toEqual([]);
});

test('HL033: a choice that no generation came from', async () => {
  expect(await messages(response(['red'], [completion(['red', 'blue'])]), 'HL033')).toEqual([
    'Provider choice provider_responses[0].choices[1] is not in `data` (best_of, retry, or lost sample).',
  ]);
  expect(await messages(response(['red', 'blue'], [completion(['red', 'blue'])]), 'HL033')).toEqual([]);
  expect(await messages({ provider_responses: [completion(['red'])] }, 'HL033')).toEqual([]);
});

test('HL034: no provider response at all', async () => {
  expect(await messages(response(['red'], []), 'HL034')).toEqual([
    'No provider response was recorded; tokens and reasons cannot be checked.',
  ]);
  expect(await messages(response([], []), 'HL034')).toEqual([]);
  expect(await messages({ data: [sample(0, 'red')] }, 'HL034')).toEqual([]);
});

test('HL035 and HL036: a shape that nobody knows, and an error', async () => {
  const known = completion(['red']);
  const error = { error: { message: 'Slow down', code: 429 } };
  const value = response(['red'], [{ key: 'value' }, known, error]);
  expect(await messages(value, 'HL035')).toEqual(['provider_responses[0] has an unknown shape; shown as plain JSON.']);
  expect(await messages(value, 'HL036')).toEqual(['provider_responses[2] is an error: Slow down.']);
  expect(await ids(response(['red'], [known]))).toEqual([]);
});

test('HL037: texts that differ at one end', async () => {
  const text = 'a text that is long enough to be compared';
  expect(await messages(response([text], [completion([`${text}, cut`])]), 'HL037')).toEqual([
    'Provider text and raw_output differ only by 5 characters at the end.',
  ]);
  expect(await messages(response([text], [completion([text])]), 'HL037')).toEqual([]);
});
