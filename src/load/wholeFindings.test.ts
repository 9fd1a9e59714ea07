// What the checks find of the text as a whole, through the whole load: a case where it is found and the near misses in which it is not.

import { expect, test } from 'vitest';
import {
  completion,
  ids,
  issuesOfText,
  type Members,
  messages,
  response,
  sample,
} from '../../e2e/fixtures/foundIssues.ts';

test('a sound response with its provider response has no finding', async () => {
  const usage = { prompt_tokens: 3, completion_tokens: 4, total_tokens: 7 };
  const body = completion(['red', 'blue'], { model: 'davinci-1', created: 1_681_852_797, usage });
  const own = { prompt_tokens: 3, generation_tokens: 4, total_tokens: 7 };
  const request = { n: 2, model: 'davinci', max_tokens: 10 };
  expect(
    await ids(response(['red', 'blue'], [body], { usage: own, num_samples: 2, provider_request: request })),
  ).toEqual([]);
});

test('HL083: a text that breaks off', async () => {
  const text = JSON.stringify(response(['one', 'two', 'three'], []), null, 2);
  const cut = text.slice(0, text.indexOf('"three"') + 3);
  const issues = (await issuesOfText(cut)).filter(({ id }) => id === 'HL083');
  expect(issues.map(({ message }) => message)).toEqual([
    `The input ends early at line ${cut.split('\n').length}; 2 generations are whole.`,
  ]);
  expect((await issuesOfText(text)).filter(({ id }) => id === 'HL083')).toEqual([]);
  // A mistake in the middle is something else.
  const wrong = text.replace('"two"', 'two');
  expect((await issuesOfText(wrong)).filter(({ id }) => id === 'HL083')).toEqual([]);
});

test('HL084: what looks like a key, by kind and place', async () => {
  const secret = (text: string) => messages(response([text], [completion([text])]), 'HL084');
  // Put together here, so that no scanner takes this file for a leak.
  const key = `sk${'-'}abcdefghij0123456789xyz`;
  expect(await secret(`use ${key} now`)).toEqual([
    'This response holds what looks like an API key at data[0].output. Nothing leaves this page; take care when sharing.',
  ]);
  expect(await secret(`AKIA${'ABCDEFGH01234567'}`)).toHaveLength(1);
  expect(await secret(`hl_sk${'_'}abcdefgh0123456789`)).toHaveLength(1);
  expect(await secret(`Bearer ${'abcdefghij.0123456789'}`)).toHaveLength(1);
  for (const text of [
    'sk-...',
    'risk-free-investments-of-2024-are-rare',
    'sk-learn-is-a-python-library',
    'AKIA',
    'Bearer of news',
  ]) {
    expect(await secret(text)).toEqual([]);
  }
  const user = (name: string) => messages(response(['red'], [completion(['red'])], { user: name }), 'HL084');
  expect(await user('somebody@example.org')).toEqual([
    'This response holds what looks like an e-mail address at user. Nothing leaves this page; take care when sharing.',
  ]);
  expect(await user('somebody')).toEqual([]);
  expect(await secret('somebody@example.org')).toEqual([]);
});

test('HL084 finds a key across the border of two pieces', async () => {
  const key = `sk${'-'}abcdefghij0123456789xyz`;
  for (const before of [999_880, 999_890, 999_900, 1_000_000]) {
    const text = `{"data": [], "provider_responses": [], "user": ${' '.repeat(before - 60)}"${key}"}`;
    expect((await issuesOfText(text)).filter(({ id }) => id === 'HL084')).toHaveLength(1);
  }
});

test('HL091: several model configs', async () => {
  const data = (second: string): Members => ({
    data: [sample(0, 'red'), sample(1, 'blue', { model_config_id: second })],
    provider_responses: [completion(['red', 'blue'])],
  });
  expect(await messages(data('config_2'), 'HL091')).toEqual(['Generations come from 2 model configs (experiment?).']);
  expect(await messages(data('config_1'), 'HL091')).toEqual([]);
});
