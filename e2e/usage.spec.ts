// The token usage: the figure, its table, whether the sources agree and by how much they differ.
import AxeBuilder from '@axe-core/playwright';
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
    usage: { prompt_tokens: 2190, generation_tokens: 8 },
    provider_responses: [{ ...provider, usage: null }],
  }).replace('"generation_tokens":8', '"generation_tokens":8.0');
  await inspector.visit();
  await inspector.openAs('teas.json', text);
  await expect(inspector.usageRow('Response usage').getByRole('cell')).toHaveText(['2,190', '8.0', '–']);
  const written = inspector.usageRow('Response usage').getByRole('button', { name: '2,190', exact: true });
  await expect(written).toHaveAttribute('title', '2190');
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

const uncounted = completionResponse({ samples });

function estimateButton(inspector: Inspector) {
  return inspector.region('Token usage').getByRole('button', { name: 'Estimate tokens', exact: true });
}

test('tokens that nothing counts are estimated on demand, and marked wherever they stand', async ({
  inspector,
  page,
}) => {
  await inspector.visit();
  await inspector.openAs('teas.json', uncounted);
  await expect(inspector.usageRow('Generation 0')).toHaveCount(0);
  await page.getByRole('button', { name: 'Encoding' }).click();
  await page.getByRole('menuitemradio', { name: 'cl100k_base' }).click();
  await estimateButton(inspector).click();
  await expect(inspector.usageRow('Generation 1').getByRole('cell')).toHaveText(['–', '≈4', '–']);
  await expect(inspector.region('Token usage')).toContainText(
    '≈ estimated: 3 generations. The prompt is counted once.',
  );
  await expect(inspector.row(1)).toContainText('≈4');
  await expect(page.getByTestId('generation-totals')).toContainText('≈');
  await inspector.row(1).getByText('≈4').hover();
  await expect(page.getByText('Estimated with cl100k_base; not what the provider counted')).toBeVisible();
  await inspector.button('Remove estimates').click();
  await expect(inspector.usageRow('Generation 1')).toHaveCount(0);
});

test('tokens that the document lists are not offered for estimation', async ({ inspector }) => {
  await inspector.visit();
  await inspector.openAs('teas.json', agreed);
  await expect(inspector.region('Token usage')).toContainText('† as listed with log probabilities: 3 generations.');
  await expect(estimateButton(inspector)).toHaveCount(0);
});

test('a long estimate can be cancelled', async ({ inspector }) => {
  const long = Array.from({ length: 40 }, (_, at) => `${at} green tea, black tea. `.repeat(8000));
  await inspector.visit();
  await inspector.openAs('long.json', completionResponse({ samples: long }));
  await estimateButton(inspector).click();
  await inspector.region('Token usage').getByRole('button', { name: 'Cancel', exact: true }).click();
  await expect(estimateButton(inspector)).toBeVisible();
  await expect(inspector.usageRow('Generation 0')).toHaveCount(0);
});

test('known causes of a difference are named', async ({ inspector }) => {
  const [provider] = agreed.provider_responses as readonly [JsonObject];
  await inspector.visit();
  await inspector.openAs('teas.json', {
    ...agreed,
    provider_responses: [
      {
        ...provider,
        usage: {
          prompt_tokens: 12,
          completion_tokens: 13,
          total_tokens: 25,
          completion_tokens_details: { reasoning_tokens: 5 },
        },
      },
    ],
  });
  await expect(inspector.region('Token usage')).toContainText(
    'Known cause: one side counts reasoning as generation, the other does not. It explains all of the difference.',
  );
});

test('a price that was entered gives the cost with its formula, and stays', async ({ inspector, page }) => {
  const [provider] = agreed.provider_responses as readonly [JsonObject];
  const priced = { ...agreed, provider_responses: [{ ...provider, model: 'tea-1' }] };
  await inspector.visit();
  await inspector.openAs('teas.json', priced);
  const usage = inspector.region('Token usage');
  await expect(usage).toContainText('No price set for tea-1.');
  await usage.getByRole('button', { name: 'Set price', exact: true }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Price' });
  await dialog.getByRole('textbox', { name: 'Prompt, per million tokens', exact: true }).fill('two');
  await dialog.getByRole('button', { name: 'Save price' }).click();
  const prompt = dialog.getByRole('textbox', { name: 'Prompt, per million tokens', exact: true });
  await expect(prompt).toBeFocused();
  await expect(prompt).toHaveAccessibleDescription('Enter a number of at least 0, with a dot, for example 2.50.');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  }
  await prompt.fill('2.50');
  await dialog.getByRole('textbox', { name: 'Generation, per million tokens' }).fill('10');
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(usage).toContainText(
    "Cost: 12 × USD 2.5 / 1M + 8 × USD 10 / 1M = USD 0.00011 · from the provider's counts",
  );
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  }
  await inspector.reload();
  await expect(usage).toContainText('= USD 0.00011');
  await usage.getByRole('button', { name: 'Change price', exact: true }).click();
  await dialog.getByRole('button', { name: 'Remove price' }).click();
  await expect(usage).toContainText('No price set for tea-1.');
});

test('several calls cost their sum, each with its formula', async ({ inspector, page }) => {
  const calls = completionResponse({ samples, provider: 'anthropic-messages', promptTokens: 10 });
  const responses = calls.provider_responses as readonly JsonObject[];
  await inspector.visit();
  await inspector.openAs('teas.json', {
    ...calls,
    provider_responses: responses.map((one) => ({ ...one, model: 'tea-2' })),
  });
  const usage = inspector.region('Token usage');
  await usage.getByRole('button', { name: 'Set price of tea-2' }).click();
  const dialog = page.getByRole('dialog', { name: 'Price' });
  await dialog.getByRole('textbox', { name: 'Prompt, per million tokens', exact: true }).fill('1');
  await dialog.getByRole('textbox', { name: 'Generation, per million tokens' }).fill('1');
  await dialog.getByRole('button', { name: 'Save price' }).click();
  await expect(usage).toContainText('Cost USD 0.000038, the sum of 3 provider responses');
  await usage.getByText('Formulas', { exact: true }).click();
  await expect(usage).toContainText('Provider 1: 10 × USD 1 / 1M + 4 × USD 1 / 1M = USD 0.000014');
});
