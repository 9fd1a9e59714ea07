// Columns: shown and hidden, resized, those of log probabilities, in an order of one's own.
import type { Locator } from 'playwright/test';
import { completionResponse, type JsonObject } from './fixtures/build.ts';
import { openFruits } from './fixtures/fruits.ts';
import { expect, type Inspector, test } from './inspector.ts';

/** Two generations of two tokens each: −1 and −3, then −0.5 and nothing usable. */
function withLogprobs(): JsonObject {
  const response = completionResponse({ samples: ['Green tea', 'Black tea'], logprobs: 0 });
  const [provider] = response.provider_responses as readonly [JsonObject];
  const values = [
    [-1, -3],
    [-0.5, -9999],
  ];
  const choices = (provider.choices as readonly JsonObject[]).map((choice, at): JsonObject => {
    const lists = choice.logprobs as JsonObject;
    return { ...choice, logprobs: { ...lists, token_logprobs: values[at] ?? [] } };
  });
  return { ...response, provider_responses: [{ ...provider, choices }] };
}

async function openTeas(inspector: Inspector): Promise<void> {
  await inspector.visit();
  await inspector.openAs('teas.json', withLogprobs());
}

/** The titles of the heads as they stand from left to right. */
async function titles(inspector: Inspector): Promise<readonly string[]> {
  const names = await inspector.columnHeads.evaluateAll((heads) =>
    heads.map((head) => head.getAttribute('aria-label')),
  );
  return names.flatMap((name) => name ?? []).slice(1);
}

const usual = [
  'Index',
  'Output',
  'Finish reason',
  'Tokens',
  'Characters',
  'Surprisal',
  'Mean logprob',
  'Perplexity',
  'Link',
];

test('mean log probability and perplexity are columns that sort, with what they are of', async ({
  inspector,
  page,
}) => {
  await openTeas(inspector);
  const cell = (row: number, text: string) => inspector.row(row).getByRole('gridcell', { name: text, exact: true });
  await expect(cell(0, '−2.000')).toBeVisible();
  await expect(cell(0, '7.39')).toBeVisible();
  await expect(cell(1, '−0.500')).toBeVisible();
  await inspector.columnHead('Perplexity').click();
  await expect(cell(0, '1.65')).toBeVisible();
  await cell(0, '−0.500').locator('[data-tip]').hover();
  await expect(page.getByText('Mean of 1 usable of 2 tokens, natural logarithm: −0.5')).toBeVisible();
  // Three usable tokens in all.
  const totals = inspector.region('Generations').getByRole('group', { name: 'Totals', exact: true });
  await expect(totals).toContainText('−1.500');
  await expect(totals).toContainText('4.48');
});

test('the surprisal along each text is a chart in its row, and a press on a bar selects its token', async ({
  inspector,
}) => {
  await openTeas(inspector);
  const chart = (row: number) => inspector.row(row).getByRole('img', { name: /^Surprisal of / });
  await expect(chart(0)).toHaveAccessibleName('Surprisal of 2 tokens: 2 below 50 %, the highest 4.3 bits.');
  await expect(chart(1)).toHaveAccessibleName('Surprisal of 2 tokens: 0 below 50 %, the highest 0.7 bits.');
  // Bars of few tokens are two pixels wide.
  await chart(0).click({ position: { x: 3, y: 10 } });
  await expect.poll(() => inspector.selectedPointer()).toBe('/provider_responses/0/choices/0/logprobs/tokens/1');
  await expect(inspector.row(0)).toHaveAttribute('aria-selected', 'true');
});

test('further figures are columns on demand, say their formula, sort, have a chart and narrow the table', async ({
  inspector,
  page,
}) => {
  await openTeas(inspector);
  await expect(inspector.columnHead('Lowest token')).toHaveCount(0);
  await inspector.button('Columns').click();
  const item = (name: string) => page.getByRole('menuitemcheckbox', { name, exact: true });
  for (const name of ['Lowest token', 'Lowest 16', 'Below 0.5', 'Total logprob']) {
    await expect(item(name)).toHaveAttribute('aria-checked', 'false');
    await item(name).click();
    await expect(item(name)).toHaveAttribute('aria-checked', 'true');
  }
  await page.keyboard.press('Escape');
  const cell = (row: number, name: string) => inspector.row(row).getByRole('gridcell', { name, exact: true });
  await expect(cell(0, 'tea 5.0 %')).toBeVisible();
  await expect(cell(0, '50.0 %')).toHaveCount(0);
  await expect(cell(0, '100.0 %')).toBeVisible();
  await expect(cell(0, '−4.00')).toBeVisible();
  // Read where they stand: the table may still be scrolling sideways, which takes a tooltip away.
  const tip = (within: Locator) => within.locator('[data-tip]').getAttribute('data-tip');
  await expect
    .poll(() => tip(inspector.columnHead('Lowest token')))
    .toContain('The least p among the n usable tokens of the answer');
  await expect
    .poll(() => tip(cell(1, '−0.50')))
    .toBe('Sum of 1 usable of 2 tokens, natural logarithm: −0.5. Left out: 1 without a usable value');
  await inspector.columnHead('Total logprob').click();
  await expect(cell(0, '−4.00')).toBeVisible();
  await inspector.button('Histograms').click();
  const from = page.getByRole('slider', { name: 'Lowest token from', exact: true });
  for (let press = 0; press < 4; press++) await from.press('PageUp');
  await expect(inspector.region('Generations')).toContainText('1 of 2');
  await expect(page.getByRole('group', { name: 'Active filters', exact: true })).toContainText(
    /Lowest token \d+\.\d\d % to 65\.00 %/,
  );
  await expect.poll(() => page.url()).toContain('f.lowest=');
  await inspector.reload();
  await expect(inspector.region('Generations')).toContainText('1 of 2');
  await expect(inspector.columnHead('Below 0.5')).toBeVisible();
});

