// The token usage: the figure, its table, whether the sources agree and by how much they differ.
import { completionResponse, type JsonObject } from './fixtures/build.ts';
import { expect, type Inspector, test } from './inspector.ts';

const samples = ['Green tea', 'Black tea with milk', 'White tea'];
const agreed = completionResponse({ samples, logprobs: 0 });

/** The cells of the table row by row, without the heads. */
async function expectTable(inspector: Inspector, rows: readonly (readonly string[])[]): Promise<void> {
  const table = inspector.region('Token usage').getByRole('table', { name: 'Token usage', exact: true });
  // The heads come first, the verdict last.
  await expect(table.getByRole('row')).toHaveCount(rows.length + 2);
  for (const [at, [source, ...counts]] of rows.entries()) {
    const row = table.getByRole('row').nth(at + 1);
    await expect(row.getByRole('rowheader')).toHaveText(source ?? '');
    await expect(row.getByRole('cell')).toHaveText(counts);
  }
}

function verdict(inspector: Inspector) {
  return inspector
    .region('Token usage')
    .getByRole('table', { name: 'Token usage', exact: true })
    .getByRole('row')
    .last();
}

test('one call: a figure, a row per source, and all agree', async ({ inspector }) => {
  await inspector.visit();
  await inspector.openAs('teas.json', agreed);
  await expect(inspector.region('Token usage').getByRole('figure')).toBeVisible();
  const heads = inspector.region('Token usage').getByRole('columnheader');
  await expect(heads).toHaveText(['Source', 'Prompt', 'Generation', 'Total']);
  await expectTable(inspector, [
    ['Response usage', '12', '8', '20'],
    ['Provider 0', '12', '8', '20'],
    ['Generation 0', '–', '2', '–'],
    ['Generation 1', '–', '4', '–'],
    ['Generation 2', '–', '2', '–'],
  ]);
  await expect(verdict(inspector)).toContainText('All sources agree. 3 generations add up to 8.');
});

test('one call per sample: the providers are added up', async ({ inspector }) => {
  await inspector.visit();
  await inspector.openAs(
    'teas.json',
    completionResponse({ samples, provider: 'anthropic-messages', promptTokens: 10 }),
  );
  await expectTable(inspector, [
    ['Response usage', '30', '8', '38'],
    ['Provider 0', '10', '2', '–'],
    ['Provider 1', '10', '4', '–'],
    ['Provider 2', '10', '2', '–'],
    ['Generation 0', '–', '2', '–'],
    ['Generation 1', '–', '4', '–'],
    ['Generation 2', '–', '2', '–'],
  ]);
  await expect(verdict(inspector)).toContainText('All sources agree. 3 generations add up to 8.');
});

test('a difference is said: of which count, how large and in which direction', async ({ inspector }) => {
  await inspector.visit();
  await inspector.openAs('teas.json', {
    ...agreed,
    usage: { prompt_tokens: 15, generation_tokens: 8, total_tokens: 23 },
  });
  await expect(verdict(inspector)).toContainText(
    'The provider counts 3 fewer prompt tokens than the response (12, not 15).',
  );
  await expect(verdict(inspector)).not.toContainText('agree');
  await inspector.openAs('more.json', {
    ...agreed,
    usage: { prompt_tokens: 12, generation_tokens: 6, total_tokens: 18 },
  });
  await expect(verdict(inspector)).toContainText(
    'The provider counts 2 more generation tokens than the response (8, not 6).',
  );
});

test('counts stand as they are written, and missing ones are no zeros', async ({ inspector }) => {
  const [provider] = agreed.provider_responses as readonly [JsonObject];
  const text = JSON.stringify({
    ...agreed,
    usage: { prompt_tokens: 12, generation_tokens: 8 },
    provider_responses: [{ ...provider, usage: null }],
  }).replace('"generation_tokens":8', '"generation_tokens":8.0');
  await inspector.visit();
  await inspector.openAs('teas.json', text);
  await expect(inspector.usageRow('Response usage').getByRole('cell')).toHaveText(['12', '8.0', '–']);
  await expect(inspector.usageRow('Provider 0').getByRole('cell')).toHaveText(['–', '–', '–']);
});

test('a response without usage says that it states no counts', async ({ inspector }) => {
  const { usage: _usage, ...rest } = agreed;
  await inspector.visit();
  await inspector.openAs('teas.json', rest);
  await expect(inspector.usageRow('Response usage').getByRole('cell')).toHaveText(['–', '–', '–']);
  await expect(inspector.usageRow('Provider 0').getByRole('cell')).toHaveText(['12', '8', '20']);
  await expect(verdict(inspector)).toContainText('The response states no token counts.');
});

test('many generations have a table of which only a part is in the page, and still every row', async ({
  inspector,
  page,
}) => {
  const many = completionResponse({ samples: Array.from({ length: 400 }, (_, at) => `tea ${at}`), logprobs: 0 });
  await inspector.visit();
  await inspector.openAs('many.json', many);
  const table = inspector.region('Token usage').getByRole('table', { name: 'Token usage', exact: true });
  // The heads, the response, the provider, 400 generations, the verdict.
  await expect(table).toHaveAttribute('aria-rowcount', '404');
  await expect(inspector.region('Token usage').getByRole('figure')).toContainText('400 generations');
  expect(await table.getByRole('row').count()).toBeLessThan(100);
  await inspector.usageRow('Response usage').getByRole('button', { name: 'Response usage', exact: true }).focus();
  await page.keyboard.press('End');
  const last = inspector.usageRow('Generation 399');
  await expect(last).toHaveAttribute('aria-rowindex', '403');
  await expect(last.getByRole('button', { name: 'Generation 399', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect.poll(() => inspector.selectedPointer()).toBe('/data/399');
  await expect(inspector.selectedRow).toHaveAttribute('aria-rowindex', '401');
});
