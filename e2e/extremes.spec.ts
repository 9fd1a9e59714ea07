// Responses that hold very many of one thing, or one that is very long: only what is in view is drawn, the last is reached by key, and what is cut
// says how much there is and is copied whole. Sizes are such as take seconds; `npm run bench -- extremes` has the larger ones.
import type { Locator } from 'playwright/test';
import { expect, type Inspector, test } from './inspector.ts';

const many = 20_000;
const listOf = <T>(make: (at: number) => T): readonly T[] => Array.from({ length: many }, (_, at) => make(at));

const longText = `${'a line of a text that is long\n'.repeat(4000)}its end`;
const longKey = 'key '.repeat(250_000);

function response(): string {
  const own = { id: 'data_a', index: 0, output: 'A lamp.', raw_output: 'A lamp.', finish_reason: 'stop' };
  const inputs = Object.fromEntries([
    ['first', longText],
    [longKey, 'under a long key'],
    ...listOf((at) => [`key ${at}`, `text ${at}`] as const),
  ]);
  const messages = listOf((at) => ({ role: at % 2 === 0 ? 'user' : 'assistant', content: `said ${at}` }));
  const toolCalls = listOf((at) => ({ id: `c${at}`, function: { name: 'look', arguments: `{"at":${at}}` } }));
  const toolResults = listOf((at) => ({ id: `c${at}`, name: 'look', signature: '', result: `seen ${at}` }));
  const data = [
    { ...own, model_config_id: 'config_a', inputs, messages, tool_calls: toolCalls, tool_results: toolResults },
  ];
  return JSON.stringify({ data, provider_responses: [] });
}

/** The rows of a list of the pane "Generation" that are elements; there are never many of them. */
async function rowsOf(inspector: Inspector, name: string): Promise<Locator> {
  const rows = inspector.region('Generation').getByRole('list', { name, exact: true }).getByRole('listitem');
  await expect(rows.first()).toBeVisible();
  await expect.poll(() => rows.count()).toBeLessThan(60);
  return rows;
}

/** Goes to the last row by key and gives it. */
async function lastRow(rows: Locator, count: number): Promise<Locator> {
  await rows.first().focus();
  await rows.page().keyboard.press('End');
  const last = rows.and(rows.page().locator(`[aria-posinset="${count}"]`));
  await expect(last).toBeFocused();
  await expect(last).toBeInViewport();
  await expect(last).toHaveAttribute('aria-setsize', String(count));
  await expect.poll(() => rows.count()).toBeLessThan(60);
  return last;
}

test('inputs, messages, tool calls and results by the ten thousands are walked by key, and what is cut is copied whole', async ({
  inspector,
  page,
}) => {
  await inspector.visit();
  await inspector.openAs('many.json', response());
  const generation = inspector.region('Generation');
  await expect(generation.getByRole('list', { name: 'Tool calls', exact: true }).getByRole('listitem')).toHaveCount(20);

  await inspector.tab('Inputs').click();
  let rows = await rowsOf(inspector, 'Inputs');
  const first = rows.and(page.locator('[aria-posinset="1"]'));
  await expect(first).toContainText('The first 10,000 of 120,007 code units. Copy gives all of it.');
  expect(await inspector.copyWith(first.getByRole('button', { name: 'Copy first', exact: true }))).toBe(longText);
  await first.focus();
  await page.keyboard.press('ArrowDown');
  const second = rows.and(page.locator('[aria-posinset="2"]'));
  await expect(second).toBeFocused();
  await expect(second).toContainText('The start of a name of 1,000,000 code units.');
  expect(await inspector.copyWith(second.getByRole('button', { name: 'Copy the whole name', exact: true }))).toBe(
    longKey,
  );
  await expect(await lastRow(rows, many + 2)).toContainText(`text ${many - 1}`);
  await page.keyboard.press('Home');
  await expect(first).toBeFocused();
  await first.getByRole('button', { name: 'Show all', exact: true }).click();
  await expect(first).toContainText('its end');

  await inspector.tab('Messages').click();
  rows = await rowsOf(inspector, 'Messages');
  const message = await lastRow(rows, many);
  await expect(message).toContainText(`said ${many - 1}`);
  expect(await inspector.copyWith(message.getByRole('button', { name: `Copy message ${many - 1}`, exact: true }))).toBe(
    `said ${many - 1}`,
  );

  await inspector.tab('Output').click();
  await generation.getByRole('button', { name: 'Show all 20,000 tool calls', exact: true }).click();
  rows = await rowsOf(inspector, 'Tool calls and results');
  await expect(await lastRow(rows, 2 * many + 2)).toContainText(`seen ${many - 1}`);
  // Up from the first result are the head of the results and the last call.
  const copied = await inspector.copyWith(inspector.button('Copy tool calls and results'));
  expect(copied.split('\n')).toHaveLength(2 * many);
  expect(copied).toContain(`look({"at":${many - 1}})\nlook: seen 0\n`);
});