test('without log probabilities there are no columns of them, and without room Perplexity goes first', async ({
  inspector,
  page,
}) => {
  await openTeas(inspector);
  await page.setViewportSize({ width: 1024, height: 700 });
  await expect(inspector.columnHead('Perplexity')).toHaveCount(0);
  await expect(inspector.columnHead('Mean logprob')).toBeVisible();
  await inspector.openAs('plain.json', completionResponse({ samples: ['Green tea'] }));
  await expect(inspector.columnHead('Mean logprob')).toHaveCount(0);
  await inspector.button('Columns').click();
  await expect(page.getByRole('menuitemcheckbox', { name: 'Id', exact: true })).toBeVisible();
  await expect(page.getByRole('menuitemcheckbox', { name: 'Perplexity', exact: true })).toHaveCount(0);
});

test('a column is moved by keys on its head, and stands there after a reload', async ({ inspector, page }) => {
  await openTeas(inspector);
  await expect.poll(() => titles(inspector)).toEqual(usual);
  await inspector.grid.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('End');
  await expect(inspector.columnHead('Link')).toBeFocused();
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Shift+ArrowLeft');
  await expect(inspector.columnHead('Link')).toBeFocused();
  const moved = [
    'Index',
    'Output',
    'Finish reason',
    'Tokens',
    'Characters',
    'Surprisal',
    'Link',
    'Mean logprob',
    'Perplexity',
  ];
  await expect.poll(() => titles(inspector)).toEqual(moved);
  await expect(inspector.row(0).getByRole('gridcell').last()).toHaveText('7.39');
  // Moving sorts nothing.
  await expect(inspector.columnHead('Link')).toHaveAttribute('aria-sort', 'none');
  await inspector.kept(1);
  await page.reload();
  await inspector.loaded();
  await expect.poll(() => titles(inspector)).toEqual(moved);
});

test('a column is moved by dragging its head and in the menu, and the usual order is a choice away', async ({
  inspector,
  page,
}) => {
  await openTeas(inspector);
  await expect.poll(() => titles(inspector)).toEqual(usual);
  await inspector.columnHead('Tokens').dragTo(inspector.columnHead('Link'), { targetPosition: { x: 60, y: 10 } });
  const dragged = [
    'Index',
    'Output',
    'Finish reason',
    'Characters',
    'Surprisal',
    'Mean logprob',
    'Perplexity',
    'Link',
    'Tokens',
  ];
  await expect.poll(() => titles(inspector)).toEqual(dragged);
  await inspector.button('Columns').click();
  await expect(page.getByRole('menu').locator('[role="menuitemcheckbox"]:focus')).toHaveCount(1);
  await page.getByRole('menuitemcheckbox', { name: 'Tokens', exact: true }).focus();
  await page.keyboard.press('Shift+ArrowLeft');
  await expect.poll(() => titles(inspector)).toEqual([...dragged.slice(0, 7), 'Tokens', 'Link']);
  await page.getByRole('menuitem', { name: /^Reset order/ }).click();
  await expect.poll(() => titles(inspector)).toEqual(usual);
});

test.describe('columns', () => {
  test('are shown and hidden in the menu, and stay so after a reload', async ({ inspector, page }) => {
    await openFruits(inspector);
    await inspector.region('Generations').getByRole('button', { name: 'Columns', exact: true }).click();
    const item = (name: string) => page.getByRole('menuitemcheckbox', { name, exact: true });
    await expect(item('Link')).toHaveAttribute('aria-checked', 'true');
    await expect(item('Model config')).toHaveAttribute('aria-checked', 'false');
    await item('Link').click();
    await item('Model config').click();
    await item('Id').click();
    await expect(item('Id')).toHaveAttribute('aria-checked', 'true');
    await page.keyboard.press('Escape');
    const expectColumns = async () => {
      await expect(inspector.columnHead('Link')).toHaveCount(0);
      await expect(inspector.columnHead('Model config')).toBeVisible();
      await expect(inspector.row(1).getByRole('gridcell', { name: 'config_fixture', exact: true })).toBeVisible();
      await expect(inspector.row(1).getByRole('gridcell', { name: 'data_fixture1', exact: true })).toBeVisible();
    };
    await expectColumns();
    await inspector.kept(1);
    await page.reload();
    await inspector.loaded();
    await expectColumns();
  });

  test('are resized by dragging and by keys, and stay so after a reload', async ({ inspector, page }) => {
    await openFruits(inspector);
    const width = async (name: string) => Math.round((await inspector.columnHead(name).boundingBox())?.width ?? 0);
    const handle = (name: string) => inspector.grid.getByRole('separator', { name: `Resize ${name}`, exact: true });
    const before = await width('Finish reason');
    const box = await handle('Finish reason').boundingBox();
    if (box === null) throw new Error('The handle is not on screen');
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2 + 40, box.y + box.height / 2, { steps: 4 });
    await page.mouse.up();
    await expect.poll(() => width('Finish reason')).toBe(before + 40);
    const linkBefore = await width('Link');
    await handle('Link').focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => width('Link')).toBe(linkBefore + 8);
    // A press on the handle sorts nothing.
    await expect(inspector.columnHead('Finish reason')).toHaveAttribute('aria-sort', 'none');
    await inspector.kept(1);
    await page.reload();
    await inspector.loaded();
    await expect.poll(() => width('Finish reason')).toBe(before + 40);
    await expect.poll(() => width('Link')).toBe(linkBefore + 8);
    await handle('Finish reason').dblclick();
    await expect.poll(() => width('Finish reason')).toBe(before);
  });
});
