// JSON that is no CompletionResponse but holds what one holds: a provider's body, a stream, a log, generations by themselves. Each opens with rows, says what it
// was read as, and shows as absent what is not in it.
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './inspector.ts';

const listed = (token: string, logprob: number) => ({
  token,
  logprob,
  top_logprobs: [
    { token, logprob },
    { token: 'Mint', logprob: -3 },
  ],
});
const choice = (index: number, words: readonly string[], logprob: number) => ({
  index,
  message: { role: 'assistant', content: words.join('') },
  finish_reason: 'stop',
  logprobs: { content: words.map((word) => listed(word, logprob)) },
});
const chat = {
  id: 'chatcmpl-1',
  object: 'chat.completion',
  model: 'tea-1',
  choices: [
    choice(0, ['Green', ' tea', ' is', ' mild'], -0.1),
    choice(1, ['Black', ' tea', ' is', ' strong'], -0.7),
    choice(2, ['Green', ' tea', ' is', ' mild'], -0.2),
  ],
  usage: { prompt_tokens: 3, completion_tokens: 12, total_tokens: 15 },
};
const place = (index: number, more = '') => `/provider_responses/0/choices/${index}${more}`;

test('a chat body by itself has a row for each choice, with its tokens; two of them compared', async ({
  inspector,
  page,
}) => {
  await inspector.visit();
  await inspector.paste(JSON.stringify(chat, null, 2));
  await inspector.loaded();
  await inspector.arranged();
  await expect(inspector.status).toHaveText('pasted text: 3 samples from 1 provider response, 2 distinct, 0 issues');
  await expect.poll(() => inspector.selectedPointer()).toBe(place(0));
  await expect(inspector.grid.getByRole('row')).toContainText([
    'Output',
    'Green tea is mild',
    'Black tea',
    'Green tea',
  ]);
  await expect(inspector.selectedTreeItem).toHaveText([/^0:/]);
  await inspector.row(1).click();
  await expect.poll(() => inspector.selectedPointer()).toBe(place(1));
  await expect(inspector.outputText).toHaveText('Black tea is strong');
  await inspector.openFacts();
  const generation = inspector.region('Generation');
  await expect(generation.getByRole('definition').filter({ hasText: 'certain' })).toHaveCount(1);
  await expect(generation.getByRole('button', { name: 'Change link', exact: true })).toHaveCount(0);
  await generation.getByRole('button', { name: 'Evidence', exact: true }).click();
  await expect(generation).toContainText('This sample is provider_responses[0].choices[1] itself');
  await expect(generation.getByRole('definition').filter({ hasText: 'not given' })).toHaveCount(2);

  await inspector.tab('Tokens').click();
  await expect(page.getByTestId('token')).toHaveCount(4);
  await page.getByTestId('token').nth(3).click();
  await expect.poll(() => inspector.selectedPointer()).toBe(place(1, '/logprobs/content/3'));
  await expect(inspector.selectedRow).toHaveAttribute('aria-rowindex', '3');
  await inspector.tab('Inputs').click();
  await expect(generation).toContainText('does not say what inputs');
  await inspector.tab('JSON').click();
  await expect(page.getByTestId('generation-json')).toContainText('"Black tea is strong"');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  await inspector.filterBox.fill('strong');
  await expect(inspector.grid.getByRole('row')).toContainText(['Output', 'Black tea is strong']);
  await inspector.filterBox.fill('');
  await page.getByRole('checkbox', { name: 'Compare all generations', exact: true }).check();
  await inspector.tab('Aligned').click();
  await expect(inspector.compared(0)).toContainText('Green tea is mild');
  await expect(inspector.compared(1)).toContainText('Black tea is strong');
  await inspector.tab('Expected and observed').click();
  await expect(inspector.region('Compare').getByRole('table')).not.toHaveCount(0);
  await inspector.reload();
  await expect(inspector.status).toContainText('3 samples from 1 provider response');
});

