// What a console or Python left out is found at its place, and nothing that a response says itself.

import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { completion, issuesOfText, response } from '../../e2e/fixtures/foundIssues.ts';

async function lost(text: string): Promise<readonly (readonly [string, string])[]> {
  const issues = await issuesOfText(text);
  return issues.filter(({ id }) => id === 'HL085').map(({ pointer, message }) => [pointer, message] as const);
}

const deep = response(['Green tea'], [completion(['Green tea'])], {
  inputs: { cup: { size: { ml: 200 } }, list: [1, 2, 3, 4] },
});

test('what util.inspect left out is found at its place', async () => {
  expect(await lost(inspect(deep, { depth: 2, maxArrayLength: 3 }))).toEqual([
    [
      '/provider_responses/0/choices',
      '`[Array]` was printed instead of the value of provider_responses[0].choices, which is lost.',
    ],
    ['/inputs/cup/size', '`[Object]` was printed instead of the value of inputs.cup.size, which is lost.'],
    ['/inputs/list/3', '`... 1 more item` was printed instead of the value of inputs.list[3], which is lost.'],
  ]);
});

test('so is what Python left out', async () => {
  const text = `{'data': [{'index': 0, 'output': 'Green tea', 'inputs': {...}}], 'provider_responses': [...]}`;
  expect((await lost(text)).map(([pointer]) => pointer)).toEqual(['/data/0/inputs', '/provider_responses']);
});

test('a response that says so itself is not blamed, in whatever form it comes', async () => {
  const own = response(['Green tea'], [], { inputs: { bag: { lost: '[Object]' } } });
  expect(await lost(JSON.stringify(own, null, 1))).toEqual([]);
  expect(await lost(inspect(own, { depth: null }))).toEqual([]);
  expect(await lost(`Here it is:\n\n\`\`\`json\n${JSON.stringify(own).replaceAll('":', '": ')}\n\`\`\`\n`)).toEqual([]);
});

test('what PowerShell wrote as a text is found where a provider has an object', async () => {
  const body = (message: unknown) => ({
    id: 'c1',
    object: 'chat.completion',
    model: 'gpt-4o',
    choices: [{ index: 0, message }],
  });
  expect(await lost(JSON.stringify(body('@{role=assistant; content=Green tea}'), null, 4))).toEqual([
    [
      '/provider_responses/0/choices/0/message',
      '`@{role=…}` was printed instead of the value of provider_responses[0].choices[0].message, which is lost.',
    ],
  ]);
  const gemini = { candidates: [{ content: '@{parts=System.Object[]; role=model}', finishReason: 'STOP' }] };
  expect((await lost(JSON.stringify(gemini))).map(([pointer]) => pointer)).toEqual([
    '/provider_responses/0/candidates/0/content',
  ]);
});

test('a model that answers in PowerShell is not blamed', async () => {
  const script = '@{name=tea; text=Green}';
  const message = { role: 'assistant', content: script };
  const own = { choices: [{ index: 0, message }], object: 'chat.completion', '@{message=1}': '@{message=1}' };
  expect(await lost(JSON.stringify(response([script], [own], { inputs: { '@{inputs=1}': script } })))).toEqual([]);
});
