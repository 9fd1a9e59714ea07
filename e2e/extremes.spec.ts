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