test('keys at the root, a container of numbers and a text that nobody can see are drawn as far as they are in view', async ({
  inspector,
  page,
}) => {
  const output = '\u200b\u2060'.repeat(50_000);
  const own = { id: 'data_a', index: 0, output, raw_output: output, finish_reason: 'stop' };
  const numbers = Array.from({ length: 200_000 }, (_, at) => at * 7);
  const keys = Object.fromEntries(listOf((at) => [`key ${at}`, at] as const));
  await inspector.visit();
  await inspector.openAs(
    'keys.json',
    JSON.stringify({
      data: [{ ...own, model_config_id: 'config_a', inputs: {} }],
      provider_responses: [{ numbers }],
      [longKey]: 'under a long key',
      ...keys,
    }),
  );

  // Of the signs for what cannot be seen only those near the view are elements; the text is all there.
  await expect.poll(async () => (await inspector.outputText.textContent()) === output).toBe(true);
  await expect(inspector.outputText.locator('[data-mark]').first()).toBeVisible();
  await expect.poll(() => inspector.outputText.locator('[data-mark]').count()).toBeLessThan(8000);

  // Open, in, open, in, to the first number; End leads past all of them.
  await expect(inspector.treeItem('data: [1]')).toBeVisible();
  await inspector.treeItem('0: {1}').click();
  for (const name of ['0: {1}', 'numbers: [200,000]']) {
    await expect(inspector.activeTreeItem).toHaveAccessibleName(name);
    await page.keyboard.press('ArrowRight');
    await expect(inspector.treeItem(name)).toHaveAttribute('aria-expanded', 'true');
    await page.keyboard.press('ArrowRight');
  }
  await expect(inspector.activeTreeItem).toHaveAccessibleName('0: 0');
  await expect(inspector.activeTreeItem).toHaveAttribute('aria-setsize', '200000');
  await page.keyboard.press('End');
  await expect(inspector.activeTreeItem).toHaveAccessibleName(`key ${many - 1}: ${many - 1}`);
  await expect.poll(() => inspector.tree.getByRole('treeitem').count()).toBeLessThan(100);

  await inspector.main.getByRole('button', { name: 'Response fields', exact: true }).click();
  const fields = inspector.region('Response fields');
  await expect(fields).toContainText('20,001 keys beside data and provider_responses');
  const rows = fields.locator('[data-at]');
  await expect(
    fields.getByRole('button', { name: 'Copy the whole key of 1,000,000 code units', exact: true }),
  ).toBeVisible();
  expect(
    await inspector.copyWith(
      fields.getByRole('button', { name: 'Copy the whole key of 1,000,000 code units', exact: true }),
    ),
  ).toBe(longKey);
  await rows.first().focus();
  await page.keyboard.press('End');
  const last = fields.locator('[data-at="20009"]');
  await expect(last).toBeFocused();
  await expect(last).toContainText(`key ${many - 1}`);
  await expect.poll(() => rows.count()).toBeLessThan(80);
  await last.getByRole('button').click();
  await expect.poll(() => inspector.selectedPointer()).toBe(`/key ${many - 1}`);
});

test('ids, configs and reasons that are cut say so and are copied whole', async ({ inspector }) => {
  const long = (word: string) => word.repeat(1000);
  const own = { id: long('data_'), index: 0, output: 'A lamp.', raw_output: 'A lamp.', finish_reason: long('stop ') };
  const data = [{ ...own, model_config_id: long('config_'), inputs: {} }];
  await inspector.visit();
  await inspector.openAs('names.json', JSON.stringify({ data, provider_responses: [] }));
  const generation = inspector.region('Generation');
  await expect(generation.getByText('… (more than 400 code units)')).toBeVisible();
  await generation.getByRole('button', { name: 'Facts', exact: true }).click();
  await expect(generation.getByText('the first 400 code units are shown')).toHaveCount(3);
  for (const [name, whole] of [
    ['id', own.id],
    ['model config', long('config_')],
    ['finish reason', own.finish_reason],
  ] as const) {
    const button = generation.getByRole('button', { name: `Copy the whole ${name}`, exact: true });
    expect(await inspector.copyWith(button)).toBe(whole);
  }
  await generation.getByRole('button', { name: 'model config', exact: true }).click();
  await expect.poll(() => inspector.selectedPointer()).toBe('/data/0/model_config_id');
});