test('a stream of Anthropic is one sample with its reasoning, its end and its tokens', async ({ inspector }) => {
  const events: readonly (readonly [string, object])[] = [
    [
      'message_start',
      { message: { id: 'msg_1', type: 'message', model: 'tea-2', content: [], usage: { input_tokens: 5 } } },
    ],
    ['content_block_start', { index: 0, content_block: { type: 'thinking', thinking: '' } }],
    ['content_block_delta', { index: 0, delta: { type: 'thinking_delta', thinking: 'Which tea?' } }],
    ['content_block_start', { index: 1, content_block: { type: 'text', text: '' } }],
    ['content_block_delta', { index: 1, delta: { type: 'text_delta', text: 'Green' } }],
    ['content_block_delta', { index: 1, delta: { type: 'text_delta', text: ' tea' } }],
    ['message_delta', { delta: { stop_reason: 'end_turn' }, usage: { output_tokens: 9 } }],
    ['message_stop', {}],
  ];
  const text = events.map(([type, more]) => `event: ${type}\ndata: ${JSON.stringify({ type, ...more })}\n\n`).join('');
  await inspector.visit();
  await inspector.openAs('tea.sse', text);
  await expect(inspector.status).toHaveText('tea.sse: 1 sample from 1 provider response, 1 distinct, 0 issues');
  const generation = inspector.region('Generation');
  await expect(inspector.outputText).toHaveText('Green tea');
  await expect(generation.getByRole('group', { name: 'Reasoning', exact: true })).toBeVisible();
  await expect(generation).toContainText('end_turn');
  await generation.getByRole('button', { name: '9 tokens', exact: true }).click();
  await expect.poll(() => inspector.selectedPointer()).toBe('/provider_responses/0/6/usage/output_tokens');
});

test('a log, a call, generations and provider responses by themselves open as what they are', async ({ inspector }) => {
  const { choices: _, ...body } = chat;
  const answer = { ...body, choices: [choice(0, [' Green', ' tea'], -0.1)] };
  const log = {
    id: 'log_1',
    output: 'Green tea',
    raw_output: ' Green tea',
    config_id: 'config_1',
    prompt_tokens: 3,
    output_tokens: 2,
  };
  await inspector.visit();
  await inspector.openAs('log.json', { ...log, provider_response: answer });
  await expect(inspector.status).toContainText('log.json: 1 generation, 1 distinct, 1 provider response');
  await expect(inspector.howRead).toContainText('config_id as model_config_id');
  await expect(inspector.issue('HL002')).toHaveCount(0);
  await expect(inspector.usageRow('Response usage')).toContainText('3');
  await expect(inspector.outputText).toHaveText('Green tea');
  // What was copied is marked where it stands.
  await inspector.openFacts();
  await inspector.region('Generation').getByRole('button', { name: 'config_1', exact: true }).click();
  await expect(inspector.marks).toHaveText(['"config_1"']);

  const call = { id: 'v', prompt: {}, inputs: { cup: 'blue' }, logs: [log, { ...log, index: 1, output: 'Black tea' }] };
  await inspector.openAs('call.json', call);
  await expect(inspector.status).toContainText('call.json: 2 generations, 2 distinct, 0 provider responses');
  await inspector.tab('Inputs').click();
  await expect(inspector.region('Generation')).toContainText('blue');

  const { config_id: modelConfigId, ...rest } = log;
  await inspector.openAs(
    'list.json',
    [1, 2, 3].map((index) => ({ ...rest, model_config_id: modelConfigId, index, inputs: {} })),
  );
  await expect(inspector.status).toContainText('list.json: 3 generations, 1 distinct, 0 provider responses');
  await expect(inspector.issue('HL034')).toHaveCount(0);

  await inspector.openAs('answers.json', { provider_responses: [answer, answer] });
  await expect(inspector.status).toContainText('answers.json: 2 samples from 2 provider responses, 1 distinct');
  await expect(inspector.grid.getByRole('row')).toContainText(['Output', 'Green tea', 'Green tea']);
});

test('a body of five megabytes has all of its choices as rows, each found and compared', async ({ inspector }) => {
  const words = Array.from({ length: 90 }, (_, at) => `word${at}`).join(' ');
  const count = 6000;
  const choices = Array.from({ length: count }, (_, index) => ({
    index,
    message: { role: 'assistant', content: `${index} ${words}` },
    finish_reason: index === 4711 ? 'length' : 'stop',
  }));
  await inspector.visit();
  await inspector.openAs('many.json', JSON.stringify({ object: 'chat.completion', choices }));
  await expect(inspector.status).toContainText(
    'many.json: 6,000 samples from 1 provider response, 6,000 distinct, 1 issue',
  );
  await expect.poll(() => inspector.selectedPointer()).toBe(place(0));
  await inspector.filterBox.fill('4711 word0');
  await expect(inspector.grid.getByRole('row')).toContainText(['Output', '4711 word0']);
  await inspector.row(0).click();
  await expect.poll(() => inspector.selectedPointer()).toBe(place(4711));
  await expect(inspector.outputText).toContainText('4711 word0 word1');
  await expect(inspector.issue('HL041')).toContainText('Cut at the token limit.');
});
