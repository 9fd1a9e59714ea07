// A provider's stream as it came over the wire: opened, said what it was, its text joined, its end missed.
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './inspector.ts';

const chunk = (content: string, reason: string | null = null): string =>
  `data: ${JSON.stringify({
    id: 'chatcmpl-1',
    object: 'chat.completion.chunk',
    model: 'tea-1',
    choices: [{ index: 0, delta: { content }, finish_reason: reason }],
  })}\n\n`;
const whole = `: hello\n\n${chunk('Green')}${chunk(' tea')}${chunk('', 'stop')}data: [DONE]\n\n`;

test('a stream opens as one sample of one provider response and says what was read', async ({ inspector, page }) => {
  await inspector.visit();
  await inspector.openAs('tea.sse', whole);
  await expect(inspector.status).toHaveText('tea.sse: 1 sample from 1 provider response, 1 distinct, 0 issues');
  await expect(inspector.region('Generations').getByRole('row')).toContainText(['Output', 'Green tea']);
  await expect(inspector.region('Provider responses')).toContainText('OpenAI stream chunks');
  await expect.poll(() => inspector.selectedPointer()).toBe('/provider_responses/0/0/choices/0');
  await page.getByRole('button', { name: /^SSE.* on how it was read$/ }).click();
  await expect(page.getByRole('note', { name: 'How this was read', exact: true })).toContainText(
    'Left out: [DONE], 1 comment.',
  );
  await page.keyboard.press('Escape');
  // The source is what was sent.
  await expect(inspector.region('Source')).toContainText('data: [DONE]');
  const found = await new AxeBuilder({ page }).analyze();
  expect(found.violations).toEqual([]);
});

test('what a stream says is read joined in the pane "Generation", with its end and its tokens', async ({
  inspector,
  page,
}) => {
  const usage = { prompt_tokens: 4, completion_tokens: 2, total_tokens: 6 };
  const counts = `data: ${JSON.stringify({ id: 'chatcmpl-1', object: 'chat.completion.chunk', model: 'tea-1', choices: [], usage })}\n\n`;
  await inspector.visit();
  await inspector.openAs('tea.sse', whole.replace('data: [DONE]', `${counts}data: [DONE]`));
  const pane = inspector.region('Generation');
  await expect(pane).toContainText('Green tea');
  expect(await inspector.copyWith(pane.getByRole('button', { name: 'Copy output', exact: true }))).toBe('Green tea');
  await pane.getByRole('button', { name: '2 tokens', exact: true }).click();
  await expect.poll(() => inspector.selectedPointer()).toBe('/provider_responses/0/3/usage/completion_tokens');
  // The row stays the one that is shown: the count lies outside of its choice.
  await expect(pane).toContainText('Green tea');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});

test('a pasted stream opens at once, and comes back after a reload', async ({ inspector }) => {
  await inspector.visit();
  await inspector.paste(whole.replaceAll('\n', '\r\n'));
  await inspector.loaded();
  await expect(inspector.status).toContainText('1 sample from 1 provider response');
  await inspector.reload();
  await expect(inspector.status).toContainText('1 sample from 1 provider response');
});

test('a stream without an end is an error that names its last line', async ({ inspector }) => {
  await inspector.visit();
  await inspector.openAs('tea.sse', whole.slice(0, whole.indexOf('"finish_reason":"stop"')));
  await expect(inspector.issue('HL083')).toContainText('The input ends early at line 7; 0 generations are whole.');
});

test('a text that only begins like a stream stays in the box with the reason', async ({ inspector }) => {
  await inspector.visit();
  await inspector.inspect('data: Array(1)\n  0: {id: 1}');
  await expect(inspector.alert).toContainText('This is the tree of the developer tools');
  await expect(inspector.textBox).toHaveValue('data: Array(1)\n  0: {id: 1}');
});

test('streams of other families open joined, and an error in any shape is one', async ({ inspector }) => {
  const gemini = (text: string, more: object = {}) => ({ candidates: [{ content: { parts: [{ text }] }, ...more }] });
  const events = [gemini('Green'), gemini(' tea', { finishReason: 'STOP' })];
  const lines = [
    { model: 'o-1', response: 'Black', done: false },
    { model: 'o-1', response: ' tea', done: true, done_reason: 'stop' },
  ];
  await inspector.visit();
  await inspector.openAs('gemini.sse', events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join(''));
  await expect(inspector.region('Provider responses')).toContainText('Gemini, events of a stream');
  await expect(inspector.region('Generation')).toContainText('Green tea');
  await inspector.openAs('ollama.ndjson', lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  await expect(inspector.status).toContainText('ollama.ndjson: 1 sample from 1 provider response');
  await expect(inspector.region('Generation')).toContainText('Black tea');
  await inspector.openAs('error.json', JSON.stringify({ data: [], provider_responses: [{ detail: 'No such tea' }] }));
  await expect(inspector.issue('HL036')).toContainText('No such tea');
});
