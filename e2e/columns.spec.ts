// The columns of log probabilities, and columns in an order of one's own.
import { completionResponse, type JsonObject } from './fixtures/build.ts';
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

const usual = ['Index', 'Output', 'Finish reason', 'Tokens', 'Characters', 'Mean logprob', 'Perplexity', 'Link'];

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
  const moved = ['Index', 'Output', 'Finish reason', 'Tokens', 'Characters', 'Link', 'Mean logprob', 'Perplexity'];
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
  const dragged = ['Index', 'Output', 'Finish reason', 'Characters', 'Mean logprob', 'Perplexity', 'Link', 'Tokens'];
  await expect.poll(() => titles(inspector)).toEqual(dragged);
  await inspector.button('Columns').click();
  await expect(page.getByRole('menu').locator('[role="menuitemcheckbox"]:focus')).toHaveCount(1);
  await page.getByRole('menuitemcheckbox', { name: 'Tokens', exact: true }).focus();
  await page.keyboard.press('Shift+ArrowLeft');
  await expect.poll(() => titles(inspector)).toEqual([...dragged.slice(0, 6), 'Tokens', 'Link']);
  await page.getByRole('menuitem', { name: /^Reset order/ }).click();
  await expect.poll(() => titles(inspector)).toEqual(usual);
});
